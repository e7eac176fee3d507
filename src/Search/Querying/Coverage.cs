using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KhokNongNa.Search.Querying;

/// <summary>
/// Decides which documents are hits at all: those that hold enough of the query, each term counted by its weight, so that
/// two rare words weigh more than five common ones. Being enough by one of several lists of terms is enough.
/// </summary>
internal sealed class Coverage(IReadOnlyList<Coverage.Demand> demands) : Filter
{
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        var reader = context.AtomicReader;
        var hits = new FixedBitSet(reader.MaxDoc);
        var held = ArrayPool<float>.Shared.Rent(reader.MaxDoc);
        foreach (var demand in demands)
        {
            held.AsSpan(0, reader.MaxDoc).Clear();
            Add(reader, acceptDocs, demand, held, hits);
        }

        ArrayPool<float>.Shared.Return(held);
        return hits;
    }

    private static void Add(AtomicReader reader, IBits acceptDocs, Demand demand, float[] held, FixedBitSet hits)
    {
        if (reader.GetTerms(demand.Terms.Field) is not { } terms)
        {
            return;
        }

        var lookup = terms.GetEnumerator();
        DocsEnum? documents = null;
        foreach (var term in demand.Terms.All)
        {
            if (!lookup.SeekExact(term.Term.Bytes))
            {
                continue;
            }

            documents = lookup.Docs(acceptDocs, documents, DocsFlags.NONE);
            int document;
            while ((document = documents.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS)
            {
                held[document] += term.Weight;
                if (held[document] >= demand.Enough)
                {
                    hits.Set(document);
                }
            }
        }
    }

    /// <param name="Enough">Sum of the weights of different terms that a hit must hold.</param>
    internal sealed record Demand(QueryTerms Terms, float Enough)
    {
        /// <param name="ofKnown">Share of the terms that the index has at all.</param>
        /// <param name="ofAll">Share of all terms: keeps one word that happens to exist from answering for a line of nonsense.</param>
        public static Demand Of(QueryTerms terms, float ofKnown, float ofAll)
        {
            var all = terms.All.Sum(term => term.Weight);
            var known = terms.All.Where(term => term.IsKnown).Sum(term => term.Weight);
            // A little less than exact, because sums of the same numbers in another order differ in the last bit.
            return new Demand(terms, Math.Max(known * ofKnown, all * ofAll) * .9999f);
        }
    }
}
