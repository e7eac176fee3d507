using System.Globalization;
using System.Security.Cryptography;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Identity;

/// <summary>
/// The number on a member's slip: six random digits and a check digit by Damm's quasigroup (H. M. Damm, 2004), which finds every
/// single wrong digit and every swap of neighbours.
/// </summary>
public static class SignInNumber
{
    public const int Length = 7;

    private static readonly byte[,] Quasigroup =
    {
        { 0, 3, 1, 7, 5, 9, 8, 6, 4, 2 },
        { 7, 0, 9, 2, 1, 5, 4, 8, 6, 3 },
        { 4, 2, 0, 6, 8, 7, 1, 3, 5, 9 },
        { 1, 7, 5, 0, 9, 8, 3, 4, 2, 6 },
        { 6, 1, 2, 3, 0, 4, 5, 9, 7, 8 },
        { 3, 6, 7, 4, 2, 0, 9, 5, 8, 1 },
        { 5, 8, 6, 9, 7, 2, 0, 1, 3, 4 },
        { 8, 9, 4, 5, 3, 6, 2, 0, 1, 7 },
        { 9, 4, 3, 8, 6, 1, 7, 2, 0, 5 },
        { 2, 5, 8, 1, 4, 3, 6, 7, 9, 0 },
    };

    /// <summary>A number nobody can guess from another; the first digit is never 0, which gets lost when people copy numbers.</summary>
    public static string Draw()
    {
        var digits = RandomNumberGenerator.GetInt32(100_000, 1_000_000).ToString(CultureInfo.InvariantCulture);
        return digits + Check(digits);
    }

    /// <summary>The number in what somebody typed, Thai digits, blanks and dashes allowed; <c>null</c> when a digit is wrong or missing.</summary>
    public static string? Parse(string? typed)
    {
        var digits = Digits(typed);
        return digits.Length == Length && digits.All(char.IsAsciiDigit) && Check(digits) == '0' ? digits : null;
    }

    /// <summary>As it is printed and read out: «123-4567».</summary>
    public static string Show(string number) => number.Length == Length ? $"{number[..3]}-{number[3..]}" : number;

    /// <summary>What somebody typed with Thai digits folded and blanks and dashes gone.</summary>
    internal static string Digits(string? typed) =>
        string.Concat(ThaiDigits.ToArabic(typed ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '–' or '\u200b')));

    // Over a whole number the answer is 0.
    private static char Check(string digits)
    {
        var interim = 0;
        foreach (var digit in digits)
        {
            interim = Quasigroup[interim, digit - '0'];
        }

        return (char)('0' + interim);
    }
}
