using KhokNongNa.Portal.Network;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Privacy;

/// <summary>How somebody can be reached, read from what was typed.</summary>
/// <param name="Value">The one spelling that is kept: digits, an id, an address of a page or of a mailbox.</param>
public sealed record ContactValue(ContactChannel Kind, string Value)
{
    private const int LongestInput = 300;

    /// <summary>As people write it: «081-234-5678», «@khoknongna», «facebook.com/khoknongna».</summary>
    public string Shown => Kind switch
    {
        ContactChannel.Phone => PhoneNumber.Show(Value),
        ContactChannel.Facebook => Value.Replace("https://www.", "", StringComparison.Ordinal),
        _ => Value,
    };

    /// <summary>Where a tap leads: calls, writes, or opens the app.</summary>
    public string Link => Kind switch
    {
        ContactChannel.Phone => $"tel:+66{Value[1..]}",
        ContactChannel.Line when Value.StartsWith("https://", StringComparison.Ordinal) => Value,
        ContactChannel.Line => Value[0] == '@' ? $"https://line.me/R/ti/p/{Value}" : $"https://line.me/ti/p/~{Value}",
        ContactChannel.Facebook => Value,
        _ => $"mailto:{Value}",
    };

    /// <summary>Reads what somebody typed. Never throws.</summary>
    /// <param name="why">What is wrong, as a sentence for the person; empty when it was read.</param>
    public static bool TryRead(ContactChannel kind, string typed, out ContactValue? value, out string why)
    {
        var line = ThaiDigits.ToArabic(ThaiText.Normalize(typed)).Trim();
        (var read, why) = line switch
        {
            "" => ("", $"โปรดใส่{kind.Name()}"),
            { Length: > LongestInput } => ("", $"{kind.Name()}ยาวเกินไป"),
            _ when kind == ContactChannel.Phone => PhoneNumber.TryRead(line, out var digits, out var wrong) ? (digits, "") : ("", wrong),
            _ when CitizenNumber.IsIn(line) => ("", CitizenNumber.Sentence($"ช่อง{kind.Name()}")),
            _ when kind == ContactChannel.Line => ContactAddresses.Line(line),
            _ when kind == ContactChannel.Facebook => ContactAddresses.Facebook(line),
            _ => ContactAddresses.Email(line),
        };
        value = why.Length == 0 ? new(kind, read) : null;
        return value is not null;
    }
}
