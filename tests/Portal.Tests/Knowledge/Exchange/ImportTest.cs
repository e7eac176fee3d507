using System.Text;
using KhokNongNa.Portal.Knowledge.Exchange;
using KhokNongNa.Portal.Tests.Databases;

namespace KhokNongNa.Portal.Tests.Knowledge.Exchange;

/// <summary>A test with a folder of files to import.</summary>
public abstract class ImportTest(TestDatabases databases) : PortalTest(databases)
{
    private string? _from;

    protected string From => _from ??= NewFolder("content");

    protected string PathOf(string name)
    {
        var path = Path.Combine(From, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    protected void Put(string name, string text) => File.WriteAllText(PathOf(name), text, new UTF8Encoding(false));

    /// <summary>A file of an article: its keys after <c>id</c> and <c>type</c>, then its body.</summary>
    protected void PutArticle(string id, string keys = "title: ปุ๋ยหมัก", string body = "เนื้อความ") =>
        Put($"articles/{id}.md", $"---\nid: {id}\ntype: article\n{keys}\n---\n\n{body}\n");

    protected async Task<ImportReport> ImportCleanly()
    {
        var report = await Portal.Import(From);
        Assert.Empty(report.Findings);
        return report;
    }

    protected async Task<Finding> ImportFindsOne()
    {
        var report = await Portal.Import(From);
        return Assert.Single(report.Findings);
    }

    /// <summary>Files of a folder by path, as bytes that compare.</summary>
    protected static SortedDictionary<string, string> Tree(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            f => Path.GetRelativePath(folder, f).Replace('\\', '/'),
            f => Encoding.Latin1.GetString(File.ReadAllBytes(f))),
        StringComparer.Ordinal);

    /// <summary>Exports this portal, imports that into another one, and exports again.</summary>
    protected async Task<(SortedDictionary<string, string> First, SortedDictionary<string, string> Second)> ExportTwice(TestDatabases databases)
    {
        var first = NewFolder("first");
        await Portal.Export(first);
        await using var other = await databases.NewPortalAsync();
        other.Clock.Now = Now.AddDays(100);
        Assert.Empty((await other.Import(first)).Findings);
        var second = NewFolder("second");
        await other.Export(second);
        return (Tree(first), Tree(second));
    }
}
