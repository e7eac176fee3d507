using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Databases;

/// <summary>A test with an empty portal of its own.</summary>
public abstract class PortalTest(TestDatabases databases) : IAsyncLifetime
{
    /// <summary>After this, what a test waits for will not come any more; nothing is ever measured by it.</summary>
    protected static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(1);

    private TestPortal? _portal;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected TestPortal Portal => _portal!;

    protected DateTimeOffset Now => Portal.Clock.Now;

    public async ValueTask InitializeAsync() => _portal = await databases.NewPortalAsync();

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected Task<List<Happening>> Journal() => Portal.Read(db => db.Journal.AsNoTracking().OrderBy(h => h.Seq).ToListAsync(Stop));

    protected async Task<IReadOnlyList<string>> VerbsInJournal() => [.. (await Journal()).Select(h => $"{h.SubjectType} {h.Verb}")];

    /// <summary>A new folder below the portal's own.</summary>
    protected string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(Portal.Folder, name)).FullName;

    protected static async Task<string> Refused(Func<Task> act) => (await Assert.ThrowsAsync<PortalException>(act)).Code;
}
