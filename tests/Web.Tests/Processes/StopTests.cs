using KhokNongNa.Search;

namespace KhokNongNa.Web.Tests.Processes;

[Collection(ProcessCollection.Name)]
public sealed class StopTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_portal_that_is_told_to_stop_leaves_an_index_that_needs_no_following(string signal)
    {
        var setup = new PortalSetup(_folder.Path);
        await using (var portal = await PortalProcess.StartAsync(setup))
        {
            using var writer = await Member.SignInAsync(portal.Address, "สายใจ");
            using var reviewer = await Member.SignInAsync(portal.Address, "มานพ");
            var id = await writer.DraftAsync("article", new() { ["Form.Title"] = "ก่อนปิดเครื่อง", ["Form.Body"] = "เขียนก่อนปิด" });
            await writer.ActAsync(id, "submission");
            await reviewer.ApproveAsync(id);
            await reviewer.ActAsync(id, "publication");
            // Found, so followed; committed perhaps not yet.
            await Poll.UntilAsync(async () => (await portal.SearchAsync("ก่อนปิดเครื่อง")).Contains(id.ToString()), "found");

            await portal.SignalAsync(signal);

            Assert.Equal(0, await portal.EndAsync());
            Assert.Empty(portal.Output.Errors);
        }

        using var index = SearchIndex.Open(Path.Combine(_folder.Path, "index"));
        Assert.Equal(await PortalFile.JournalHeadAsync(_folder.Path), index.Cursor.Seq);
    }

    [Fact]
    public async Task A_portal_that_is_told_to_stop_while_it_starts_stops()
    {
        await using var portal = PortalProcess.Begin(new PortalSetup(_folder.Path));
        await Poll.UntilAsync(() => Task.FromResult(File.Exists(Path.Combine(_folder.Path, "portal.db"))), "its database");

        await portal.SignalAsync("TERM");

        await portal.EndAsync();
        Assert.DoesNotContain("Unhandled exception", portal.Output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
