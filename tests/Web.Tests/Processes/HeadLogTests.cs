namespace KhokNongNa.Web.Tests.Processes;

[Collection(ProcessCollection.Name)]
public sealed class HeadLogTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task The_log_holds_the_head_at_the_start_and_at_the_end()
    {
        await using var portal = await PortalProcess.StartAsync(new PortalSetup(_folder.Path));
        await Poll.UntilAsync(() => Task.FromResult(Heads(portal).Count > 0), "a head in the log");
        using var writer = await Member.SignInAsync(portal.Address, "สายใจ");
        await portal.SignalAsync("TERM");
        Assert.Equal(0, await portal.EndAsync());

        var head = await PortalFile.ReadAsync<string>(_folder.Path, "SELECT lower(hex(Hash)) FROM Journal ORDER BY Seq DESC LIMIT 1");
        var before = await PortalFile.ReadAsync<string>(_folder.Path, "SELECT lower(hex(Hash)) FROM Journal ORDER BY Seq DESC LIMIT 1 OFFSET 1");
        Assert.Equal([before, head], Heads(portal));
    }

    public void Dispose() => _folder.Dispose();

    private static List<string> Heads(PortalProcess portal) => [.. portal.Output.Lines.Where(l => l.Contains("Journal head: row ", StringComparison.Ordinal)).Select(l => l.Split(' ')[^1])];
}
