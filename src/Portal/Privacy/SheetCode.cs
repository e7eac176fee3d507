using System.Security.Cryptography;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Privacy;

/// <summary>The code on a printed consent form: it says nothing of the person, and ties the paper to what is recorded of it.</summary>
public static class SheetCode
{
    private const int Length = 8;

    // None that are mistaken for each other when read from paper.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public static string Draw() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>«K7M2-P9QX».</summary>
    public static string Show(string code) => code.Length == Length ? $"{code[..4]}-{code[4..]}" : code;

    /// <summary>The code in what somebody typed; <c>null</c> when it is none.</summary>
    public static string? Parse(string typed)
    {
        var code = string.Concat(ThaiDigits.ToArabic(typed).ToUpperInvariant().Where(c => !char.IsWhiteSpace(c) && c != '-'));
        return code.Length == Length && code.All(c => Letters.Contains(c, StringComparison.Ordinal)) ? code : null;
    }
}
