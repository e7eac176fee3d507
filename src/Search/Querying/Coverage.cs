using Lucene.Net.Util;

namespace KhokNongNa.Search.Querying;

/// <summary>
/// Decides which documents are hits at all: those that hold enough of the query, each term counted by its weight, so that
/// two rare words weigh more than five common ones. Enough is measured by the document that holds the most: where one has
/// the whole query, those that have half of it are left out; where a mistake in typing or a long question lets none have
/// much, the others need not have more. Being enough by one of several lists of terms is enough. Every document of the index
/// is looked at, filters or not: what is a hit must not depend on what else is chosen.
/// </summary>
internal static class Coverage
{
    public static void Mark(ReadOnlySpan<float> held, QueryTerms terms, Ranking.Share share, FixedBitSet hits)
    {
        var most = 0f;
        foreach (var sum in held)
        {
            most = Math.Max(most, sum);
        }

        // A little less than exact, because sums of the same numbers in another order differ in the last bit.
        var enough = Math.Max(most * share.OfBest, terms.All.Sum(term => term.Weight) * share.OfAll) * .9999f;
        for (var document = 0; document < held.Length; document++)
        {
            if (held[document] > 0 && held[document] >= enough)
            {
                hits.Set(document);
            }
        }
    }
}
