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
            if (i > 0)
            {
                terms.Add(Pair(text, i));
            }
        }

        return terms;
    }

    /// <summary>Each pair of neighbouring clusters; of a text that is a single cluster, that one.</summary>
    public static List<Slice> Pairs(DenseText text)
    {
        var terms = new List<Slice>(text.Clusters.Count);
        for (var i = 1; i < text.Clusters.Count; i++)
        {
            terms.Add(Pair(text, i));
        }

        if (text.Clusters.Count == 1)
        {
            terms.Add(text.Clusters[0].Dense);
        }

        return terms;
    }

    /// <summary>Every three characters in a row; a text shorter than that is one term.</summary>
    public static List<Slice> Trigrams(DenseText text)
    {
        const int size = 3;
        var terms = new List<Slice>(text.Text.Length);
        for (var at = 0; at + size <= text.Text.Length; at++)
        {
            terms.Add(new Slice(at, size));
        }

        if (text.Text.Length is > 0 and < size)
        {
            terms.Add(new Slice(0, text.Text.Length));
        }

        return terms;
    }

    /// <summary>The cluster with this number, which is not the first, and the one before it.</summary>
    public static Slice Pair(DenseText text, int second)
    {
        var from = text.Clusters[second - 1].Dense;
        return new Slice(from.Start, from.Length + text.Clusters[second].Dense.Length);
    }
}
