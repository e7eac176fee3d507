using System.Buffers;
using KhokNongNa.Search.Querying;

namespace KhokNongNa.Search.Excerpts;

/// <summary>The terms of a query that are worth a mark, ready to be looked for in many texts.</summary>
internal sealed class TellingTerms
{
    // Words so frequent beside the rarest of the query are not worth a mark: a line full of marks shows nothing.
    private const float LeastWeight = .25f;

    private readonly Dictionary<string, (int Number, float Weight)> _terms;

    public TellingTerms(QueryTerms terms)
    {
        var known = terms.All.Where(term => term.IsKnown).ToList();
        var least = known.Select(term => term.Weight).DefaultIfEmpty().Max() * LeastWeight;
        _terms = known.Where(term => term.Weight >= least)
            .Select((term, number) => (term, number))
            .ToDictionary(numbered => numbered.term.Text, numbered => (numbered.number, numbered.term.Weight), StringComparer.Ordinal);
        Letters = SearchValues.Create([.. _terms.Keys], StringComparison.Ordinal);
        Lookup = _terms.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Finds where the letters of any of them stand.</summary>
    public SearchValues<string> Letters { get; }

    public Dictionary<string, (int Number, float Weight)>.AlternateLookup<ReadOnlySpan<char>> Lookup { get; }
}
