using KhokNongNa.Search.Analysis;
using KhokNongNa.Search.Querying;
using KhokNongNa.Thai;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KhokNongNa.Search.Storage;

/// <summary>How a <see cref="SearchDocument"/> lies in the index. For one thread.</summary>
internal sealed class DocumentMaker(ThaiLexicon lexicon)
{
    // Which term how often: positions would double the size, and nothing asks for them yet.
    private static readonly FieldType Terms = new()
    {
        IsIndexed = true,
        IsTokenized = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS,
    };

    // By field. Positions of terms are not kept, so that title, names and text are one row of terms.
    private readonly Dictionary<string, TermStream> _terms = new[]
    {
        IndexFields.Words, IndexFields.Clusters, IndexFields.Trigrams, IndexFields.Sounds, IndexFields.Heading,
    }.ToDictionary(field => field, _ => new TermStream(), StringComparer.Ordinal);

    /// <summary>Good until the next call.</summary>
    public Document From(SearchDocument source)
    {
        var title = ShownText.Of(source.Title);
        var names = source.Names.Select(ShownText.Of).ToList();
        var text = ShownText.Of($"{source.Summary} {source.Body}");
        var document = new Document
        {
            new StringField(IndexFields.Key, source.Key, Field.Store.YES),
            new StoredField(IndexFields.Id, source.Id),
            new StoredField(IndexFields.Type, source.Type),
            new StoredField(IndexFields.Title, title),
            new StoredField(IndexFields.Url, source.Url),
            new StoredField(IndexFields.Text, text),
            new NumericDocValuesField(IndexFields.Published, source.Published?.ToUnixTimeMilliseconds() ?? long.MinValue),
            new NumericDocValuesField(IndexFields.Tie, Tie(source.Key)),
            new SortedDocValuesField(IndexFields.Area, new BytesRef(source.Area)),
            new StoredField(IndexFields.Area, source.Area),
        };

        if (source.Place is { } place)
        {
            document.Add(new StoredField(IndexFields.Place, place));
        }

        if (source.Published is { } published)
        {
            document.Add(new StoredField(IndexFields.Published, published.ToUnixTimeMilliseconds()));
        }

        foreach (var (name, fact) in source.Facts)
        {
            document.Add(new StoredField(IndexFields.Fact, $"{name}\t{fact}"));
        }

        foreach (var (words, type, url) in source.AlsoSuggested)
        {
            document.Add(new StoredField(IndexFields.AlsoSuggested, $"{ShownText.Of(words)}\t{type}\t{url}"));
        }

        foreach (var (name, value) in source.Facets.Append(new FacetValue(SearchDocument.TypeFacet, source.Type)).Distinct())
        {
            document.Add(new SortedSetDocValuesField(IndexFields.Facet(name), new BytesRef(value)));
        }

        AddTerms(document, [title, .. names], text);
        return document;
    }

    /// <summary>A whole title as one term; of a long one, as much as a query can hold.</summary>
    public static string ExactTerm(string shown) =>
        DenseText.Of(ThaiText.Fold(ShownText.Beginning(shown, UnderstoodQuery.MaxLength))).Text;

    private void AddTerms(Document document, IReadOnlyList<string> headings, string text)
    {
        foreach (var (field, terms) in _terms)
        {
            terms.Empty();
            document.Add(new Field(field, terms, Terms));
        }

        var sequence = new List<DenseText>();
        foreach (var heading in headings)
        {
            var dense = Read(heading);
            sequence.Add(dense);
            _terms[IndexFields.Heading].Add(dense.Text, Grams.Clusters(dense));
            if (ExactTerm(heading) is { Length: > 0 } exact)
            {
                document.Add(new StringField(IndexFields.Exact, exact, Field.Store.NO));
            }
        }

        sequence.Add(Read(text));
        document.Add(new BinaryDocValuesField(IndexFields.Sequence, new BytesRef(ClusterSequence.Of(sequence))));
    }

    private DenseText Read(string text)
    {
        var folded = ThaiText.Fold(text);
        var dense = DenseText.Of(folded);
        _terms[IndexFields.Words].Add(folded, WordTerms.Of(folded, lexicon), areWords: true);
        _terms[IndexFields.Clusters].Add(dense.Text, Grams.Clusters(dense));
        _terms[IndexFields.Trigrams].Add(dense.Text, Grams.Trigrams(dense));
        var sounds = Sounds.Of(dense);
        _terms[IndexFields.Sounds].Add(sounds, Sounds.Grams(sounds));
        return dense;
    }

    /// <summary>FNV-1a, 64 bits (Fowler, Noll, Vo): spreads well, and is the same in every process.</summary>
    private static long Tie(string key)
    {
        var hash = 0xcbf29ce484222325UL;
        foreach (var c in key)
        {
            hash = (hash ^ c) * 0x100000001b3UL;
        }

        return (long)hash;
    }
}
