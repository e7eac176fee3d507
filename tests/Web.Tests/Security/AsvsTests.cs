using System.Text.RegularExpressions;
using KhokNongNa.Web.Tests.Processes;

namespace KhokNongNa.Web.Tests.Security;

/// <summary>The checklist names tests that are there.</summary>
public sealed partial class AsvsTests
{
    private static readonly string[] Reasons = ["Not applicable: ", "By construction: "];

    // Read from the sources: suites do not know each other's classes.
    private static readonly HashSet<string> Tests =
    [
        .. from file in Directory.EnumerateFiles(Path.Combine(Repository.Path, "tests"), "*.cs", SearchOption.AllDirectories)
           let source = File.ReadAllText(file)
           from Match type in Class().Matches(source)
           from Match test in Test().Matches(source)
           select $"{type.Groups["name"].Value}.{test.Groups["name"].Value}",
    ];

    [Fact]
    public void Every_line_is_proved_or_says_why_not()
    {
        var lines = Lines();
        Assert.True(lines.Count > 50);
        Assert.Empty(lines.Where(line => !IsProved(line.Proof)).Select(line => $"{line.What}: {line.Proof}"));
    }

    [Fact]
    public void Every_chapter_has_a_line() =>
        Assert.All(Enumerable.Range(1, 17), n => Assert.Contains(Lines(), line => line.Chapter.StartsWith($"V{n} ", StringComparison.Ordinal)));

    private static bool IsProved(string proof) => Reasons.Any(reason => proof.StartsWith(reason, StringComparison.Ordinal) && proof.EndsWith('.'))
        || (proof.Length > 0 && proof.Split(", ").All(name => name.StartsWith('`') && name.EndsWith('`') && Tests.Contains(name.Trim('`'))));

    private static List<(string Chapter, string What, string Proof)> Lines() =>
    [
        .. File.ReadLines(Path.Combine(Repository.Path, "tests", "Web.Tests", "Security", "Asvs.md"))
            .Where(line => line.StartsWith("| V", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|'))
            .Select(cells => (cells[0].Trim(), cells[1].Trim(), cells[2].Trim())),
    ];

    [GeneratedRegex(@"public (?:async Task|Task|void) (?<name>\w+)\(", RegexOptions.CultureInvariant)]
    private static partial Regex Test();

    [GeneratedRegex(@"class (?<name>\w+Tests)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Class();
}
