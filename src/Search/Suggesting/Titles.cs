using System.Collections.Concurrent;
using System.Globalization;
using KhokNongNa.Search.Analysis;
using KhokNongNa.Search.Storage;
using KhokNongNa.Thai;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KhokNongNa.Search.Suggesting;

/// <summary>The titles of a generation, kept up with what is written to it. Sorted when somebody asks after a change.</summary>
internal sealed class Titles(ThaiLexicon lexicon)
{
    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal)
    {
        IndexFields.Key, IndexFields.Title, IndexFields.Type, IndexFields.Url, IndexFields.AlsoSuggested,
    };

    private readonly ConcurrentDictionary<string, TitleList.Entry[]> _entries = new(StringComparer.Ordinal);

    // The same for hundreds of documents, so cut into words and kept once.
    private readonly ConcurrentDictionary<Suggestion, TitleList.Entry> _shared = new();
    private readonly Lock _sorting = new();
    private volatile TitleList? _sorted;

    public TitleList Sorted
    {
        get
        {
            if (_sorted is { } sorted)
            {
                return sorted;
            }

            lock (_sorting)
            {
                return _sorted ??= new TitleList(_entries.Values.SelectMany(entries => entries));
            }
        }
    }

    public void Load(IndexSearcher searcher)
    {
        var live = MultiFields.GetLiveDocs(searcher.IndexReader);
        for (var number = 0; number < searcher.IndexReader.MaxDoc; number++)
        {
            if (live is null || live.Get(number))
            {
                var stored = searcher.Doc(number, Fields);
                Put(
                    Stored(IndexFields.Key),
                    new Suggestion(Stored(IndexFields.Title), Stored(IndexFields.Type), Stored(IndexFields.Url)),
                    stored.GetValues(IndexFields.AlsoSuggested, CultureInfo.InvariantCulture).Select(also => also.Split('\t', 3)).Select(also => new Suggestion(also[0], also[1], also[2])));
                string Stored(string field) => stored.Get(field, CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>Whether there was none of this key before.</summary>
    public bool Put(SearchDocument document) => Put(
        document.Key,
        new Suggestion(ShownText.Of(document.Title), document.Type, document.Url),
        document.AlsoSuggested.Select(also => also with { Title = ShownText.Of(also.Title) }));

    public void Remove(string key) => _entries.TryRemove(key, out _);

    /// <summary>What was put and removed shows from now on.</summary>
    public void Changed() => _sorted = null;

    private bool Put(string key, Suggestion title, IEnumerable<Suggestion> others)
    {
        TitleList.Entry[] entries =
        [
            new(title, TitleList.Starts(title.Title, lexicon), IsTitle: true),
            .. others.Select(other => _shared.GetOrAdd(other, it => new TitleList.Entry(it, TitleList.Starts(it.Title, lexicon), IsTitle: false))),
        ];
        var isNew = _entries.TryAdd(key, entries);
        if (!isNew)
        {
            _entries[key] = entries;
        }

        return isNew;
    }
}
