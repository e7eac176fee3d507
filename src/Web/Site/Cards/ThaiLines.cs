using KhokNongNa.Thai;

namespace KhokNongNa.Web.Site.Cards;

/// <summary>Breaks a text into lines between words, for drawing: a drawing has no browser that would do it.</summary>
internal static class ThaiLines
{
    private const string Opening = "([{«“‘";

    /// <param name="measure">Width of a text as drawn.</param>
    /// <returns>At most <paramref name="most"/> lines; the last ends with «…» when there was more.</returns>
    public static IReadOnlyList<string> Break(string text, double width, int most, Func<string, double> measure)
    {
        var lines = new List<string>();
        var line = "";
        var used = 0.0;
        foreach (var piece in Pieces(text).SelectMany(p => measure(p) > width ? Clusters(p) : [p]))
        {
            var more = measure(piece);
            if (line.Length > 0 && used + more > width)
            {
                lines.Add(line.Trim());
                (line, used) = ("", 0);
            }

            line += piece;
            used += more;
        }

        if (line.Trim().Length > 0)
        {
            lines.Add(line.Trim());
        }

        return lines.Count <= most ? lines : [.. lines.Take(most - 1), Shorten(lines[most - 1], width, measure)];
    }

    // A word with what follows it up to the next one; an opening bracket goes with the word that it opens.
    private static IEnumerable<string> Pieces(string text)
    {
        var words = ThaiWords.Segment(text);
        var start = 0;
        for (var i = 1; i < words.Count; i++)
        {
            var end = words[i].Start;
            while (end > words[i - 1].End && Opening.Contains(text[end - 1], StringComparison.Ordinal))
            {
                end--;
            }

            yield return text[start..end];
            start = end;
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }

    // What is wider than a line by itself comes apart where Thai may be cut.
    private static List<string> Clusters(string piece)
    {
        var clusters = new List<string>();
        foreach (var cluster in ThaiClusters.Enumerate(piece))
        {
            // A run of Latin letters is one cluster; by itself it may be wider than the line too.
            clusters.AddRange(cluster.Kind == ClusterKind.Thai ? [piece[cluster.Start..cluster.End]] : piece[cluster.Start..cluster.End].EnumerateRunes().Select(r => r.ToString()));
        }

        return clusters;
    }

    private static string Shorten(string line, double width, Func<string, double> measure)
    {
        var pieces = Pieces(line).ToList();
        while (pieces.Count > 1 && measure(string.Concat(pieces).TrimEnd() + "…") > width)
        {
            pieces.RemoveAt(pieces.Count - 1);
        }

        return string.Concat(pieces).TrimEnd() + "…";
    }
}
