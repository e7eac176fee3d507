using KhokNongNa.Portal.Data;
using KhokNongNa.Search;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Searching.Words;

/// <summary>A throw-away index over everything that readers may find, with other words than the one that answers them.</summary>
internal sealed class TrialIndex : IDisposable
{
    /// <summary>Documents that are indexed while somebody waits.</summary>
    public const int MostDocuments = 2_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("khoknongna-trial-");
    private readonly SearchIndex _index;

    private TrialIndex(ThaiLexicon lexicon, Synonyms synonyms)
    {
        _index = SearchIndex.Open(_folder.FullName, lexicon);
        _index.Synonyms = synonyms;
    }

    /// <returns><c>null</c> → there is too much to try it on.</returns>
    public static async Task<TrialIndex?> MakeAsync(
        PortalDb db, IEnumerable<ISearchSource> sources, ThaiLexicon lexicon, Synonyms synonyms, CancellationToken cancellationToken)
    {
        var wanted = new List<(ISearchSource Source, IReadOnlyList<Guid> Ids)>();
        foreach (var source in sources)
        {
            wanted.Add((source, await source.AllAsync(db, cancellationToken)));
        }

        if (wanted.Sum(w => w.Ids.Count) > MostDocuments)
        {
            return null;
        }

        var trial = new TrialIndex(lexicon, synonyms);
        try
        {
            foreach (var (source, ids) in wanted)
            {
                trial._index.Apply(await source.LoadAsync(db, ids, cancellationToken), [], new IndexCursor(1, ""));
            }

            return trial;
        }
        catch
        {
            trial.Dispose();
            throw;
        }
    }

    public SearchResults Search(SearchRequest request) => _index.Search(request);

    public void Dispose()
    {
        _index.Dispose();
        _folder.Delete(recursive: true);
    }
}
