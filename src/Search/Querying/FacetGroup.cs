using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KhokNongNa.Search.Querying;

/// <summary>One filter with its values and their counts, over the segments of one search.</summary>
internal sealed class FacetGroup(string field, IReadOnlyList<string> chosen)
{
    private readonly Dictionary<string, int> _counts = chosen.Distinct(StringComparer.Ordinal)
        .ToDictionary(value => value, _ => 0, StringComparer.Ordinal);

    private readonly string[] _chosen = [.. chosen.Distinct(StringComparer.Ordinal)];
    private readonly List<int> _here = [];
    private SortedSetDocValues? _values;
    private bool[] _isChosen = [];
    private int[] _segmentCounts = [];

    /// <summary>Goes to the next segment, whose values have other numbers.</summary>
    public void Enter(AtomicReader reader)
    {
        Leave();
        _values = reader.GetSortedSetDocValues(field);
        var size = _values is null ? 0 : (int)_values.ValueCount;
        _segmentCounts = new int[size];
        _isChosen = new bool[size];
        foreach (var value in _chosen)
        {
            if (_values?.LookupTerm(new BytesRef(value)) is long number and >= 0)
            {
                _isChosen[number] = true;
            }
        }
    }

    /// <summary>Reads the document's values; whether it passes this filter.</summary>
    public bool Read(int document)
    {
        _here.Clear();
        if (_values is null)
        {
            return _chosen.Length == 0;
        }

        var passes = _chosen.Length == 0;
        _values.SetDocument(document);
        for (var number = _values.NextOrd(); number != SortedSetDocValues.NO_MORE_ORDS; number = _values.NextOrd())
        {
            _here.Add((int)number);
            passes |= _isChosen[number];
        }

        return passes;
    }

    /// <summary>Counts the values of the document that was read last.</summary>
    public void Count()
    {
        foreach (var number in _here)
        {
            _segmentCounts[number]++;
        }
    }

    /// <summary>Most frequent first. Values that no document has are there only if they are chosen, so that they can be unchosen.</summary>
    public IReadOnlyList<FacetCount> Counts()
    {
        Leave();
        return [.. _counts.Select(pair => new FacetCount(pair.Key, pair.Value))
            .OrderByDescending(facet => facet.Count)
            .ThenBy(facet => facet.Value, StringComparer.Ordinal)];
    }

    private void Leave()
    {
        var name = new BytesRef();
        for (var number = 0; number < _segmentCounts.Length; number++)
        {
            if (_segmentCounts[number] > 0)
            {
                _values!.LookupOrd(number, name);
                var value = name.Utf8ToString();
                _counts[value] = _counts.GetValueOrDefault(value) + _segmentCounts[number];
            }
        }

        _segmentCounts = [];
    }
}
