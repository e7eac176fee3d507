using System.Globalization;

namespace KhokNongNa.Thai;

/// <summary>
/// Thai dictionary order (Royal Institute: consonant before leading vowel, tone marks last), by ICU's th collation:
/// กล้วย กาว ก้าว เกษตร แกลบ ไก่ ขนม. Spaces and punctuation do not count. The same under any process culture.
/// </summary>
/// <remarks>
/// Needs ICU, not invariant globalization. Keys of different ICU versions do not mix: recompute stored ones when the
/// base image brings another.
/// </remarks>
public static class ThaiSort
{
    // Longer texts that agree so far are not worth the column; a key is then at most some 500 characters.
    private const int LongestInput = 80;

    private static readonly CompareInfo Collation = CultureInfo.GetCultureInfo("th-TH").CompareInfo;

    /// <summary>Compares as the keys do, and by ordinal where those are equal, so that the order is total. Null comes first.</summary>
    public static IComparer<string> Comparer { get; } = Comparer<string>.Create(Compare);

    /// <summary>
    /// A key to store beside the text: keys compared byte by byte (SQLite BINARY, PostgreSQL "C") put the texts in order.
    /// Only the first 80 characters count.
    /// </summary>
    public static string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Convert.ToHexString(Collation.GetSortKey(Counted(text)).KeyData);
    }

    private static int Compare(string? left, string? right)
    {
        if (left is null || right is null)
        {
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        }

        var byCollation = Collation.Compare(Counted(left), Counted(right), CompareOptions.None);
        return byCollation != 0 ? byCollation : string.CompareOrdinal(left, right);
    }

    private static string Counted(string text)
    {
        // Normalising may shorten a text; it reads no further than could matter, whatever its length.
        var head = text.Length > 4 * LongestInput ? text[..(4 * LongestInput)] : text;
        var normal = ThaiText.Normalize(head);
        return normal.Length <= LongestInput ? normal
            : normal[..(char.IsHighSurrogate(normal[LongestInput - 1]) ? LongestInput - 1 : LongestInput)];
    }
}
