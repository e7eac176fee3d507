using KhokNongNa.Thai;

namespace KhokNongNa.Search.Analysis;

/// <summary>A text as it is stored and shown: repaired, on one line. Folding it keeps every offset.</summary>
internal static class ShownText
{
    public static string Of(string text)
    {
        var normal = ThaiText.Normalize(text);
        return IsOneLine(normal) ? normal : string.Join(' ', normal.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsOneLine(string text)
    {
        var previous = ' ';
        foreach (var c in text)
        {
            if (c is ' ' ? previous == ' ' : char.IsWhiteSpace(c))
            {
                return false;
            }

            previous = c;
        }

        return previous != ' ' || text.Length == 0;
    }

    /// <summary>The beginning of a text, at most <paramref name="limit"/> UTF-16 units, ending with a whole cluster.</summary>
    public static string Beginning(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var end = 0;
        // One unit more than the limit, so that a cluster that ends at the limit is seen to end there.
        foreach (var cluster in ThaiClusters.Enumerate(text.AsSpan(0, limit + 1)))
        {
            if (cluster.End > limit)
            {
                break;
            }

            end = cluster.End;
        }

        // One run of letters longer than the limit has no better place to be cut.
        if (end == 0)
        {
            end = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        }

        return text[..end].TrimEnd();
    }
}
