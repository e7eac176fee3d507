using System.Text;
using KhokNongNa.Thai;

namespace KhokNongNa.Search.Analysis;

/// <summary>A text as it is stored and shown: repaired, on one line. Folding it keeps every offset.</summary>
internal static class ShownText
{
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in ThaiText.Normalize(text))
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        if (line.Length > 0 && line[^1] == ' ')
        {
            line.Length--;
        }

        return line.ToString();
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
