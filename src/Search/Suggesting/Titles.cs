using System.Collections.Concurrent;
using System.Globalization;
using KhokNongNa.Search.Storage;
using KhokNongNa.Thai;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KhokNongNa.Search.Suggesting;

/// <summary>The titles of a generation, kept up with what is written to it. Sorted when somebody asks after a change.</summary>
internal sealed class Titles(ThaiLexicon lexicon)
{
    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal) { IndexFields.Key, IndexFields.Title, IndexFields.Type, IndexFields.Url };

    private readonly ConcurrentDictionary<string, TitleList.Entry> _entries = new(StringComparer.Ordinal);
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
                return _sorted ??= new TitleList(_entries.Values);
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
                Put(Stored(IndexFields.Key), new Suggestion(Stored(IndexFields.Title), Stored(IndexFields.Type), Stored(IndexFields.Url)));
                string Stored(string field) => stored.Get(field, CultureInfo.InvariantCulture);
            }
        }
    }

    public void Put(string key, Suggestion title) => _entries[key] = new TitleList.Entry(title, TitleList.Starts(title.Title, lexicon));

    public void Remove(string key) => _entries.TryRemove(key, out _);

    /// <summary>What was put and removed shows from now on.</summary>
    public void Changed() => _sorted = null;
}
