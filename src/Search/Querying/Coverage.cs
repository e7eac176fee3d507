using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KhokNongNa.Search.Querying;

/// <summary>
/// Decides which documents are hits at all: those that hold enough of the query, each term counted by its weight, so that
/// two rare words weigh more than five common ones. Enough is measured by the document that holds the most: where one has
/// the whole query, those that have half of it are left out; where a mistake in typing or a long question lets none have
/// much, the others need not have more. Being enough by one of several lists of terms is enough.
/// </summary>
internal sealed class Coverage : Filter
{
    private readonly FixedBitSet[] _hits;

    private Coverage(FixedBitSet[] hits) => _hits = hits;

    /// <summary>Looks at every document of the index, filters or not: what is a hit must not depend on what else is chosen.</summary>
    public static Coverage Of(IndexReader reader, IReadOnlyList<(QueryTerms Terms, Ranking.Share Share)> lists)
    {
        var leaves = reader.Leaves;
        var hits = leaves.Select(leaf => new FixedBitSet(leaf.AtomicReader.MaxDoc)).ToArray();
        var held = ArrayPool<float>.Shared.Rent(reader.MaxDoc);
        foreach (var (terms, share) in lists)
        {
            held.AsSpan(0, reader.MaxDoc).Clear();
            foreach (var leaf in leaves)
            {
                Add(leaf, terms, held.AsSpan(leaf.DocBase));
            }

            var enough = Enough(held.AsSpan(0, reader.MaxDoc), terms, share);
            foreach (var leaf in leaves)
            {
                Mark(held.AsSpan(leaf.DocBase, leaf.AtomicReader.MaxDoc), enough, hits[leaf.Ord]);
            }
        }

        ArrayPool<float>.Shared.Return(held);
        return new Coverage(hits);
    }

    /// <summary>What either takes for a hit. Changes this one.</summary>
    public Coverage Or(Coverage other)
    {
        for (var leaf = 0; leaf < _hits.Length; leaf++)
        {
            _hits[leaf].Or(other._hits[leaf]);
        }

        return this;
    }

    /// <summary>Takes one more for a hit. Changes this one.</summary>
    public void Admit(IndexReader reader, int document)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
        _hits[leaf.Ord].Set(document - leaf.DocBase);
    }

    /// <summary>Those of the hits for which the condition holds. Changes this one.</summary>
    public Coverage Where(IndexReader reader, Func<AtomicReaderContext, int, bool> condition)
    {
        foreach (var leaf in reader.Leaves)
        {
            var hits = _hits[leaf.Ord];
            for (var document = 0; document < hits.Length; document++)
            {
                if (hits.Get(document) && !condition(leaf, document))
                {
                    hits.Clear(document);
                }
            }
        }

        return this;
    }

    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) => _hits[context.Ord];

    private static void Add(AtomicReaderContext leaf, QueryTerms terms, Span<float> held)
    {
        if (leaf.AtomicReader.GetTerms(terms.Field) is not { } dictionary)
        {
            return;
        }

        var lookup = dictionary.GetEnumerator();
        DocsEnum? documents = null;
        foreach (var term in terms.All)
        {
            if (term.Places.Get(leaf.Ord) is not { } place)
            {
                continue;
            }

            lookup.SeekExact(term.Term.Bytes, place);
            documents = lookup.Docs(leaf.AtomicReader.LiveDocs, documents, DocsFlags.NONE);
            int document;
            while ((document = documents.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS)
            {
                held[document] += term.Weight;
            }
        }
    }

    private static float Enough(ReadOnlySpan<float> held, QueryTerms terms, Ranking.Share share)
    {
        var most = 0f;
        foreach (var sum in held)
        {
            most = Math.Max(most, sum);
        }

        // A little less than exact, because sums of the same numbers in another order differ in the last bit.
        return Math.Max(most * share.OfBest, terms.All.Sum(term => term.Weight) * share.OfAll) * .9999f;
    }

    private static void Mark(ReadOnlySpan<float> held, float enough, FixedBitSet hits)
    {
        for (var document = 0; document < held.Length; document++)
        {
            if (held[document] > 0 && held[document] >= enough)
            {
                hits.Set(document);
            }
        }
    }
}
