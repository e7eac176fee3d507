using KhokNongNa.Search.Analysis;

namespace KhokNongNa.Search.Excerpts;

/// <summary>Chooses which part of a text is shown.</summary>
internal static class Window
{
    // A match at the very edge cannot be read: about this much of the text stands before the first.
    private const int Lead = 40;

    // Thai puts a space where a phrase ends; within this much of the limit it is the better place to stop.
    private const int Slack = 30;

    /// <summary>
    /// The part, at most <paramref name="size"/> long, with the most different terms by weight, the earliest of equals.
    /// The beginning where nothing matched.
    /// </summary>
    public static Slice Best(string text, ClusterBounds bounds, IReadOnlyList<Match> matches, int size)
    {
        if (text.Length <= size)
        {
            return new Slice(0, text.Length);
        }

        var (first, last) = Richest(matches, size - Lead);
        var start = matches.Count == 0 ? 0 : Start(text, bounds, matches[first].Place.Start, size);
        var shown = matches.Count == 0 ? 0 : matches[last].Place.End;
        return new Slice(start, End(text, bounds, start + size, Math.Max(shown, start)) - start);
    }

    private static int Start(string text, ClusterBounds bounds, int match, int size)
    {
        // At the end of the text there is room to show more of what stands before.
        var earliest = Math.Max(0, Math.Min(match - Lead, text.Length - size));
        if (earliest == 0)
        {
            return 0;
        }

        var space = text.AsSpan(earliest, match - earliest).IndexOf(' ');
        return space >= 0 ? earliest + space + 1 : Math.Min(bounds.AtOrAfter(earliest), match);
    }

    private static int End(string text, ClusterBounds bounds, int latest, int shown)
    {
        if (latest >= text.Length)
        {
            return text.Length;
        }

        var space = text.AsSpan(latest - Slack, Slack).LastIndexOf(' ') + latest - Slack;
        if (space >= latest - Slack && space >= shown)
        {
            return space;
        }

        var end = bounds.AtOrBefore(latest);
        // One run of letters that fills the window has no better place to be cut.
        return end > latest - Slack || end >= shown ? Math.Max(end, Math.Min(shown, latest)) : latest;
    }

    /// <summary>The run of matches, no further apart than <paramref name="size"/>, that holds the most weight of different terms.</summary>
    private static (int First, int Last) Richest(IReadOnlyList<Match> matches, int size)
    {
        var best = (First: 0, Last: 0);
        var bestWeight = 0f;
        var weight = 0f;
        var times = new Dictionary<int, int>();
        var first = 0;
        for (var last = 0; last < matches.Count; last++)
        {
            weight += Count(matches[last], 1) == 1 ? matches[last].Weight : 0;
            for (; first < last && matches[last].Place.End - matches[first].Place.Start > size; first++)
            {
                weight -= Count(matches[first], -1) == 0 ? matches[first].Weight : 0;
            }

            // More by rounding alone is not more.
            if (weight > bestWeight + .001f)
            {
                (bestWeight, best) = (weight, (first, last));
            }
        }

        return best;

        int Count(Match match, int change) => times[match.Term] = times.GetValueOrDefault(match.Term) + change;
    }
}
