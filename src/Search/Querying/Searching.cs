using System.Globalization;
using KhokNongNa.Search.Excerpts;
using KhokNongNa.Search.Storage;
using KhokNongNa.Thai;
using Lucene.Net.Search;

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
    private readonly List<(SynonymPair Used, TextQuery Text)> _others;
    private readonly int _size;
    private readonly long _skipped;

    public Searching(SearchRequest request, IndexSearcher searcher, ThaiLexicon lexicon, Synonyms synonyms)
    {
        _request = request;
        _searcher = searcher;
        _understood = UnderstoodQuery.Of(request.Text, lexicon);
        _text = new TextQuery(_understood, searcher.IndexReader);
        _others = [.. Expansion.Of(_understood, synonyms).Select(expansion => (expansion.Used, new TextQuery(expansion.Query, searcher.IndexReader)))];
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
            _searcher.Search(Score(), Hits(sequences), hits);
            best = hits.Best();
            if (hits.IsByRelevance)
            {
                List<(CloseReading, float)> readings = [(_text.Reading, 1), .. _others.Select(other => (other.Text.Reading, Ranking.SynonymWeight))];
                best = new Reranking(readings, sequences, _understood.Content.Clusters.Count).Order(best);
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
            Synonyms = [.. _others.Select(other => other.Used)],
            DidYouMean = _text.HasStrangePairs && hits.IsByRelevance ? DidYouMean.For(_understood, _text.Reading, best, sequences, _searcher) : null,
            NearestWords = hits.Total == 0 && _understood.HasTerms ? NearestWords.To(_understood, _searcher.IndexReader) : [],
        };
    }

    private Query Score()
    {
        if (_others.Count == 0)
        {
            return _text.Score;
        }

        var either = new DisjunctionMaxQuery(0) { _text.Score };
        foreach (var (_, other) in _others)
        {
            var score = other.Score;
            score.Boost = Ranking.SynonymWeight;
            either.Add(score);
        }

        return either;
    }

    private Coverage Hits(SequenceReader sequences)
    {
        var hits = _text.Hits;
        foreach (var (_, other) in _others)
        {
            hits = hits.Or(other.Hits);
        }

        if (_understood.Content.Clusters.Count > ShortestMisspelt)
        {
            AdmitMisspelt(hits, sequences);
        }

        var syntax = _understood.Syntax;
        return syntax.IsPlain
            ? hits
            : hits.Where(_searcher.IndexReader, (leaf, document) => syntax.Allows(sequences.Of(leaf, document)));
    }

    /// <summary>
    /// A slip spoils so many of a short query's terms that what it means falls under the limit. Read closely, it is seen to be near.
    /// </summary>
    private void AdmitMisspelt(Coverage hits, SequenceReader sequences)
    {
        var reading = _text.Reading;
        var read = _searcher.Search(_text.Score, Ranking.ReadClosely).ScoreDocs
            .Select(found => (found.Doc, Reading: reading.Of(sequences.Of(found.Doc))))
            .ToList();
        if (read.Any(document => document.Reading.IsWhole))
        {
            return;
        }

        var enough = Math.Max(Ranking.LeastCloseness, Ranking.ClosenessOfBest * read.Select(document => document.Reading.Closeness).DefaultIfEmpty().Max());
        foreach (var (document, found) in read)
        {
            if (found.Closeness >= enough)
            {
                hits.Admit(_searcher.IndexReader, document);
            }
        }
    }

    private SearchHit Show(HitCollector.Found found)
    {
        var stored = _searcher.Doc(found.Document);
        var excerpt = new Excerpt(_text);
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
            excerpt.Title(title),
            excerpt.Of(Stored(IndexFields.Text)!));

        string? Stored(string field) => stored.GetField(field)?.GetStringValue(CultureInfo.InvariantCulture);
    }
}
