using KhokNongNa.Search.Analysis;
using KhokNongNa.Search.Storage;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KhokNongNa.Search.Querying;

/// <summary>A query against one state of the index: which documents are hits, and how good they are.</summary>
internal sealed class TextQuery
{
    private readonly QueryTerms _words;
    private readonly QueryTerms _pairs;
    private readonly QueryTerms _trigrams;
    private readonly UnderstoodQuery _query;
    private readonly IndexReader _reader;

    public TextQuery(UnderstoodQuery query, IndexReader reader)
    {
        _query = query;
        _reader = reader;
        _words = QueryTerms.Of(IndexFields.Words, query.Folded, query.Words, reader);
        _pairs = QueryTerms.Of(IndexFields.Clusters, query.Content.Text, Grams.Pairs(query.Content), reader);
        _trigrams = QueryTerms.Of(IndexFields.Trigrams, query.Content.Text, Grams.Trigrams(query.Content), reader);
    }

    public QueryTerms Words => _words;

    public QueryTerms Pairs => _pairs;

    public Filter Hits => Coverage.Of(_reader, [(_words.WithoutLetters(), Ranking.Words), (_pairs, Ranking.Pairs), (_trigrams, Ranking.Trigrams)]);

    /// <summary>Sum of the three fields' BM25, and the title.</summary>
    public Query Score
    {
        get
        {
            var clusters = QueryTerms.Of(IndexFields.Clusters, _query.Content.Text, Grams.Clusters(_query.Content), _reader);
            var sum = new BooleanQuery(disableCoord: true);
            Add(sum, _words, Ranking.WordsWeight);
            Add(sum, clusters, Ranking.ClustersWeight);
            Add(sum, _trigrams, Ranking.TrigramsWeight);
            Add(sum, QueryTerms.Of(IndexFields.Heading, _query.Content.Text, Grams.Pairs(_query.Content), _reader), Ranking.HeadingWeight);
            sum.Add(
                new ConstantScoreQuery(new TermQuery(new Term(IndexFields.Exact, LuceneDocument.ExactTerm(_query.Shown)))) { Boost = Ranking.ExactTitle },
                Occur.SHOULD);
            return sum;
        }
    }

    private static void Add(BooleanQuery sum, QueryTerms terms, float weight)
    {
        foreach (var term in terms.All.Where(term => term.IsKnown))
        {
            sum.Add(new TermQuery(term.Term, term.Places) { Boost = weight * term.Times }, Occur.SHOULD);
        }
    }
}
