using System.Globalization;
using ICU4N.Text;

namespace KhokNongNa.Thai;

/// <summary>A piece of a text, by its offsets.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first offset behind the piece.</summary>
    public int End => Start + Length;
}

/// <summary>
/// Words by dictionary (ICU's Thai word list) for text that is written without spaces. Safe to call from many threads.
/// </summary>
/// <remarks>
/// The list knows common words, not local or technical ones: those come apart (โคก|หนอง|นา), the same way each time, unless
/// a <see cref="ThaiLexicon"/> holds them together.
/// A number with separators inside (1,000.50) is one word; 15-15-15 is three.
/// </remarks>
public static class ThaiWords
{
    // The dictionary engine looks at a whole run of Thai at once. Text without any space is cut up for it, so that
    // its memory does not grow with the text.
    private const int LongestPiece = 8192;

    private static readonly Lazy<BreakIterator> Loaded = new(() =>
    {
        var iterator = BreakIterator.GetWordInstance(CultureInfo.GetCultureInfo("th-TH"));
        // The word list itself is read when the first Thai character is met.
        iterator.SetText("ไทย");
        _ = iterator.Next();
        return iterator;
    });

    // An iterator remembers its text and place; its clones share the dictionary.
    [ThreadStatic]
    private static BreakIterator? _iterator;

    /// <summary>Loads rules and dictionary now (some 0.2 s), so that the first reader need not wait for it.</summary>
    public static void Warm() => _ = Loaded.Value;

    /// <summary>The words of a text in order; spans without a letter or digit are left out. Throws for no UTF-16.</summary>
    public static IReadOnlyList<TextSpan> Segment(string text) => Cut(text);

    /// <summary>The same, with the words of a lexicon in one piece. The text is to be folded, as the lexicon's words are.</summary>
    public static IReadOnlyList<TextSpan> Segment(string text, ThaiLexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        return LexiconWords.Apply(text, Cut(text), lexicon);
    }

    private static List<TextSpan> Cut(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<TextSpan>();
        if (text.Length == 0)
        {
            return words;
        }

        var iterator = _iterator ??= (BreakIterator)Loaded.Value.Clone();
        try
        {
            for (var start = 0; start < text.Length;)
            {
                var end = EndOfPiece(text, start);
                AddWords(iterator, text, start, end, words);
                start = end;
            }
        }
        finally
        {
            // Else every thread would keep the last text it saw.
            iterator.SetText("");
        }

        return words;
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

    private static int EndOfPiece(string text, int start)
    {
        if (text.Length - start <= LongestPiece)
        {
            return text.Length;
        }

        var window = text.AsSpan(start, LongestPiece);
        var space = window.LastIndexOfAny(' ', '\n');
        if (space >= 0)
        {
            return start + space + 1;
        }

        var end = 0;
        foreach (var cluster in ThaiClusters.Enumerate(window))
        {
            end = cluster.Start;
        }

        return start + (end > 0 ? end : LongestPiece);
    }
}
