using KhokNongNa.Search.Analysis;
using KhokNongNa.Search.Querying;
using KhokNongNa.Thai;

namespace KhokNongNa.Search.Excerpts;

/// <summary>Cuts out and marks the part of a text that shows best why it was found. One serves all hits of a search.</summary>
internal sealed class Excerpt(TextQuery query)
{
    /// <summary>UTF-16 units of an excerpt, without the … at its ends.</summary>
    public const int MaxLength = 220;

    // Reading on costs time and hardly ever finds a better place: some twenty printed pages.
    private const int MaxRead = 50_000;

    // Letters; longer ones are runs without an end.
    private const int LongestWord = 40;

    private const string Ellipsis = "…";

    private readonly Lazy<TellingTerms> _words = new(() => new TellingTerms(query.Words), LazyThreadSafetyMode.None);
    private readonly Lazy<TellingTerms> _pairs = new(() => new TellingTerms(query.Pairs), LazyThreadSafetyMode.None);

    /// <summary>The whole title, with what matched marked.</summary>
    public IReadOnlyList<TextRun> Title(string title) => Runs(title, new Slice(0, title.Length), Read(title).Matches);

    public IReadOnlyList<TextRun> Of(string text)
    {
        var read = ShownText.Beginning(text, MaxRead);
        var (bounds, matches) = Read(read);
        var window = WholeWords(read, Window.Best(read, bounds, matches, MaxLength), matches);
        var runs = Runs(text, window, matches);
        if (window.Start > 0)
        {
            runs.Insert(0, new TextRun(Ellipsis, false));
        }

        if (window.End < text.Length)
        {
            runs.Add(new TextRun(Ellipsis, false));
        }

        return runs;
    }

    /// <summary>The window without the parts of words at its ends; a match is never cut off, and one endless word stays as it is.</summary>
    private Slice WholeWords(string text, Slice window, List<Match> matches)
    {
        if (window.Length == text.Length)
        {
            return window;
        }

        // A word that begins before the window is seen whole from here.
        var from = Math.Max(0, window.Start - LongestWord);
        var folded = ThaiText.Fold(text[from..Math.Min(text.Length, window.End + LongestWord)]);
        var shown = matches.Where(match => match.Place.Start >= window.Start && match.Place.End <= window.End).ToList();
        var start = window.Start;
        var end = window.End;
        foreach (var word in ThaiWords.Segment(folded, query.Lexicon))
        {
            var (first, last) = (from + word.Start, from + word.End);
            if (first < window.Start && last > window.Start && last <= window.Start + LongestWord && shown.TrueForAll(match => match.Place.Start >= last))
            {
                start = last;
            }

            if (first < window.End && last > window.End && first >= window.End - LongestWord && shown.TrueForAll(match => match.Place.End <= first))
            {
                end = first;
            }
        }

        while (end > start && end < text.Length && text[end - 1] == ' ')
        {
            end--;
        }

        return start < end ? new Slice(start, end - start) : window;
    }

    private (ClusterBounds Bounds, List<Match> Matches) Read(string text)
    {
        var folded = ThaiText.Fold(text);
        var bounds = new ClusterBounds(folded);
        var matches = Matches.OfWords(folded, _words.Value, bounds, query.Lexicon);
        // A word that no document has is a misspelt one: only its clusters can show what was meant.
        if (matches.Count == 0 || query.Words.All.Any(term => !term.IsKnown))
        {
            matches = [.. matches.Concat(Matches.OfPairs(folded, _pairs.Value)).OrderBy(match => match.Place.Start)];
        }

        return (bounds, matches);
    }

    private static List<TextRun> Runs(string text, Slice window, List<Match> matches)
    {
        var runs = new List<TextRun>();
        var at = window.Start;
        foreach (var piece in Matches.Merge(matches))
        {
            if (piece.Start < window.Start || piece.End > window.End)
            {
                continue;
            }

            AddRun(text[at..piece.Start], false);
            AddRun(text[piece.Start..piece.End], true);
            at = piece.End;
        }

        AddRun(text[at..window.End], false);
        return runs;

        void AddRun(string run, bool marked)
        {
            if (run.Length > 0)
            {
                runs.Add(new TextRun(run, marked));
            }
        }
    }
}
