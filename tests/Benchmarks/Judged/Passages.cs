using System.Text.RegularExpressions;

namespace KhokNongNa.Benchmarks.Judged;

/// <summary>
/// The portal's own texts cut into passages: each heading of a body and each list of a front matter is one, under the
/// title of its text, so that several passages share a title, as those of an encyclopaedia do.
/// </summary>
internal static partial class Passages
{
    private const int Shortest = 80;

    // What people come to read; registers, forms and notes to editors grow with other things.
    private static readonly string[] Read = ["lessons", "articles", "pages"];

    public static IReadOnlyList<JudgedDocument> In(string content)
    {
        var passages = new List<JudgedDocument>();
        foreach (var path in Read.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(content, folder), "*.md", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
        {
            if (Title().Match(File.ReadAllText(path)) is { Success: true } title)
            {
                var id = Path.GetRelativePath(content, path);
                passages.AddRange(Parts(File.ReadLines(path))
                    .Where(part => part.Length >= Shortest)
                    .Select((part, number) => new JudgedDocument($"{id}.{number}", title.Groups[1].Value.Trim(), part)));
            }
        }

        return passages;
    }

    private static List<string> Parts(IEnumerable<string> lines)
    {
        var parts = new List<List<string>> { new() };
        foreach (var line in lines)
        {
            // A key of the front matter at the left edge, a step, a heading: something new begins.
            if (line.StartsWith("##", StringComparison.Ordinal) || line.StartsWith("---", StringComparison.Ordinal) || Key().IsMatch(line) || line.StartsWith("  - title:", StringComparison.Ordinal))
            {
                parts.Add([]);
            }

            if (line.Contains("http", StringComparison.Ordinal) || line.StartsWith("title:", StringComparison.Ordinal))
            {
                continue;
            }

            var text = Syntax().Replace(line, "").Trim();
            if (text.Any(c => c is >= 'ก' and <= 'ฮ'))
            {
                parts[^1].Add(text);
            }
        }

        return [.. parts.Select(part => string.Join(' ', part))];
    }

    [GeneratedRegex(@"^title: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Title();

    [GeneratedRegex("^[a-z_]+:")]
    private static partial Regex Key();

    [GeneratedRegex(@"^[ -]*([a-z_]+:)?|^#+ |\*\*|^[|:][|: -]*")]
    private static partial Regex Syntax();
}
