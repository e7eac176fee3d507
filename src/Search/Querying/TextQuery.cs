using KhokNongNa.Search.Analysis;
using KhokNongNa.Search.Storage;
using KhokNongNa.Thai;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KhokNongNa.Search.Querying;

/// <summary>A query against one state of the index: which documents are hits, and how good they are.</summary>
internal sealed class TextQuery
{
    private readonly QueryTerms _words;
    private readonly QueryTerms _clusters;
    private readonly QueryTerms _pairs;
    private readonly QueryTerms _trigrams;
    private readonly UnderstoodQuery _query;
    private readonly IndexReader _reader;

    public TextQuery(UnderstoodQuery query, IndexReader reader)
    {
        _query = query;
        _reader = reader;
        var content = query.Content;
        _words = QueryTerms.Of(IndexFields.Words, query.Folded, query.Words, reader);
        _clusters = QueryTerms.Of(IndexFields.Clusters, content.Text, Grams.Clusters(content), reader);
        _pairs = _clusters.Only(content.Text, Grams.Pairs(content));
        _trigrams = QueryTerms.Of(IndexFields.Trigrams, content.Text, Grams.Trigrams(content), reader);
    }

    public ThaiLexicon Lexicon => _query.Lexicon;

    public QueryTerms Words => _words;

    public QueryTerms Pairs => _pairs;

    /// <summary>Whether clusters stand side by side that do so in no text: the sign of a slip.</summary>
    public bool HasStrangePairs => _pairs.All.Any(pair => !pair.IsKnown);

    public CloseReading Reading => new(_query.Content, _clusters.WeightOf);

    public Coverage Hits
    {
        get
        {
            var leniency = Ranking.Leniency(_query.Content.Clusters.Count);
            return Coverage.Of(_reader,
            [
                (_words.WithoutLetters(), Ranking.Words.Times(leniency)),
                (_pairs, Ranking.Pairs.Times(leniency)),
                (_trigrams, Ranking.Trigrams.Times(leniency)),
            ]);
        }
    }

    /// <summary>Sum of the fields' BM25, and the title.</summary>
    public Query Score
    {
        get
        {
            var content = _query.Content;
            var sounds = Sounds.Of(content);
            var sum = new BooleanQuery(disableCoord: true);
            Add(sum, _words, Ranking.WordsWeight(content.Clusters.Count));
            Add(sum, _clusters, Ranking.ClustersWeight);
            Add(sum, _trigrams, Ranking.TrigramsWeight);
            Add(
                sum,
                QueryTerms.Of(IndexFields.Sounds, sounds, Sounds.Grams(sounds), _reader),
                Ranking.SoundsWeight * Ranking.Shortness(content.Clusters.Count));
            Add(sum, QueryTerms.Of(IndexFields.Heading, content.Text, Grams.Pairs(content), _reader), Ranking.HeadingWeight);
            sum.Add(
                new ConstantScoreQuery(new TermQuery(new Term(IndexFields.Exact, LuceneDocument.ExactTerm(_query.Syntax.Text)))) { Boost = Ranking.ExactTitle },
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
