using System.Diagnostics;

namespace KhokNongNa.Web.Tests.Processes;

[Collection(ProcessCollection.Name)]
public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private PortalSetup Setup => new(_folder.Sub("data")) { WorkingDirectory = _folder.Path };

    [Fact]
    public async Task What_is_exported_is_what_was_imported_byte_for_byte()
    {
        await RunAsync("import", Repository.Content);

        await RunAsync("export", "out");

        var exported = Files(Path.Combine(_folder.Path, "out"));
        var original = Files(Repository.Content);
        Assert.Equal(original.Keys.Order(), exported.Keys.Order());
        Assert.Empty(original.Where(file => !file.Value.AsSpan().SequenceEqual(exported[file.Key])).Select(file => file.Key));

        // README files describe the folder and are no content.
        static Dictionary<string, byte[]> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "README.md")
            .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllBytes);
    }

    [Fact]
    public async Task A_running_portal_rebuilds_its_index_when_asked_and_everything_is_still_found()
    {
        await using var portal = await PortalProcess.StartAsync(Setup);
        var before = await portal.SearchAsync("ดิน");
        var generation = Setup.Generation();

        await RunAsync("reindex");

        await Poll.UntilAsync(() => Task.FromResult(Setup.Generation() != generation), "another generation");
        Assert.Equal(before, await portal.SearchAsync("ดิน"));
    }

    [Fact]
    public async Task With_none_running_the_next_start_rebuilds_before_it_is_ready()
    {
        await using (var first = await PortalProcess.StartAsync(Setup))
        {
            await first.StopAsync();
        }

        var generation = Setup.Generation();
        await RunAsync("reindex");

        await using var portal = await PortalProcess.StartAsync(Setup);

        Assert.NotEqual(generation, Setup.Generation());
        Assert.NotEmpty(await portal.SearchAsync("ดิน"));
    }

    [Fact]
    public async Task The_audit_prints_the_head_of_the_journal()
    {
        await RunAsync("import", Repository.Content);

        var audit = await RunAsync("audit", "verify");

        var head = await PortalFile.ReadAsync<string>(Setup.DataFolder, "SELECT lower(hex(Hash)) FROM Journal ORDER BY Seq DESC LIMIT 1");
        Assert.EndsWith(head, Assert.Single(audit.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""UPDATE Journal SET Data = '{}' WHERE Seq = 7""")]
    [InlineData("""UPDATE Journal SET At = At + 1 WHERE Seq = 7""")]
    [InlineData("""DELETE FROM Journal WHERE Seq = 7""")]
    [InlineData("""UPDATE Journal SET Hash = zeroblob(32) WHERE Seq = 7""")]
    public async Task The_audit_names_the_row_that_somebody_changed(string tampering)
    {
        Articles.Write(_folder, "few", 1, 10);
        await RunAsync("import", "few");
        await PortalFile.WriteAsync(Setup.DataFolder, tampering);

        var audit = await PortalCommand.RunAsync(Setup, "audit", "verify");

        Assert.Equal(1, audit.ExitCode);
        Assert.Contains("แถว 7 ", Assert.Single(audit.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_says_whether_a_head_that_was_noted_lies_in_the_chain()
    {
        Articles.Write(_folder, "few", 1, 10);
        await RunAsync("import", "few");
        var head = await PortalFile.ReadAsync<string>(Setup.DataFolder, "SELECT hex(Hash) FROM Journal ORDER BY Seq DESC LIMIT 1");
        var rows = await PortalFile.JournalHeadAsync(Setup.DataFolder);

        Assert.EndsWith($"แถว {rows}", (await RunAsync("audit", "verify", head)).Lines[^1], StringComparison.Ordinal);

        await PortalFile.WriteAsync(Setup.DataFolder, "DELETE FROM Journal WHERE Seq = (SELECT max(Seq) FROM Journal)");
        Assert.Equal(0, (await PortalCommand.RunAsync(Setup, "audit", "verify")).ExitCode);
        var cut = await PortalCommand.RunAsync(Setup, "audit", "verify", head);
        Assert.Equal(1, cut.ExitCode);
        Assert.StartsWith("ไม่พบหัวที่จดไว้", cut.Lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("audit", "verify", "abc")]
    [InlineData("improt", "content")]
    [InlineData("import")]
    [InlineData("audit", "everything")]
    public async Task What_is_no_verb_is_answered_with_the_list_of_verbs(params string[] words)
    {
        var answer = await PortalCommand.RunAsync(Setup, words);

        Assert.Equal(2, answer.ExitCode);
        var list = Assert.Single(answer.Errors);
        Assert.All(["migrate", "import <folder>", "export <folder>", "reindex", "wipe-synthetic", "audit verify"], verb => Assert.Contains(verb, list, StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFiles(Setup.DataFolder));
    }

    [Fact]
    public async Task Run_from_the_sources_it_takes_folders_from_where_its_caller_stands()
    {
        Articles.Write(_folder, "few", 1, 2);
        var start = Setup.ToStart();
        start.FileName = "dotnet";
        start.ArgumentList.Clear();
        foreach (var word in (string[])["run", "--project", Path.Combine(Repository.Path, "src", "Web"), "-c", Repository.Configuration, "--no-build", "--", "import", "few"])
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        var output = new Output(process);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, output.ToString());
        Assert.Contains(output.Lines, line => line.StartsWith("นำเข้าใหม่ 2 ", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<PortalCommand> RunAsync(params string[] words)
    {
        var done = await PortalCommand.RunAsync(Setup, words);
        Assert.True(done.ExitCode == 0, done.ToString());
        return done;
    }
}
