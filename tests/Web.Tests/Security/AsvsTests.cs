using System.Reflection;
using KhokNongNa.Web.Tests.Processes;

namespace KhokNongNa.Web.Tests.Security;

/// <summary>The checklist names tests that are there.</summary>
public sealed class AsvsTests(ITestOutputHelper output)
{
    private const string Open = "To be proved by People";

    private static readonly string[] Reasons = ["Not applicable: ", "By construction: "];

    private static readonly HashSet<string> Tests =
    [
        .. from type in typeof(AsvsTests).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
           where method.GetCustomAttributes<FactAttribute>().Any()
           select $"{type.Name}.{method.Name}",
    ];

    [Fact]
    public void Every_line_is_proved_or_says_why_not()
    {
        var lines = Lines("Main table");
        Assert.True(lines.Count > 40);
        Assert.Empty(lines.Where(line => !IsProved(line.Proof)).Select(line => $"{line.What}: {line.Proof}"));
    }

    [Fact]
    public void Every_chapter_has_a_line() =>
        Assert.All(Enumerable.Range(1, 17), n => Assert.Contains(Lines("Main table").Concat(Lines(Open)), line => line.Chapter.StartsWith($"V{n} ", StringComparison.Ordinal)));

    [Fact]
    public void What_is_open_is_said()
    {
        foreach (var line in Lines(Open))
        {
            Assert.True(line.Proof == "—" || IsProved(line.Proof), $"{line.What}: {line.Proof}");
            output.WriteLine($"{(line.Proof == "—" ? "open" : "proved")}: {line.Chapter}: {line.What}");
        }
    }

    private static bool IsProved(string proof) => Reasons.Any(reason => proof.StartsWith(reason, StringComparison.Ordinal) && proof.EndsWith('.'))
        || (proof.Length > 0 && proof.Split(", ").All(name => name.StartsWith('`') && name.EndsWith('`') && Tests.Contains(name.Trim('`'))));

    private static List<(string Chapter, string What, string Proof)> Lines(string section) =>
    [
        .. File.ReadLines(Path.Combine(Repository.Path, "tests", "Web.Tests", "Security", "Asvs.md"))
            .SkipWhile(line => line != "## " + section)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| V", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|'))
            .Select(cells => (cells[0].Trim(), cells[1].Trim(), cells[2].Trim())),
    ];
}
