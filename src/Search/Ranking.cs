using Lucene.Net.Search.Similarities;

namespace KhokNongNa.Search;

/// <summary>The numbers that decide the order and the limit of the hits, in one place to be measured against.</summary>
internal static class Ranking
{
    /// <summary>
    /// Okapi BM25. Saturation below the usual 1.2, because three fields count the same occurrence three times.
    /// </summary>
    public static Similarity Similarity { get; } = new BM25Similarity(k1: .6f, b: .75f);

    public const float WordsWeight = 1f;
    public const float ClustersWeight = .6f;
    public const float TrigramsWeight = .3f;

    /// <summary>Added for the clusters of title and names alone.</summary>
    public const float HeadingWeight = .3f;

    /// <summary>More than any sum of the others, so that whoever types a whole title gets it first.</summary>
    public const float ExactTitle = 1000f;

    /// <summary>Shares of a query that a hit must hold; see <see cref="Querying.Coverage.Demand"/>.</summary>
    public const float WordsOfKnown = .55f;
    public const float WordsOfAll = .2f;
    public const float PairsOfKnown = .6f;
    public const float PairsOfAll = .4f;
}
