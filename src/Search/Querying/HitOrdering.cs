using KhokNongNa.Search.Storage;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KhokNongNa.Search.Querying;

/// <summary>What decides before relevance: nothing, the date, or how near something is.</summary>
internal sealed class HitOrdering(SearchRequest request)
{
    private readonly Dictionary<string, int> _distances = new(StringComparer.Ordinal);
    private NumericDocValues? _published;
    private SortedDocValues? _areas;
    private int?[] _segment = [];

    public bool IsByRelevance => request.Order == HitOrder.Relevance || (request.Order == HitOrder.Nearest && request.Distance is null);

    public void Enter(AtomicReader reader)
    {
        _published = request.Order == HitOrder.Newest ? reader.GetNumericDocValues(IndexFields.Published) : null;
        _areas = request.Order == HitOrder.Nearest && request.Distance is not null ? reader.GetSortedDocValues(IndexFields.Area) : null;
        _segment = new int?[_areas?.ValueCount ?? 0];
    }

    /// <summary>Smaller comes first.</summary>
    public long Rank(int document) =>
        _published is not null ? ~_published.Get(document)
        : _areas is not null ? Distance(_areas.GetOrd(document))
        : 0;

    private int Distance(int number)
    {
        if (number < 0)
        {
            return int.MaxValue;
        }

        if (_segment[number] is { } known)
        {
            return known;
        }

        var name = new BytesRef();
        _areas!.LookupOrd(number, name);
        var area = name.Utf8ToString();
        if (!_distances.TryGetValue(area, out var distance))
        {
            _distances[area] = distance = request.Distance!(area);
        }

        _segment[number] = distance;
        return distance;
    }
}
