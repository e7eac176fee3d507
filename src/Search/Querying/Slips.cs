using KhokNongNa.Search.Analysis;

namespace KhokNongNa.Search.Querying;

/// <summary>
/// Single typing mistakes that fingers and ears make: a letter left out, repeated, swapped with the next, met with the key beside it,
/// or written as it sounds. Any other letter in its place makes another word of it: น้ำปา is น้ำปลา rather than น้ำยา.
/// </summary>
internal static class Slips
{
    // Kedmanee without and with shift, and Latin letters, row by row.
    private static readonly string[] Rows =
    [
        "ๅ/-ภถุึคตจขช", "ๆไำพะัีรนยบล", "ฟหกดเ้่าสวง", "ผปแอิืทมใฝ",
        "ู฿", "ฎฑธํ๊ณฯญฐ", "ฤฆฏโฌ็๋ษศซ", "ฉฮฺ์?ฒฬฦ",
        "qwertyuiop", "asdfghjkl", "zxcvbnm",
    ];

    // Vowels that many write one for the other.
    private static readonly string[] Vowels = ["ิี", "ึื", "ุู", "ใไ"];

    private static readonly HashSet<(char, char)> Beside =
        [.. Rows.Concat(Vowels).SelectMany(row => row.Zip(row.Skip(1))).SelectMany(keys => new[] { keys, (keys.Second, keys.First) })];

    /// <summary>Whether what was typed is the word with one mistake.</summary>
    public static bool IsOne(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        if (Math.Abs(typed.Length - meant.Length) > 1)
        {
            return false;
        }

        var at = typed.CommonPrefixLength(meant);
        var (typedRest, meantRest) = (typed.Length - at, meant.Length - at);
        if (typedRest < meantRest)
        {
            return typed[at..].SequenceEqual(meant[(at + 1)..]);
        }

        if (typedRest > meantRest)
        {
            return typed[(at + 1)..].SequenceEqual(meant[at..]) && IsExtra(typed, at);
        }

        return typedRest > 0 && (IsSwapped(typed, meant, at) || (typed[(at + 1)..].SequenceEqual(meant[(at + 1)..]) && IsAlike(typed[at], meant[at])));
    }

    private static bool IsExtra(ReadOnlySpan<char> typed, int at) =>
        (at > 0 && IsNear(typed[at], typed[at - 1])) || (at + 1 < typed.Length && IsNear(typed[at], typed[at + 1]));

    private static bool IsSwapped(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant, int at) =>
        at + 1 < typed.Length && typed[at] == meant[at + 1] && typed[at + 1] == meant[at] && typed[(at + 2)..].SequenceEqual(meant[(at + 2)..]);

    private static bool IsNear(char one, char other) => one == other || Beside.Contains((one, other));

    private static bool IsAlike(char one, char other) => IsNear(one, other) || Sounds.Consonant(one) == Sounds.Consonant(other) || (IsTone(one) && IsTone(other));

    private static bool IsTone(char c) => c is >= '่' and <= '๋';
}
