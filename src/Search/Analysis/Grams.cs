namespace KhokNongNa.Search.Analysis;

/// <summary>The terms that need no dictionary. They carry misspelt, foreign and unknown words.</summary>
internal static class Grams
{
    /// <summary>Each character cluster, and each pair of neighbours.</summary>
    public static List<Slice> Clusters(DenseText text)
    {
        var terms = new List<Slice>(text.Clusters.Count * 2);
        for (var i = 0; i < text.Clusters.Count; i++)
        {
            terms.Add(text.Clusters[i].Dense);
            if (text.Clusters[i].Joined)
            {
                terms.Add(Pair(text, i));
            }
        }

        return terms;
    }

    /// <summary>Pairs of neighbouring clusters; a cluster without neighbours stands for itself.</summary>
    public static List<Slice> Pairs(DenseText text)
    {
        var terms = new List<Slice>(text.Clusters.Count);
        for (var i = 0; i < text.Clusters.Count; i++)
        {
            if (text.Clusters[i].Joined)
            {
                terms.Add(Pair(text, i));
            }
            else if (i + 1 == text.Clusters.Count || !text.Clusters[i + 1].Joined)
            {
                terms.Add(text.Clusters[i].Dense);
            }
        }

        return terms;
    }

    /// <summary>Every three characters in a row; a run shorter than that is one term.</summary>
    public static List<Slice> Trigrams(DenseText text)
    {
        const int size = 3;
        var terms = new List<Slice>(text.Text.Length);
        for (var first = 0; first < text.Clusters.Count;)
        {
            var after = first + 1;
            while (after < text.Clusters.Count && text.Clusters[after].Joined)
            {
                after++;
            }

            var start = text.Clusters[first].Dense.Start;
            var end = text.Clusters[after - 1].Dense.End;
            for (var at = start; at == start || at + size <= end; at++)
            {
                terms.Add(new Slice(at, Math.Min(size, end - at)));
            }

            first = after;
        }

        return terms;
    }

    private static Slice Pair(DenseText text, int second)
    {
        var from = text.Clusters[second - 1].Dense;
        return new Slice(from.Start, from.Length + text.Clusters[second].Dense.Length);
    }
}
