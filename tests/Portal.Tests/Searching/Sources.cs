using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Searching;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Search;

namespace KhokNongNa.Portal.Tests.Searching;

/// <summary>What would be in the search index, taken from the sources themselves.</summary>
internal sealed class Sources(TestPortal portal)
{
    public async Task<List<SearchDocument>> AllAsync(PortalDb db)
    {
        var stop = TestContext.Current.CancellationToken;
        var documents = new List<SearchDocument>();
        foreach (var source in portal.Get<IEnumerable<ISearchSource>>())
        {
            documents.AddRange(await source.LoadAsync(db, await source.AllAsync(db, stop), stop));
        }

        return documents;
    }
}
