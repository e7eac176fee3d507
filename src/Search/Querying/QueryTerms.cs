using KhokNongNa.Search.Analysis;
using Lucene.Net.Index;

namespace KhokNongNa.Search.Querying;

/// <summary>The different terms of one field in a query, with what each is worth in the index that is searched.</summary>
internal sealed class QueryTerms
{
    private readonly Dictionary<string, QueryTerm> _byText;

    private QueryTerms(string field, IReadOnlyList<QueryTerm> terms)
    {
        Field = field;
        All = terms;
        _byText = terms.ToDictionary(term => term.Text, StringComparer.Ordinal);
    }

    public string Field { get; }

    public IReadOnlyList<QueryTerm> All { get; }

    public static QueryTerms Of(string field, string text, IReadOnlyList<Slice> slices, IndexReader reader)
    {
        var terms = slices
            .CountBy(slice => slice.Of(text).ToString(), StringComparer.Ordinal)
            .Select(term => QueryTerm.Of(field, term.Key, term.Value, reader));
        return new QueryTerms(field, [.. terms]);
    }

    /// <summary>
    /// The same without single letters, of which the segmenter makes words where it knows none, unless there is nothing else.
    /// </summary>
    public QueryTerms WithoutLetters()
    {
        var longer = All.Where(term => term.Text.Length > 1 || !char.IsLetter(term.Text[0])).ToList();
        return longer.Count > 0 ? new QueryTerms(Field, longer) : this;
    }

    /// <summary>Those of the terms that stand in these places; what was looked up is not looked up again.</summary>
    public QueryTerms Only(string text, IEnumerable<Slice> slices) =>
        new(Field, [.. slices.Select(slice => slice.Of(text).ToString()).Distinct(StringComparer.Ordinal).Select(term => _byText[term])]);

    public float WeightOf(ReadOnlySpan<char> text) => _byText.GetAlternateLookup<ReadOnlySpan<char>>()[text].Weight;
}

/// <param name="Times">How often it stands in the query.</param>
/// <param name="Weight">Inverse document frequency, as in BM25: ln(1 + (N − n + ½) / (n + ½)).</param>
/// <param name="Places">Where each segment keeps it: looked up once, and used by everything that reads the term.</param>
internal sealed record QueryTerm(Term Term, int Times, float Weight, TermContext Places)
{
    public string Text => Term.Text;

    /// <summary>Whether any document has it.</summary>
    public bool IsKnown => Places.DocFreq > 0;

    public static QueryTerm Of(string field, string text, int times, IndexReader reader)
    {
        var term = new Term(field, text);
        var places = TermContext.Build(reader.Context, term);
        var having = places.DocFreq;
        var weight = MathF.Log(1 + ((reader.MaxDoc - having + .5f) / (having + .5f)));
        return new QueryTerm(term, times, weight, places);
    }
}
