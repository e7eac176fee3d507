using System.Globalization;
using System.Text.RegularExpressions;

namespace KhokNongNa.Thai;

/// <summary>Thai and Arabic digits, and numbers as people type them. Independent of the process culture.</summary>
public static partial class ThaiDigits
{
    /// <summary>๒๕๖๔ → 2564; everything else stays.</summary>
    public static string ToArabic(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Map(text, ThaiLetters.Zero, '0');
    }

    /// <summary>2564 → ๒๕๖๔, for official print; everything else stays.</summary>
    public static string ToThai(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Map(text, '0', ThaiLetters.Zero);
    }

    /// <summary>Reads a whole number; see <see cref="TryParseDecimal"/> for what is accepted. Never throws.</summary>
    public static bool TryParseInt(string? text, out int value)
    {
        value = 0;
        return Plain(text) is { } plain && int.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>
    /// Reads a number in Thai or Arabic digits, with a sign, spaces around it, a decimal point and commas between
    /// thousands. A comma anywhere else is refused: 1,5 may have been meant as one and a half. Never throws.
    /// </summary>
    public static bool TryParseDecimal(string? text, out decimal value)
    {
        value = 0;
        return Plain(text) is { } plain
            && decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static string? Plain(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var arabic = ToArabic(text).Trim();
        return Number().IsMatch(arabic) ? arabic.Replace(",", "", StringComparison.Ordinal) : null;
    }

    private static string Map(string text, char fromZero, char toZero)
    {
        var last = (char)(fromZero + 9);
        return !text.AsSpan().ContainsAnyInRange(fromZero, last)
            ? text
            : string.Create(text.Length, (text, fromZero, toZero), static (mapped, from) =>
            {
                for (var i = 0; i < mapped.Length; i++)
                {
                    var c = from.text[i];
                    mapped[i] = c >= from.fromZero && c <= from.fromZero + 9 ? (char)(c - from.fromZero + from.toZero) : c;
                }
            });
    }

    [GeneratedRegex(@"\A[+-]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)?(\.[0-9]+)?(?<=[0-9])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
