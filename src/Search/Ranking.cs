using Lucene.Net.Search.Similarities;

namespace KhokNongNa.Search;

/// <summary>The numbers that decide the order and the limit of the hits, in one place to be measured against.</summary>
internal static class Ranking
{
    /// <summary>
    /// Okapi BM25. Saturation far below the usual 1.2, because several fields count the same occurrence.
    /// </summary>
    public const float Saturation = .5f;

    public const float LengthShare = .75f;

    /// <summary>How Lucene is to keep the lengths of fields.</summary>
    public static Similarity Similarity { get; } = new BM25Similarity(Saturation, LengthShare);

    /// <summary>A word or a name: one slip spoils most of it.</summary>
    public static bool IsShort(int clusters) => clusters < 10;

    /// <summary>Less in a very short query: a slip makes other words of it, and its clusters carry it.</summary>
    public static float WordsWeight(int clusters) => IsShort(clusters) ? .6f : 1.05f;

    public const float ClustersWeight = .4f;
    public const float TrigramsWeight = .3f;

    /// <summary>Of consonants in fours, in a short query. A long one has enough that is spelt right.</summary>
    public const float SoundsWeight = .25f;

    /// <summary>Added for the clusters of title and names alone.</summary>
    public const float HeadingWeight = .15f;

    /// <summary>Added for those that few headings have, in a short query: who asks for one thing means the text that is named for it.</summary>
    public const float OwnHeadingWeight = .6f;

    /// <summary>What a synonym finds is worth this much of what the word itself finds.</summary>
    public const float SynonymWeight = .8f;

    /// <summary>Two clusters that stand side by side in no more texts than this may be a slip.</summary>
    public const int StrangeDocuments = 1;

    /// <summary>The same of what is found with words of the index where the query seems misspelt.</summary>
    public const float CorrectionWeight = .9f;

    /// <summary>More than any sum of the others, so that whoever types a whole title gets it first.</summary>
    public const float ExactTitle = 1000f;

    /// <summary>The best of the counting are read closely and put in order again.</summary>
    public const int ReadClosely = 30;

    /// <summary>For the best piece of a document laid beside the query, in a short query: it finds what is misspelt.</summary>
    public const float AlignmentWeight = 1.2f;

    /// <summary>For the runs of clusters that stand in both: it tells answers from texts of the same words.</summary>
    public const float RunsWeight = .9f;

    /// <summary>For the piece of a document that a short query needs the fewest mistakes to be: a slip may leave no cluster as it was.</summary>
    public const float SpellingWeight = 1.5f;

    /// <summary>What a text must come to when it is read closely, to be a hit for its closeness alone.</summary>
    public const float LeastCloseness = .35f;

    public const float ClosenessOfBest = .5f;

    /// <summary>A query of which less than this share is known words is searched as misspelt, or is of another world.</summary>
    public const float LeastKnown = .34f;

    /// <summary>What of a misspelt query, each cluster counting one, the best text must follow: one slip takes more of a short one.</summary>
    public static float LeastAlike(int clusters) => Math.Clamp(.35f + (.03f * clusters), .45f, .58f);

    /// <summary>A query of this many clusters counts as neither short nor long.</summary>
    public const float MiddleLength = 12;

    public static Share Words { get; } = new(OfBest: .55f, OfAll: .3f);
    public static Share Pairs { get; } = new(OfBest: .55f, OfAll: .2f);
    public static Share Trigrams { get; } = new(OfBest: .6f, OfAll: .2f);

    /// <summary>What the signs of a slip weigh: more in a short query, where one slip spoils most of the terms.</summary>
    public static float Shortness(int clusters) => Math.Clamp(MiddleLength / Math.Max(1, clusters), .2f, 1.2f);

    /// <summary>How much less a long query asks of a document: no text says the whole of a question.</summary>
    public static float Leniency(int clusters) => Math.Clamp(MiddleLength / Math.Max(1, clusters), .5f, 1f);

    /// <summary>How much of a query's terms, by weight, a document must hold to be a hit; see <see cref="Querying.Coverage"/>.</summary>
    /// <param name="OfBest">Share of what the document holds that holds the most.</param>
    /// <param name="OfAll">Share of the whole query: what is less is nonsense that meets a word by chance.</param>
    internal sealed record Share(float OfBest, float OfAll)
    {
        public Share Times(float leniency) => new(OfBest * leniency, OfAll * leniency);
    }
}
