namespace KhokNongNa.Web.Tests.Processes;

/// <summary>The index can be made again from the journal; whatever is wrong with it, the next start does so before it is ready.</summary>
[Collection(ProcessCollection.Name)]
public sealed class IndexRepairTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("pointer")]
    [InlineData("segments")]
    [InlineData("halves")]
    [InlineData("nothing")]
    public async Task A_damaged_index_is_rebuilt(string damage)
    {
        var setup = new PortalSetup(_folder.Sub("data"));
        await StartAndStopAsync(setup);
        Damage(Path.Combine(setup.DataFolder, "index"), damage);

        await using var portal = await PortalProcess.StartAsync(setup);

        Assert.Contains("straw-mulch", await portal.SearchAsync("ห่มดินด้วยฟาง"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public async Task An_index_of_another_database_is_rebuilt_before_the_portal_is_ready(int articles)
    {
        var old = new PortalSetup(_folder.Sub("old"));
        await StartAndStopAsync(old);
        // A journal that is shorter than the index remembers, and one that is longer.
        var other = new PortalSetup(_folder.Sub("other")) { Content = Articles.Write(_folder, "content", 1, articles) };
        Directory.Move(Path.Combine(old.DataFolder, "index"), Path.Combine(other.DataFolder, "index"));

        await using var portal = await PortalProcess.StartAsync(other);

        Assert.Equal([Articles.Id(1)], await portal.SearchAsync(Articles.Word(1)));
        Assert.DoesNotContain("straw-mulch", await portal.SearchAsync("ห่มดินด้วยฟาง"));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task StartAndStopAsync(PortalSetup setup)
    {
        await using var portal = await PortalProcess.StartAsync(setup);
        await portal.StopAsync();
    }

    private static void Damage(string index, string damage)
    {
        if (damage == "pointer")
        {
            File.WriteAllText(Path.Combine(index, "current"), "\0\0\0");
            return;
        }

        foreach (var file in new DirectoryInfo(index).EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.Name != "current").ToList())
        {
            if (damage == "nothing")
            {
                file.Delete();
            }
            else if (damage == "halves")
            {
                using var open = file.OpenWrite();
                open.SetLength(file.Length / 2);
            }
            else if (file.Name.StartsWith("segments", StringComparison.Ordinal))
            {
                File.WriteAllText(file.FullName, "ไม่ใช่ดัชนี");
            }
        }
    }
}
