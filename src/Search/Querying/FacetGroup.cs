using KhokNongNa.Search.Storage;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KhokNongNa.Search.Querying;

/// <summary>One facet with its values and their counts, over the segments of one search.</summary>
internal sealed class FacetGroup
{
    private readonly string _field;
    private readonly string[] _chosen;
    private readonly Dictionary<string, Tally> _tallies;
    private readonly List<int> _here = [];
    private SortedSetDocValues? _values;
    private bool[] _isChosen = [];
    private Tally[] _segment = [];
    private int _passed;
    private bool _passes;

    public FacetGroup(FacetFilter filter)
    {
        Name = filter.Facet;
        _field = IndexFields.Facet(filter.Facet);
        _chosen = [.. filter.Chosen.Distinct(StringComparer.Ordinal)];
        _tallies = _chosen.ToDictionary(value => value, _ => default(Tally), StringComparer.Ordinal);
    }

    public string Name { get; }

    public bool IsFilter => _chosen.Length > 0;

    /// <summary>Goes to the next segment, whose values have other numbers.</summary>
    public void Enter(AtomicReader reader)
    {
        Leave();
        _values = reader.GetSortedSetDocValues(_field);
        var size = _values is null ? 0 : (int)_values.ValueCount;
        _segment = new Tally[size];
        _isChosen = new bool[size];
        foreach (var value in _chosen)
        {
            if (_values?.LookupTerm(new BytesRef(value)) is long number and >= 0)
            {
                _isChosen[number] = true;
            }
        }
    }

    /// <summary>Reads the document's values; whether it passes this facet's filter.</summary>
    public bool Read(int document)
    {
        _here.Clear();
        _passes = _chosen.Length == 0;
        if (_values is null)
        {
            return _passes;
        }

        _values.SetDocument(document);
        for (var number = _values.NextOrd(); number != SortedSetDocValues.NO_MORE_ORDS; number = _values.NextOrd())
        {
            _here.Add((int)number);
            _passes |= _isChosen[number];
        }

        return _passes;
    }

    /// <summary>Counts the values of the document that was read last, which passes all other facets.</summary>
    public void Count()
    {
        _passed += _passes ? 1 : 0;
        foreach (var number in _here)
        {
            _segment[number] = _segment[number].Plus(new Tally(1, _passes ? 0 : 1));
        }
    }

    /// <summary>Most frequent first. Values that no document has are there only if they are chosen, so that they can be unchosen.</summary>
    public IReadOnlyList<FacetCount> Counts()
    {
        Leave();
        return [.. _tallies.Select(pair => new FacetCount(pair.Key, pair.Value.All, IsFilter ? _passed + pair.Value.New : pair.Value.All))
            .OrderByDescending(facet => facet.Count)
            .ThenBy(facet => facet.Value, StringComparer.Ordinal)];
    }

    private void Leave()
    {
        var name = new BytesRef();
        for (var number = 0; number < _segment.Length; number++)
        {
            if (_segment[number].All > 0)
            {
                _values!.LookupOrd(number, name);
                var value = name.Utf8ToString();
                _tallies[value] = _tallies.GetValueOrDefault(value).Plus(_segment[number]);
            }
        }

        _segment = [];
    }

    /// <param name="All">Documents with the value.</param>
    /// <param name="New">Those among them with none of the chosen values.</param>
    private readonly record struct Tally(int All, int New)
    {
        public Tally Plus(Tally other) => new(All + other.All, New + other.New);
    }
}
