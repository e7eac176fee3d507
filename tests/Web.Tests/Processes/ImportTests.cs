using System.Diagnostics;

namespace KhokNongNa.Web.Tests.Processes;

[Collection(ProcessCollection.Name)]
public sealed class ImportTests(ITestOutputHelper output) : IDisposable
{
    private const int Many = 2_000;

    private readonly TempFolder _folder = new();

    private PortalSetup Setup => new(_folder.Sub("data")) { Content = "off", WorkingDirectory = _folder.Path };

    [Fact]
    public async Task Two_thousand_articles_go_in_beside_a_running_portal_and_are_found()
    {
        Articles.Write(_folder, "many", 1, Many);
        await using var portal = await PortalProcess.StartAsync(Setup);
        var watch = Stopwatch.StartNew();

        var import = await PortalCommand.RunAsync(Setup, "import", "many");

        output.WriteLine($"import of {Many} articles: {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.True(import is { ExitCode: 0, Errors.Count: 0 }, import.ToString());
        watch.Restart();
        await Poll.UntilAsync(async () => (await portal.SearchAsync(Articles.Word(Many))).Contains(Articles.Id(Many)), "the last article found");
        output.WriteLine($"found after {watch.Elapsed.TotalSeconds:0.0} s more; {Bytes()} bytes of index");
        Assert.Contains(Articles.Id(1), await portal.SearchAsync(Articles.Word(1)));

        var head = await PortalFile.JournalHeadAsync(Setup.DataFolder);
        watch.Restart();
        var again = await PortalCommand.RunAsync(Setup, "import", "many");
        output.WriteLine($"second import: {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Contains(again.Lines, line => line.StartsWith($"นำเข้าใหม่ 0 เปลี่ยน 0 เหมือนเดิม {Many}", StringComparison.Ordinal));
        Assert.Equal(head, await PortalFile.JournalHeadAsync(Setup.DataFolder));
    }

    [Fact]
    public async Task What_is_imported_with_no_portal_running_is_found_after_the_next_start()
    {
        Articles.Write(_folder, "few", 1, 20);
        var import = await PortalCommand.RunAsync(Setup, "import", "few");
        Assert.True(import.ExitCode == 0, import.ToString());

        await using var portal = await PortalProcess.StartAsync(Setup);

        Assert.Equal([Articles.Id(20)], await portal.SearchAsync(Articles.Word(20)));
    }

    [Fact]
    public async Task Bad_files_are_named_with_their_line_and_the_others_go_in()
    {
        Articles.Write(_folder, "mixed", 1, 3);
        _folder.File("mixed/no-title.md", "---\nid: no-title\ntype: article\n---\nไม่มีชื่อ\n");
        _folder.File("mixed/open.md", "---\nid: open\ntype: article\ntitle: ไม่ปิด\n");
        _folder.File("mixed/odd-type.md", "---\nid: odd-type\ntype: poem\ntitle: กลอน\n---\n");
        _folder.File("mixed/extra.md", "---\nid: extra\ntype: article\ntitle: เกินมา\ncolour: red\n---\nเนื้อความ\n");
        File.WriteAllBytes(Path.Combine(_folder.Path, "mixed/latin.md"), [.. "---\nid: latin\ntype: article\ntitle: caf"u8, 0xE9, .. "\n---\n"u8]);

        var import = await PortalCommand.RunAsync(Setup, "import", "mixed");

        Assert.Equal(1, import.ExitCode);
        Assert.Contains(import.Lines, line => line.StartsWith("นำเข้าใหม่ 4 ", StringComparison.Ordinal) && line.EndsWith("ไม่รับ 4", StringComparison.Ordinal));
        foreach (var place in (string[])["no-title.md:2: ไม่รับ", "open.md:1: ไม่รับ", "odd-type.md:3: ไม่รับ", "extra.md:5: เตือน", "latin.md:1: ไม่รับ"])
        {
            Assert.Contains(import.Errors, line => line.StartsWith(place, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var import = await PortalCommand.RunAsync(Setup, "import", "nowhere");

        Assert.Equal(1, import.ExitCode);
        Assert.Contains(Path.Combine(_folder.Path, "nowhere"), Assert.Single(import.Errors), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private long Bytes() => new DirectoryInfo(Path.Combine(Setup.DataFolder, "index")).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
}
