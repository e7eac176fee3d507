using Lucene.Net.Search.Similarities;

namespace KhokNongNa.Search;

/// <summary>The numbers that decide the order and the limit of the hits, in one place to be measured against.</summary>
internal static class Ranking
{
    /// <summary>
    /// Okapi BM25. Saturation below the usual 1.2, because three fields count the same occurrence three times.
    /// </summary>
    public static Similarity Similarity { get; } = new BM25Similarity(k1: .6f, b: .75f);

    /// <summary>Not 1: short queries with a slip gain by it (nDCG@10 .939 → .943 on XQuAD-th), and no others lose.</summary>
    public const float WordsWeight = .7f;
    public const float ClustersWeight = .6f;
    public const float TrigramsWeight = .3f;

    /// <summary>Added for the clusters of title and names alone.</summary>
    public const float HeadingWeight = .3f;

    /// <summary>More than any sum of the others, so that whoever types a whole title gets it first.</summary>
    public const float ExactTitle = 1000f;

    public static Share Words { get; } = new(OfBest: .55f, OfAll: .3f);
    public static Share Pairs { get; } = new(OfBest: .55f, OfAll: .2f);
    public static Share Trigrams { get; } = new(OfBest: .6f, OfAll: .2f);

    /// <summary>How much of a query's terms, by weight, a document must hold to be a hit; see <see cref="Querying.Coverage"/>.</summary>
    /// <param name="OfBest">Share of what the document holds that holds the most.</param>
    /// <param name="OfAll">Share of the whole query: what is less is nonsense that meets a word by chance.</param>
    internal sealed record Share(float OfBest, float OfAll);
}
