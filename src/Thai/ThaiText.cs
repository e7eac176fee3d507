using System.Globalization;
using System.Text;

namespace KhokNongNa.Thai;

/// <summary>
/// The one spelling of a text. Import, index and query all pass through <see cref="Normalize(string)"/>, so that what looks the
/// same on screen is the same in memory; <see cref="Fold(string)"/> then makes the keys that are searched.
/// </summary>
/// <remarks>Ordinal throughout: culture-aware matching would take น้า and นา for one word.</remarks>
public static class ThaiText
{
    private const char FullwidthFirst = '\uFF01';
    private const char FullwidthLast = '\uFF5E';
    private const int FullwidthToAscii = 0xFEE0;

    /// <summary>
    /// Repairs how a text is encoded and leaves what its writer typed: case, Thai digits, runs of spaces and the space
    /// around ๆ stay. Lone surrogates become U+FFFD, line ends \n, Unicode spaces the plain space; zero-width characters
    /// and controls other than \n and \t go; the rest is NFC (never NFKC, which takes ำ apart). Then each Thai cluster
    /// gets one order: consonant, phinthu, vowel signs, tone, thanthakhat, and ำ last.
    /// </summary>
    /// <remarks>
    /// Idempotent, linear, throws for no UTF-16. Returns the same instance when there is nothing to repair. Of two
    /// different tone marks on one consonant the last typed stays: it is the writer's correction. Marks beyond the
    /// thirtieth foreign one on a letter are dropped.
    /// </remarks>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return NormalForm.IsCertain(text) ? text : NormalizerPasses.Run(text);
    }

    /// <summary>
    /// The search key of a normalised text, char for char of the same length, so that an offset in the key is an offset in
    /// the text: lower case, Thai digits as Arabic, fullwidth forms as ASCII.
    /// </summary>
    /// <remarks>Letters outside the basic plane keep their case: they take two chars.</remarks>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = FirstFolded(text);
        return first < 0 ? text : string.Create(text.Length, (text, first), static (folded, source) =>
        {
            source.text.CopyTo(folded);
            for (var at = source.first; at < folded.Length; at++)
            {
                folded[at] = Fold(folded[at]);
            }
        });
    }

    /// <summary>Whether there is anything to read or search: one letter or digit of any script. False for emoji or spaces only.</summary>
    public static bool HasLetterOrDigit(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return HasLetterOrDigit(text.AsSpan());
    }

    internal static bool HasLetterOrDigit(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a character sits on the one before it (Unicode categories Mn, Mc, Me).</summary>
    internal static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static int FirstFolded(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Fold(text[i]) != text[i])
            {
                return i;
            }
        }

        return -1;
    }

    private static char Fold(char c) => c switch
    {
        >= ThaiLetters.FirstLetter and < ThaiLetters.Zero => c,
        < '\u0080' => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c,
        >= ThaiLetters.Zero and <= ThaiLetters.Nine => ThaiLetters.ArabicDigit(c),
        > ThaiLetters.Nine and <= ThaiLetters.Last => c,
        >= FullwidthFirst and <= FullwidthLast => char.ToLowerInvariant((char)(c - FullwidthToAscii)),
        _ => char.ToLowerInvariant(c),
    };
}
