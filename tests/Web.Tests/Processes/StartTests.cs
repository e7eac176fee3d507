using System.Net;

namespace KhokNongNa.Web.Tests.Processes;

[Collection(ProcessCollection.Name)]
public sealed class StartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private PortalSetup Setup => new(_folder.Sub("data"));

    [Fact]
    public async Task The_first_start_imports_and_the_second_finds_nothing_to_do()
    {
        long head;
        await using (var first = await PortalProcess.StartAsync(Setup))
        {
            head = (await first.HealthAsync()).Head;
            Assert.NotEmpty(await first.SearchAsync("ดิน"));
            await first.StopAsync();
        }

        await using var second = await PortalProcess.StartAsync(Setup with { WorkingDirectory = _folder.Sub("elsewhere") });

        var health = await second.HealthAsync();
        Assert.Equal((head, head), (health.Head, health.Index));
        Assert.Contains(second.Output.Lines, line => line.StartsWith("นำเข้าใหม่ 0 เปลี่ยน 0 ", StringComparison.Ordinal));
        Assert.DoesNotContain("rebuilt", second.Output.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Sub("elsewhere")));
    }

    [Fact]
    public async Task A_second_portal_at_the_same_data_folder_refuses_and_harms_nothing()
    {
        await using var first = await PortalProcess.StartAsync(Setup);
        var generation = Setup.Generation();
        await using var second = PortalProcess.Begin(Setup);

        Assert.Equal(1, await second.EndAsync());
        var sentence = Assert.Single(second.Output.Errors);
        Assert.Contains(Setup.DataFolder, sentence, StringComparison.Ordinal);
        Assert.Equal(generation, Setup.Generation());
        Assert.NotEmpty(await first.SearchAsync("ดิน"));
    }

    [Fact]
    public async Task A_portal_whose_address_is_taken_says_so_in_a_sentence()
    {
        await using var first = await PortalProcess.StartAsync(Setup with { Content = "off" });
        await using var second = PortalProcess.Begin(new PortalSetup(_folder.Sub("other")) { Content = "off", Urls = first.Address.ToString() });

        Assert.Equal(1, await second.EndAsync());
        Assert.Contains(first.Address.Authority, Assert.Single(second.Output.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_content_folder_that_is_not_there_is_named_in_a_sentence()
    {
        await using var portal = PortalProcess.Begin(Setup with { Content = "/no/such/folder" });

        Assert.Equal(1, await portal.EndAsync());
        Assert.Contains("/no/such/folder", Assert.Single(portal.Output.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nosuch")]
    [InlineData("Riverside")]
    [InlineData("../themes/default")]
    public async Task A_theme_that_is_not_there_is_named_in_a_sentence_with_those_that_are(string theme)
    {
        await using var portal = PortalProcess.Begin(Setup with { Theme = theme });

        Assert.Equal(1, await portal.EndAsync());
        var sentence = Assert.Single(portal.Output.Errors);
        Assert.Contains($"ไม่มีธีมชื่อ {theme} ", sentence, StringComparison.Ordinal);
        Assert.EndsWith("default, riverside", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_named_in_a_sentence()
    {
        // Below a file there is no folder, for root neither.
        var folder = Path.Combine(_folder.File("file", ""), "data");
        await using var portal = PortalProcess.Begin(new PortalSetup(folder));

        Assert.Equal(1, await portal.EndAsync());
        Assert.Contains(folder, Assert.Single(portal.Output.Errors), StringComparison.Ordinal);
    }

    // Where a killed first start may have come to.
    [Fact]
    public async Task A_first_start_that_is_killed_again_and_again_is_finished_by_the_next()
    {
        foreach (var rows in (long[])[-1, 0, 1, 60, 120])
        {
            await using var killed = PortalProcess.Begin(Setup);
            await Poll.UntilAsync(async () => await RowsAsync() >= rows, $"{rows} rows; it says {killed.Output}");
            killed.KillNow();
            await killed.EndAsync();
        }

        await using var portal = await PortalProcess.StartAsync(Setup);

        Assert.Contains("straw-mulch", await portal.SearchAsync("ห่มดินด้วยฟาง"));
        var audit = await PortalCommand.RunAsync(Setup, "audit", "verify");
        Assert.True(audit.ExitCode == 0, audit.ToString());

        async Task<long> RowsAsync()
        {
            if (!File.Exists(Path.Combine(Setup.DataFolder, "portal.db")))
            {
                return -2;
            }

            try
            {
                return await PortalFile.JournalHeadAsync(Setup.DataFolder);
            }
            catch (Microsoft.Data.Sqlite.SqliteException)
            {
                // There is a file and no journal in it yet.
                return -1;
            }
        }
    }

    [Fact]
    public async Task A_migration_that_was_killed_blocks_no_later_start()
    {
        // The database's own lock on migrations is a row, which stays when the process is killed.
        await PortalFile.WriteAsync(Setup.DataFolder, """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00+00:00');
            """);

        await using var portal = await PortalProcess.StartAsync(Setup);

        Assert.Equal(HttpStatusCode.OK, await portal.StatusAsync("/"));
    }

    [Fact]
    public async Task A_database_that_was_put_back_from_a_backup_is_served()
    {
        await using (var first = await PortalProcess.StartAsync(Setup))
        {
            await first.StopAsync();
        }

        var database = Path.Combine(Setup.DataFolder, "portal.db");
        await PortalFile.WriteAsync(Setup.DataFolder, $"VACUUM INTO '{database}.backup'");
        File.Move(database + ".backup", database, overwrite: true);
        var head = await PortalFile.JournalHeadAsync(Setup.DataFolder);

        await using var portal = await PortalProcess.StartAsync(Setup);

        Assert.Equal(head, (await portal.HealthAsync()).Head);
    }

    public void Dispose() => _folder.Dispose();
}
