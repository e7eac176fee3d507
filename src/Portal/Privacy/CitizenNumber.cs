using System.Text.RegularExpressions;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Privacy;

/// <summary>
/// The 13 digits of a Thai citizen, which the portal keeps nowhere. They are looked for in whatever people write: with blanks and
/// dashes, in Thai digits, in the middle of a sentence.
/// </summary>
public static partial class CitizenNumber
{
    private const int Length = 13;

    /// <summary>Whether a text holds one, or 13 digits that are written like one.</summary>
    public static bool IsIn(string? text)
    {
        if (text is null || text.Length < Length)
        {
            return false;
        }

        var line = WebAddress().Replace(ThaiDigits.ToArabic(ThaiText.Normalize(text)), match => Written().Matches(match.Value).Any(w => IsCertain(w.Value)) ? match.Value : " ");
        return Written().IsMatch(line) || Spread().Matches(line).Any(m => IsCertain(m.Value) && !IsListOfYears(m.Value));
    }

    /// <summary>Whether the 13 digits of a text keep to the check digit; other characters do not count.</summary>
    public static bool IsCertain(string text)
    {
        var (sum, count, last) = (0, 0, 0);
        foreach (var c in ThaiDigits.ToArabic(text).Where(char.IsAsciiDigit))
        {
            last = c - '0';
            sum += count < Length - 1 ? (Length - count) * last : 0;
            count++;
        }

        return count == Length && (11 - (sum % 11)) % 10 == last;
    }

    /// <summary>What to say beside a field whose text holds one.</summary>
    /// <param name="label">What the field is called: «ประวัติ».</param>
    public static string Sentence(string label) => $"พอร์ทัลไม่เก็บเลขบัตรประชาชน โปรดเอาเลข 13 หลักออกจาก{label}";

    /// <param name="label">What the field is called: «ประวัติ».</param>
    /// <param name="field">The form field that the sentence belongs beside.</param>
    /// <exception cref="PortalException">The text holds one.</exception>
    public static void Demand(string label, string? text, string? field = null)
    {
        if (IsIn(text))
        {
            throw new PortalException("privacy.citizen-number", Sentence(label), field);
        }
    }

    // 2564 2565 2566 2 has 13 digits too.
    private static bool IsListOfYears(string digits) => Year().Count(digits) >= 2;

    /// <summary>In a row, or as on the card. None begins with 9: that is a book's number.</summary>
    [GeneratedRegex(@"(?<![0-9]|[0-9][-.,/])([0-8][0-9]{12}|[0-8](?<gap> ?[-–./] ?| +)[0-9]{4}(\k<gap>)[0-9]{5}(\k<gap>)[0-9]{2}(\k<gap>)[0-9])(?![0-9]|[-.,/][0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    /// <summary>Broken up otherwise. A telephone number begins with 0.</summary>
    [GeneratedRegex(@"(?<![0-9]|[0-9][-–., /])[1-8]( ?[-–] ?| )?([0-9]( ?[-–] ?| )?){11}[0-9](?![0-9]|[-–., /]+[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Spread();

    [GeneratedRegex(@"(?<![0-9])(2[45][0-9]{2}|19[0-9]{2}|20[0-9]{2})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    // Moments in milliseconds and numbers of pictures have 13 digits.
    [GeneratedRegex(@"https?://\S+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WebAddress();
}
