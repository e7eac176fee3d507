using KhokNongNa.Search.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Util;

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
        // One walker through each segment's dictionary serves all terms: making one costs more than looking a term up.
        var dictionaries = reader.Leaves.Select(leaf => leaf.AtomicReader.GetTerms(field)?.GetEnumerator()).ToArray();
        var terms = slices
            .CountBy(slice => slice.Of(text).ToString(), StringComparer.Ordinal)
            .Select(term => QueryTerm.Of(term.Key, TermBytes.Of(field, term.Key), term.Value, dictionaries, reader.MaxDoc));
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

    /// <summary>
    /// The same, each worth the less the more documents have it: of a heading that several share, it does not tell which is meant.
    /// </summary>
    public QueryTerms Telling() => new(Field, [.. All.Where(term => term.IsKnown).Select(term => term with { Weight = term.Weight / term.Documents })]);

    /// <summary>Those of the terms that stand in these places; what was looked up is not looked up again.</summary>
    public QueryTerms Only(string text, IEnumerable<Slice> slices) =>
        new(Field, [.. slices.Select(slice => slice.Of(text).ToString()).Distinct(StringComparer.Ordinal).Select(term => _byText[term])]);

    public int DocumentsOf(ReadOnlySpan<char> text) => _byText.GetAlternateLookup<ReadOnlySpan<char>>()[text].Documents;

    public float WeightOf(ReadOnlySpan<char> text) => _byText.GetAlternateLookup<ReadOnlySpan<char>>()[text].Weight;
}

/// <param name="Bytes">As the index has it.</param>
/// <param name="Times">How often it stands in the query.</param>
/// <param name="Weight">Inverse document frequency, as in BM25: ln(1 + (N − n + ½) / (n + ½)).</param>
/// <param name="Places">Where each segment keeps it: looked up once, and read once.</param>
internal sealed record QueryTerm(string Text, BytesRef Bytes, int Times, float Weight, int Documents, TermState?[] Places)
{
    /// <summary>Whether any document has it.</summary>
    public bool IsKnown => Documents > 0;

    public static QueryTerm Of(string text, BytesRef bytes, int times, TermsEnum?[] dictionaries, int documents)
    {
        var having = 0;
        var places = new TermState?[dictionaries.Length];
        for (var leaf = 0; leaf < dictionaries.Length; leaf++)
        {
            if (dictionaries[leaf] is { } dictionary && dictionary.SeekExact(bytes))
            {
                places[leaf] = dictionary.GetTermState();
                having += dictionary.DocFreq;
            }
        }

        var weight = MathF.Log(1 + ((documents - having + .5f) / (having + .5f)));
        return new QueryTerm(text, bytes, times, weight, having, places);
    }
}
