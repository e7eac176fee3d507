using System.Globalization;
using ICU4N.Text;

namespace KhokNongNa.Thai;

/// <summary>Words of clauses with other scripts and signs, or with marks astray, by ICU4N's own break iterator, some times slower.</summary>
internal static class StrangeWords
{
    // The iterator looks at a whole run at once. Text without any space is cut up for it, so that its memory does not grow
    // with the text.
    private const int LongestPiece = 8192;

    private static readonly Lazy<BreakIterator> Loaded = new(() => BreakIterator.GetWordInstance(CultureInfo.GetCultureInfo("th-TH")));

    // An iterator remembers its text and place; its clones share the dictionary.
    [ThreadStatic]
    private static BreakIterator? _iterator;

    internal static void Cut(string text, int start, int end, List<TextSpan> words)
    {
        var iterator = _iterator ??= (BreakIterator)Loaded.Value.Clone();
        try
        {
            while (start < end)
            {
                var to = EndOfPiece(text.AsSpan(start, end - start)) + start;
                AddWords(iterator, text, start, to, words);
                start = to;
            }
        }
        finally
        {
            // Else every thread would keep the last text it saw.
            iterator.SetText("");
        }
    }

    private static void AddWords(BreakIterator iterator, string text, int start, int end, List<TextSpan> words)
    {
        iterator.SetText(start == 0 && end == text.Length ? text : text[start..end]);
        var from = iterator.First();
        for (var to = iterator.Next(); to != BreakIterator.Done; from = to, to = iterator.Next())
        {
            if (ThaiText.HasLetterOrDigit(text.AsSpan(start + from, to - from)))
            {
                words.Add(new(start + from, to - from));
            }
        }
    }

    private static int EndOfPiece(ReadOnlySpan<char> text)
    {
        if (text.Length <= LongestPiece)
        {
            return text.Length;
        }

        var end = 0;
        foreach (var cluster in ThaiClusters.Enumerate(text[..LongestPiece]))
        {
            end = cluster.Start;
        }

        return end > 0 ? end : LongestPiece;
    }
}
