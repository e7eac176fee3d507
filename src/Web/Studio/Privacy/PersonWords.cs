using KhokNongNa.Portal.Privacy;

namespace KhokNongNa.Web.Studio.Privacy;

/// <summary>Words and addresses of the records that a person is found in.</summary>
internal static class PersonWords
{
    public static string Name(this PersonKind kind) => kind switch
    {
        PersonKind.Sage => "ทะเบียนปราชญ์",
        PersonKind.Member => "สมาชิก",
        PersonKind.Household => "ครัวเรือนของแปลง",
        PersonKind.Host => "เจ้าของหรือผู้ดูแลศูนย์",
        PersonKind.Contact => "ผู้ประสานงานศูนย์",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Where the data protector goes on from here.</summary>
    public static string Url(PersonKind kind, Guid id) => kind switch
    {
        PersonKind.Sage => $"/studio/privacy/people/sage/{id}",
        PersonKind.Member => $"/studio/privacy/people/member/{id}",
        PersonKind.Household => $"/studio/privacy/plots/{id}",
        _ => $"/studio/privacy/centres/{id}",
    };

    /// <summary>The part of an address that tells a sage from a member.</summary>
    public static PersonKind? Kind(string path) => path switch
    {
        "sage" => PersonKind.Sage,
        "member" => PersonKind.Member,
        _ => null,
    };
}
