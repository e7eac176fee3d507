using KhokNongNa.Search.Analysis;
using KhokNongNa.Search.Storage;
using KhokNongNa.Thai;
using Lucene.Net.Index;
using Lucene.Net.Util;

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
        Reading = new CloseReading(content, _clusters.WeightOf, isMisspelt: HasStrangePairs && !query.Asks);
        _trigrams = QueryTerms.Of(IndexFields.Trigrams, content.Text, Grams.Trigrams(content), reader);
    }

    public ThaiLexicon Lexicon => _query.Lexicon;

    public QueryTerms Words => _words;

    public QueryTerms Pairs => _pairs;

    /// <summary>How much of the query, by letters, is words that stand in a text; single letters are none.</summary>
    public float KnownShare =>
        (float)_words.All.Where(word => word.IsKnown && word.Text.Length > 1).Sum(word => word.Text.Length) / Math.Max(1, _words.All.Sum(word => word.Text.Length));

    /// <summary>Whether clusters stand side by side that do so in no text: the sign of a slip.</summary>
    public bool HasStrangePairs => _pairs.All.Any(pair => !pair.IsKnown);

    /// <summary>
    /// Where a slip may be, as pieces of what was folded, in order: clusters side by side that hardly ever are (others may make the
    /// same slip), words that no text has, and single Thai letters, into which the segmenter takes apart what it does not know.
    /// </summary>
    /// <param name="hasOtherWords">Synonyms were found: its unknown words are likely of a dialect, and no slips.</param>
    public IEnumerable<Slice> StrangePlaces(bool hasOtherWords) => hasOtherWords
        ? StrangePairs()
        : StrangePairs()
            .Concat(_query.Words.Where(word => word.Length == 1 ? IsThai(word) : _words.DocumentsOf(word.Of(_query.Folded)) == 0))
            .OrderBy(place => place.Start);

    private IEnumerable<Slice> StrangePairs()
    {
        var content = _query.Content;
        for (var second = 1; second < content.Clusters.Count; second++)
        {
            if (_clusters.DocumentsOf(Grams.Pair(content, second).Of(content.Text)) <= Ranking.StrangeDocuments)
            {
                var start = content.Clusters[second - 1].Source.Start;
                yield return new Slice(start, content.Clusters[second].Source.End - start);
            }
        }
    }

    private bool IsThai(Slice letter) => _query.Folded[letter.Start] is >= 'ก' and <= 'ๆ' and var c && char.IsLetter(c);

    public CloseReading Reading { get; }

    /// <summary>What every document scores, and which are hits.</summary>
    public Counted Count()
    {
        var content = _query.Content;
        var clusters = content.Clusters.Count;
        var leniency = Ranking.Leniency(clusters);
        var hits = new FixedBitSet(_reader.MaxDoc);
        var tally = new Tally(_reader);
        AddHolding(_words, Ranking.WordsWeight(clusters), _words.WithoutLetters(), Ranking.Words);
        AddHolding(_clusters, Ranking.ClustersWeight, _pairs, Ranking.Pairs);
        AddHolding(_trigrams, Ranking.TrigramsWeight, _trigrams, Ranking.Trigrams);
        var sounds = Sounds.Of(content);
        tally.Add(QueryTerms.Of(IndexFields.Sounds, sounds, Sounds.Grams(sounds), _reader), Ranking.SoundsWeight * Ranking.Shortness(clusters));
        var heading = QueryTerms.Of(IndexFields.Heading, content.Text, Grams.Pairs(content), _reader);
        tally.Add(heading, Ranking.HeadingWeight);
        tally.Add(heading.Telling(), Ranking.OwnHeadingWeight * Ranking.Shortness(clusters));
        tally.AddConstant(new Term(IndexFields.Exact, DocumentMaker.ExactTerm(_query.Syntax.Text)), Ranking.ExactTitle);
        return new Counted(tally.Scores, hits);

        void AddHolding(QueryTerms terms, float weight, QueryTerms counted, Ranking.Share share)
        {
            var held = new float[_reader.MaxDoc];
            tally.Add(terms, weight, [.. counted.All.Select(term => term.Text)], held);
            Coverage.Mark(held, counted, share.Times(leniency), hits);
        }
    }

    /// <param name="Scores">By document.</param>
    internal readonly record struct Counted(float[] Scores, FixedBitSet Hits)
    {
        /// <summary>What this query or the same in another word finds; the better score counts.</summary>
        public void Join(Counted other, float weight)
        {
            Hits.Or(other.Hits);
            for (var document = 0; document < Scores.Length; document++)
            {
                Scores[document] = Math.Max(Scores[document], weight * other.Scores[document]);
            }
        }
    }
}
