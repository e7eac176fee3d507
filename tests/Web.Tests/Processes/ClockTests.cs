using System.Globalization;

namespace KhokNongNa.Web.Tests.Processes;

[Collection(ProcessCollection.Name)]
public sealed class ClockTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2021, 7, 8, 14, 0, 0, TimeSpan.FromHours(7));

    private readonly TempFolder _folder = new();

    private PortalSetup Setup => new(_folder.Path) { Clock = Start.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) };

    [Fact]
    public async Task In_Development_a_set_clock_runs_from_there_and_nothing_is_stamped_later()
    {
        await using var portal = await PortalProcess.StartAsync(Setup);

        Assert.Contains("straw-mulch", await portal.SearchAsync("ห่มดินด้วยฟาง"));
        Assert.InRange(await MomentAsync("SELECT min(At) FROM Journal"), Start, Start.AddHours(1));
        Assert.InRange(await MomentAsync("SELECT max(At) FROM Journal"), Start, Start.AddHours(1));
        foreach (var (table, column) in ((string, string)[])[("Revisions", "At"), ("Entries", "LatestAt"), ("Entries", "PublishedAt"), ("Entries", "UpdatedAt")])
        {
            Assert.True(await MomentAsync($"SELECT max({column}) FROM {table}") < Start.AddHours(1), $"{table}.{column}");
        }
    }

    [Fact]
    public async Task In_Production_a_set_clock_is_not_listened_to()
    {
        var content = Articles.Write(_folder, "content", 1, 1);
        await using var portal = await PortalProcess.StartAsync(Setup with { EnvironmentName = "Production", Content = content });

        Assert.True(await MomentAsync("SELECT min(At) FROM Journal") > Start.AddYears(1));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<DateTimeOffset> MomentAsync(string sql) =>
        DateTimeOffset.UnixEpoch.AddTicks(await PortalFile.ReadAsync<long>(_folder.Path, sql) * TimeSpan.TicksPerMicrosecond);
}
