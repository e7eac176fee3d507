using KhokNongNa.Portal.Searching.Gaps;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Searching.Gaps;

/// <summary>A test that looks for things and reads what was counted.</summary>
public abstract class GapTest(TestDatabases databases) : PortalTest(databases)
{
    protected void Ask(string query, int times = 1, int found = 0, string area = "")
    {
        for (var i = 0; i < times; i++)
        {
            Portal.Get<GapLog>().Count(query, found, area);
        }
    }

    protected Task WriteAsync() => Portal.Run(db => Portal.Get<GapWriter>().WriteAsync(db, Stop));

    protected async Task<List<string>> CountsAsync() =>
        [.. (await Portal.Read(db => db.SearchCounts.AsNoTracking().ToListAsync(Stop))).Select(c => $"{c.Query}|{c.District}|{c.Times}×{c.Days}→{c.Found}").Order(StringComparer.Ordinal)];
}
