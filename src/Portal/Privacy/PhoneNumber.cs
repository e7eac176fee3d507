using System.Text.RegularExpressions;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Privacy;

/// <summary>A Thai telephone number: nine digits, of a mobile ten, the first a 0.</summary>
public static partial class PhoneNumber
{
    private const string Rule = "เบอร์โทรต้องมีตัวเลข 9 หรือ 10 ตัว ขึ้นต้นด้วย 0";

    /// <summary>Digits of the number in what somebody typed; <c>null</c> when it is none.</summary>
    public static string? Parse(string typed) => TryRead(typed, out var digits, out _) ? digits : null;

    /// <param name="why">What is wrong, as a sentence for the person; empty when it was read.</param>
    public static bool TryRead(string typed, out string digits, out string why)
    {
        (digits, why) = Read(ThaiDigits.ToArabic(ThaiText.Normalize(typed)).Trim());
        return why.Length == 0;
    }

    /// <summary>«081-234-5678», «044-123-456», «02-123-4567».</summary>
    public static string Show(string digits) => digits switch
    {
        { Length: 9 } when digits[1] == '2' => $"{digits[..2]}-{digits[2..5]}-{digits[5..]}",
        { Length: >= 9 } => $"{digits[..3]}-{digits[3..6]}-{digits[6..]}",
        _ => digits,
    };

    private static (string Digits, string Why) Read(string line)
    {
        if (CitizenNumber.IsIn(line))
        {
            return ("", $"{Rule} (ไม่ใช่เลขบัตรประชาชน)");
        }

        var label = Label().Match(line);
        line = line[label.Length..];
        if (Extension().Match(line) is { Success: true } extension)
        {
            var first = Parse(line[..extension.Index]);
            return ("", first is null ? $"{Rule} ไม่มีเบอร์ต่อ" : $"ใส่เบอร์ต่อไม่ได้ โปรดใส่เฉพาะ {Show(first)}");
        }

        if (Joint().Split(line).Count(p => Digits(p).Length is 9 or 10) > 1)
        {
            return ("", "โปรดใส่ทีละเบอร์");
        }

        var digits = Digits(line);
        digits = digits.StartsWith("+66", StringComparison.Ordinal) ? "0" + digits[3..].TrimStart('0')
            : digits.StartsWith("0066", StringComparison.Ordinal) ? "0" + digits[4..].TrimStart('0')
            : digits.StartsWith("66", StringComparison.Ordinal) && digits.Length is 10 or 11 ? "0" + digits[2..]
            : digits;
        return Check(digits);
    }

    private static (string Digits, string Why) Check(string digits) =>
        digits.Length == 0 || digits[0] != '0' || !digits.All(char.IsAsciiDigit) ? ("", Rule)
        : digits.Length == 9 && digits[1] is '6' or '8' or '9' ? ("", $"เบอร์มือถือมีตัวเลข 10 ตัว ตอนนี้มี {digits.Length} ตัว")
        : digits.Length is 9 or 10 && digits[1] != '0' ? (digits, "")
        : ("", $"{Rule} ตอนนี้มี {digits.Length} ตัว");

    private static string Digits(string text) => Separators().Replace(text, "");

    [GeneratedRegex(@"\A(เบอร์โทรศัพท์|เบอร์โทร|เบอร์|โทรศัพท์|โทร|มือถือ|tel|phone) *[.:]* *", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@" *(ต่อ|ext\.?|#) *[0-9]+\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Extension();

    [GeneratedRegex(@" *[,/;\n] *| หรือ | และ | (?=0[0-9]{1,2}[- ]?[0-9]{3})", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex(@"[\s\-–—.()]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
