using System.Globalization;
using KhokNongNa.Search.Excerpts;
using KhokNongNa.Search.Storage;
using Lucene.Net.Search;

namespace KhokNongNa.Search.Querying;

/// <summary>One search over one state of the index.</summary>
internal sealed class Searching
{
    private readonly SearchRequest _request;
    private readonly IndexSearcher _searcher;
    private readonly UnderstoodQuery _understood;
    private readonly TextQuery _text;
    private readonly int _size;
    private readonly long _skipped;

    public Searching(SearchRequest request, IndexSearcher searcher)
    {
        _request = request;
        _searcher = searcher;
        _understood = UnderstoodQuery.Of(request.Text);
        _text = new TextQuery(_understood, searcher.IndexReader);
        _size = Math.Clamp(request.Size, 1, SearchRequest.MaxSize);
        _skipped = (Math.Max(request.Page, 1) - 1L) * _size;
    }

    private bool HasFilters => _request.Types.Count + _request.Topics.Count + _request.Districts.Count > 0;

    public SearchResults Run()
    {
        var hits = new HitCollector(_request, (int)Math.Min(_skipped + _size, _searcher.IndexReader.MaxDoc));
        if (_understood.HasTerms)
        {
            _searcher.Search(_text.Score, _text.Hits, hits);
        }
        else if (HasFilters)
        {
            // All the same score, so that the newest come first.
            _searcher.Search(new MatchAllDocsQuery { Boost = 0 }, hits);
        }

        return new SearchResults
        {
            Total = hits.Total,
            Hits = [.. hits.Best().Skip((int)Math.Min(_skipped, int.MaxValue)).Select(Show)],
            Types = hits.Types.Counts(),
            Topics = hits.Topics.Counts(),
            Districts = hits.Districts.Counts(),
            Understood = _understood.Shown,
            WasRepaired = _understood.WasRepaired,
            NearestWords = hits.Total == 0 && _understood.HasTerms ? NearestWords.To(_understood, _searcher.IndexReader) : [],
        };
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
            Stored(IndexFields.District),
            excerpt.Title(title),
            excerpt.Of(Stored(IndexFields.Text)!));

        string? Stored(string field) => stored.GetField(field)?.GetStringValue(CultureInfo.InvariantCulture);
    }
}
