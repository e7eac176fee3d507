using System.Globalization;
using KhokNongNa.Search.Excerpts;
using KhokNongNa.Search.Storage;
using KhokNongNa.Thai;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KhokNongNa.Search.Querying;

/// <summary>One search over one state of the index.</summary>
internal sealed class Searching
{
    // Of two clusters one slip leaves one, which is in half of all texts.
    private const int ShortestMisspelt = 2;

    private readonly SearchRequest _request;
    private readonly IndexSearcher _searcher;
    private readonly UnderstoodQuery _understood;
    private readonly TextQuery _text;
    private readonly List<(IReadOnlyList<SynonymPair> Used, TextQuery Text)> _others;
    private readonly Synonyms _synonyms;
    private readonly Excerpt _excerpt;
    private readonly int _size;
    private readonly long _skipped;
    private TextQuery? _corrected;

    public Searching(SearchRequest request, IndexSearcher searcher, ThaiLexicon lexicon, Synonyms synonyms)
    {
        _request = request;
        _searcher = searcher;
        _synonyms = synonyms;
        _understood = UnderstoodQuery.Of(request.Text, lexicon);
        _text = new TextQuery(_understood, searcher.IndexReader);
        _others = [.. Expansion.Of(_understood, synonyms).Select(expansion => (expansion.Used, new TextQuery(expansion.Query, searcher.IndexReader)))];
        _excerpt = new Excerpt(_text);
        _size = Math.Clamp(request.Size, 1, SearchRequest.MaxSize);
        _skipped = (Math.Max(request.Page, 1) - 1L) * _size;
    }

    private bool HasFilters => _request.Facets.Any(facet => facet.Chosen.Count > 0);

    public SearchResults Run()
    {
        var kept = Math.Max(_skipped + _size, Ranking.ReadClosely);
        var hits = new HitCollector(_request, (int)Math.Min(kept, _searcher.IndexReader.MaxDoc));
        var sequences = new SequenceReader(_searcher.IndexReader);
        var best = new List<HitCollector.Found>();
        if (_understood.HasTerms)
        {
            Collect(Count(sequences), hits);
            best = hits.Best();
            if (hits.IsByRelevance)
            {
                best = new Reranking([.. Readings()], sequences, _understood.Content.Clusters.Count).Order(best);
            }
        }
        else if (HasFilters)
        {
            // All the same score, so that the newest come first.
            _searcher.Search(new MatchAllDocsQuery { Boost = 0 }, hits);
            best = hits.Best();
        }

        return new SearchResults
        {
            Total = hits.Total,
            Hits = [.. best.Skip((int)Math.Min(_skipped, int.MaxValue)).Take(_size).Select(Show)],
            Facets = hits.Facets.ToDictionary(facet => facet.Name, facet => facet.Counts(), StringComparer.Ordinal),
            Understood = _understood.Shown,
            WasRepaired = _understood.WasRepaired,
            Synonyms = [.. _others.SelectMany(other => other.Used).Distinct()],
            DidYouMean = _text.HasStrangePairs && hits.IsByRelevance ? DidYouMean.For(_understood, _text.Reading, best, sequences, _searcher) : null,
            NearestWords = hits.Total == 0 && _understood.HasTerms ? NearestWords.To(_understood, _searcher.IndexReader) : [],
        };
    }

    private IEnumerable<(CloseReading Reading, float Weight)> Readings()
    {
        yield return (_text.Reading, 1);
        foreach (var (_, other) in _others)
        {
            yield return (other.Reading, Ranking.SynonymWeight);
        }

        if (_corrected is not null)
        {
            yield return (_corrected.Reading, Ranking.CorrectionWeight);
        }
    }

    private TextQuery.Counted Count(SequenceReader sequences)
    {
        var counted = _text.Count();
        var isThere = _understood.Content.Clusters.Count > ShortestMisspelt && AdmitMisspelt(counted, sequences);

        foreach (var (_, other) in _others)
        {
            counted.Join(other.Count(), Ranking.SynonymWeight);
        }

        // What stands somewhere as it was typed is no slip, and what is taken for nonsense is not made sense of by force.
        if (!isThere && (_others.Count > 0 || Next(counted.Hits, -1) >= 0)
            && Correction.Of(_understood, _text.StrangePlaces(hasOtherWords: _others.Count > 0), _searcher.IndexReader, _synonyms) is { } corrected)
        {
            _corrected = new TextQuery(corrected, _searcher.IndexReader);
            counted.Join(_corrected.Count(), Ranking.CorrectionWeight);
        }

        if (!_understood.Syntax.IsPlain)
        {
            LeaveAllowed(counted.Hits, sequences);
        }

        return counted;
    }

    private void LeaveAllowed(FixedBitSet hits, SequenceReader sequences)
    {
        var syntax = _understood.Syntax;
        var all = hits.Clone();
        for (var document = Next(hits, -1); document >= 0; document = Next(hits, document))
        {
            if (!syntax.Allows(sequences.Of(document)))
            {
                hits.Clear(document);
            }
        }

        if (syntax.OnlyMentions && Next(hits, -1) < 0)
        {
            hits.Or(all);
        }
    }

    private void Collect(TextQuery.Counted counted, HitCollector hits)
    {
        var scorer = new CountedScorer(counted);
        hits.SetScorer(scorer);
        foreach (var leaf in _searcher.IndexReader.Leaves)
        {
            hits.SetNextReader(leaf);
            scorer.Enter(leaf);
            for (var document = scorer.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = scorer.NextDoc())
            {
                hits.Collect(document);
            }
        }
    }

    private static int Next(FixedBitSet bits, int after) => after + 1 < bits.Length ? bits.NextSetBit(after + 1) : -1;

    /// <summary>
    /// A slip spoils so many of a short query's terms that what it means falls under the limit. Read closely, it is seen to be near.
    /// </summary>
    /// <returns>Whether a text has the query as it was typed.</returns>
    private bool AdmitMisspelt(TextQuery.Counted counted, SequenceReader sequences)
    {
        var reading = _text.Reading;
        var read = Best(counted.Scores, Ranking.ReadClosely).Select(document => (Document: document, Reading: reading.Of(document, sequences))).ToList();
        if (read.Any(document => document.Reading.IsWhole))
        {
            return true;
        }

        var enough = Math.Max(Ranking.LeastCloseness, Ranking.ClosenessOfBest * read.Select(document => document.Reading.Closeness).DefaultIfEmpty().Max());
        foreach (var (document, found) in read)
        {
            if (found.Closeness >= enough)
            {
                counted.Hits.Set(document);
            }
        }

        var clusters = _understood.Content.Clusters.Count;
        if (clusters <= Ranking.MiddleLength && _others.Count == 0 && _text.KnownShare < Ranking.LeastKnown)
        {
            // Alike in letters by chance is what has no word of the query, and no piece that could be a slip of it.
            var alike = new CloseReading(_understood.Content, _ => 1);
            if (read.All(document => alike.Of(document.Document, sequences).Alignment < Ranking.LeastAlike(clusters)))
            {
                counted.Hits.Clear(0, counted.Hits.Length);
            }
        }

        return false;
    }

    // The documents of the highest scores, in no order.
    private static IEnumerable<int> Best(float[] scores, int count)
    {
        var best = new PriorityQueue<int, float>(count + 1);
        for (var document = 0; document < scores.Length; document++)
        {
            if (scores[document] > 0 && (best.Count < count || (best.TryPeek(out _, out var least) && scores[document] > least)))
            {
                best.Enqueue(document, scores[document]);
                if (best.Count > count)
                {
                    best.Dequeue();
                }
            }
        }

        return best.UnorderedItems.Select(item => item.Element);
    }

    private SearchHit Show(HitCollector.Found found)
    {
        var stored = _searcher.Doc(found.Document);
        var title = Stored(IndexFields.Title)!;
        return new SearchHit(
            Stored(IndexFields.Id)!,
            Stored(IndexFields.Key)!,
            Stored(IndexFields.Type)!,
            title,
            Stored(IndexFields.Url)!,
            found.Score,
            Stored(IndexFields.Place),
            Stored(IndexFields.Area) ?? "",
            stored.GetField(IndexFields.Published)?.GetInt64Value() is { } published ? DateTimeOffset.FromUnixTimeMilliseconds(published) : null,
            stored.GetValues(IndexFields.Fact, CultureInfo.InvariantCulture).Select(fact => fact.Split('\t', 2)).ToDictionary(fact => fact[0], fact => fact[1], StringComparer.Ordinal),
            _excerpt.Title(title),
            _excerpt.Of(Stored(IndexFields.Text)!));

        string? Stored(string field) => stored.GetField(field)?.GetStringValue(CultureInfo.InvariantCulture);
    }
}
