using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KhokNongNa.Search.Querying;

/// <summary>
/// Okapi BM25 of every document, term by term: each term's documents are read once, both for the score and for what they
/// hold of the query. Lucene's own scorer goes document by document through a heap of some three hundred terms.
/// </summary>
internal sealed class Tally(IndexReader reader)
{
    private const float Saturation = Ranking.Saturation;
    private const float LengthShare = Ranking.LengthShare;

    // The length of a field is kept in one byte of a document.
    private static readonly float[] Lengths = [.. Enumerable.Range(0, 256).Select(code => 1 / MathF.Pow(SmallSingle.Byte315ToSingle((byte)code), 2))];

    public float[] Scores { get; } = new float[reader.MaxDoc];

    /// <param name="terms">All of one field.</param>
    /// <param name="held">Gets the weight of each term a document has, when it is wanted for <paramref name="counted"/>.</param>
    public void Add(QueryTerms terms, float weight, HashSet<string>? counted = null, float[]? held = null)
    {
        var average = AverageLength(terms.Field);
        var norms = Array.ConvertAll(Lengths, length => Saturation * (1 - LengthShare + (LengthShare * length / average)));
        DocsEnum? documents = null;
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(terms.Field) is not { } dictionary)
            {
                continue;
            }

            var lengths = leaf.AtomicReader.GetNormValues(terms.Field);
            var lookup = dictionary.GetEnumerator();
            var scores = Scores.AsSpan(leaf.DocBase);
            foreach (var term in terms.All)
            {
                if (term.Places[leaf.Ord] is not { } place)
                {
                    continue;
                }

                lookup.SeekExact(term.Bytes, place);
                documents = lookup.Docs(leaf.AtomicReader.LiveDocs, documents);
                var most = weight * term.Times * term.Weight * (Saturation + 1);
                var holds = counted is null || counted.Contains(term.Text) ? held.AsSpan(held is null ? 0 : leaf.DocBase) : [];
                int document;
                while ((document = documents.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS)
                {
                    float times = documents.Freq;
                    scores[document] += most * times / (times + norms[(byte)lengths.Get(document)]);
                    if (!holds.IsEmpty)
                    {
                        holds[document] += term.Weight;
                    }
                }
            }
        }
    }

    /// <summary>Adds a constant to the documents that have the term.</summary>
    public void AddConstant(Term term, float value)
    {
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTermDocsEnum(term) is not { } documents)
            {
                continue;
            }

            int document;
            while ((document = documents.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS)
            {
                if (leaf.AtomicReader.LiveDocs is not { } live || live.Get(document))
                {
                    Scores[leaf.DocBase + document] += value;
                }
            }
        }
    }

    private float AverageLength(string field)
    {
        var sum = 0L;
        foreach (var leaf in reader.Leaves)
        {
            sum += Math.Max(0, leaf.AtomicReader.GetSumTotalTermFreq(field));
        }

        return sum > 0 ? (float)((double)sum / reader.MaxDoc) : 1;
    }
}
