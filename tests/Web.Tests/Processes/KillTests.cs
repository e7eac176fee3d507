using System.Globalization;
using KhokNongNa.Portal.Tests.Databases;

namespace KhokNongNa.Web.Tests.Processes;

/// <summary><c>kill -9</c> in a burst of saves and publishes, again and again at the same data.</summary>
[Collection(ProcessCollection.Name)]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Rounds = 12;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_a_portal_on_SQLite_is_killed()
    {
        using var folder = new TempFolder();
        await KillAgainAndAgainAsync(new PortalSetup(folder.Path));
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_a_portal_on_PostgreSQL_is_killed()
    {
        using var folder = new TempFolder();
        await using var cluster = await PostgresCluster.StartAsync(TestContext.Current.CancellationToken);
        await KillAgainAndAgainAsync(new PortalSetup(folder.Path) { Locale = "en_US.UTF-8", ConnectionString = cluster.ConnectionString("portal") });
    }

    private async Task KillAgainAndAgainAsync(PortalSetup setup)
    {
        var bursts = new List<Burst>();
        await using var first = await PortalProcess.StartAsync(setup);
        using var writer = await Member.SignInAsync(first.Address, "สายใจ");
        using var reviewer = await Member.SignInAsync(first.Address, "มานพ");
        await BurstAsync(first);
        while (bursts.Count < Rounds)
        {
            await using var portal = await StartAgainAsync();
            await portal.TellAsync(output, () => new AfterTheKill(portal, writer).NothingIsLostAsync(bursts[^1]));
            if (bursts.Count % 5 == 0)
            {
                await TheChainHoldsAsync(setup);
            }

            await BurstAsync(portal);
        }

        // What one round saved must also outlive the kills of all later rounds.
        await using var last = await StartAgainAsync();
        foreach (var burst in bursts)
        {
            await new AfterTheKill(last, writer).NothingIsLostAsync(burst);
        }

        await TheChainHoldsAsync(setup);

        async Task BurstAsync(PortalProcess portal)
        {
            var burst = new Burst($"zk{bursts.Count.ToString("00", CultureInfo.InvariantCulture)}q", Random.Shared.Next(8, 48), portal, writer, reviewer);
            await burst.RunAsync();
            bursts.Add(burst);
            output.WriteLine($"{burst.Tag}: {string.Join(", ", burst.Texts.GroupBy(t => t.Acknowledged).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}"))}");
        }

        async Task<PortalProcess> StartAgainAsync()
        {
            var portal = await PortalProcess.StartAsync(setup);
            writer.GoTo(portal.Address);
            reviewer.GoTo(portal.Address);
            return portal;
        }
    }

    private static async Task TheChainHoldsAsync(PortalSetup setup)
    {
        var audit = await PortalCommand.RunAsync(setup, "audit", "verify");
        Assert.True(audit.ExitCode == 0, audit.ToString());
    }
}
