using System.Text.RegularExpressions;
using KhokNongNa.Portal;

namespace KhokNongNa.Web.Security.OpenId;

/// <summary>A provider of accounts with which members may sign in, from the settings; README lists them.</summary>
/// <param name="Name">Lasting: links of members are kept under it.</param>
/// <param name="Label">What people call it: «LINE».</param>
/// <param name="Icon">Address of a picture that the portal itself serves; empty → none.</param>
/// <param name="VerifiedClaim">Says whether the e-mail address was verified.</param>
/// <param name="SignsWithSecret">Whether it signs with the shared secret (HS256) instead of a key of its own.</param>
public sealed partial record OpenIdProvider(
    string Name, string Label, string Icon, string Authority, string ClientId, string ClientSecret, IReadOnlyList<string> Scopes,
    string SubjectClaim, string NameClaim, string EmailClaim, string VerifiedClaim, bool SignsWithSecret)
{
    private const int NameLength = 40;

    // A key for HS256 has as many bits as its hash.
    private const int SigningSecret = 32;

    private static readonly string[] Keys =
    [
        nameof(Name), nameof(Label), nameof(Icon), nameof(Authority), nameof(ClientId), nameof(ClientSecret), nameof(Scopes),
        nameof(SubjectClaim), nameof(NameClaim), nameof(EmailClaim), nameof(VerifiedClaim), nameof(SignsWithSecret),
    ];

    /// <summary>Name of the scheme in ASP.NET Core.</summary>
    public string Scheme => $"openid-{Name}";

    public string CallbackPath => $"/sign-in/callback/{Name}";

    /// <exception cref="PortalException">A setting is wrong; says which.</exception>
    public static OpenIdProvider From(IConfigurationSection section, bool isDevelopment)
    {
        if (section.GetChildren().FirstOrDefault(c => !Keys.Contains(c.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw Wrong(unknown.Path, "ไม่มีการตั้งค่าชื่อนี้");
        }

        var secret = Required("ClientSecret");
        var provider = new OpenIdProvider(
            Required("Name"), Required("Label"), section["Icon"] ?? "", Required("Authority").TrimEnd('/'), Required("ClientId"), secret,
            (section["Scopes"] is { Length: > 0 } scopes ? scopes : "openid profile email").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Claim("SubjectClaim", "sub"), Claim("NameClaim", "name"), Claim("EmailClaim", "email"), Claim("VerifiedClaim", "email_verified"),
            section["SignsWithSecret"] switch
            {
                null or "" => false,
                { } text when bool.TryParse(text, out var signs) => signs,
                _ => throw Wrong(section.Path + ":SignsWithSecret", "ต้องเป็น true หรือ false"),
            });
        Demand(NameForm().IsMatch(provider.Name) && provider.Name.Length <= NameLength, "Name", $"ใช้ได้เฉพาะ a-z 0-9 และ - ไม่เกิน {NameLength} ตัว");
        Demand(provider.Icon.Length == 0 || (provider.Icon[0] == '/' && !provider.Icon.StartsWith("//", StringComparison.Ordinal)), "Icon", "ต้องเป็นที่อยู่ในพอร์ทัล เช่น /media/line.svg");
        Demand(IsAuthority(provider.Authority, isDevelopment), "Authority", "ต้องเป็นที่อยู่ที่ขึ้นต้นด้วย https://");
        Demand(provider.Scopes.Contains("openid"), "Scopes", "ต้องมี openid");
        Demand(!provider.SignsWithSecret || secret.Length >= SigningSecret, "ClientSecret", $"ต้องยาวอย่างน้อย {SigningSecret} ตัวเมื่อใช้ลงลายมือชื่อ");
        return provider;

        string Required(string key) => section[key] is { Length: > 0 } value ? value : throw Wrong($"{section.Path}:{key}", "ยังไม่ได้ตั้ง");
        string Claim(string key, string usual) => section[key] is { Length: > 0 } value ? value : usual;
        void Demand(bool holds, string key, string rule)
        {
            if (!holds)
            {
                throw Wrong($"{section.Path}:{key}", rule);
            }
        }
    }

    // The value is not repeated: it may be a secret in the wrong place.
    internal static PortalException Wrong(string path, string rule) => new("settings.openid", $"เปิดพอร์ทัลไม่ได้ การตั้งค่า {path.Replace(":", "__", StringComparison.Ordinal)} {rule}");

    private static bool IsAuthority(string text, bool isDevelopment) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (isDevelopment && address.Scheme == Uri.UriSchemeHttp));

    [GeneratedRegex(@"^[a-z0-9-]+\z")]
    private static partial Regex NameForm();
}
