using System.Text.RegularExpressions;

namespace KhokNongNa.Benchmarks.Judged;

/// <summary>
/// What villagers may ask, judged by a reader (<c>village/README.md</c>), over the whole lessons and articles of the portal.
/// Of each list every other query may be looked at while the ranking is worked on; the others are only counted.
/// </summary>
internal static partial class VillageSet
{
    private const string Prefix = "village.";
    private const string Ending = ".jsonl";

    // What the portal itself puts into the index, and nothing about the text.
    private static readonly HashSet<string> Told = new(StringComparer.Ordinal)
    {
        "summary", "gains", "materials", "steps", "tips", "cautions", "suits", "unsuited", "signs", "problems", "failures",
    };

    public static IEnumerable<JudgedSet> Over(string content)
    {
        List<JudgedDocument> documents = [.. Directory.EnumerateFiles(Path.Combine(content, "lessons"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(content, "articles"), "*.md"))
            .Order(StringComparer.Ordinal)
            .Select(Read)];
        var lists = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "village"), "*" + Ending)
            .ToDictionary(Name, JudgedSet.Lines<JudgedQuery>);
        yield return Half("village-seen", 0);
        yield return Half("village-check", 1);

        JudgedSet Half(string name, int half) => new(
            name, documents, lists.ToDictionary(list => list.Key, IReadOnlyList<JudgedQuery> (list) => [.. list.Value.Where((_, row) => row % 2 == half)]));
    }

    private static string Name(string path) => Path.GetFileName(path)[..^Ending.Length].Replace(Prefix, "", StringComparison.Ordinal);

    private static JudgedDocument Read(string path)
    {
        var (id, title, text) = ("", "", new List<string>());
        var (isBody, isTold) = (false, false);
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            if (!isBody && line == "---")
            {
                isBody = isTold = true;
                continue;
            }

            if (!isBody && Key().Match(line) is { Success: true } key)
            {
                var name = key.Groups[1].Value;
                var value = line[key.Length..].Trim();
                isTold = Told.Contains(name);
                id = name == "id" ? value : id;
                title = name == "title" ? value : title;
            }

            if (isTold && (isBody || line.Any(c => c is >= 'ก' and <= 'ฮ')))
            {
                text.Add(Syntax().Replace(line, ""));
            }
        }

        return new JudgedDocument(id, title, string.Join('\n', text));
    }

    [GeneratedRegex("^([a-z_]+):")]
    private static partial Regex Key();

    // Keys of the front matter, marks of lists and headings, fences.
    [GeneratedRegex(@"^[ -]*([a-z_]+:)?|^#+ |\*\*|^[|:][|: -]*")]
    private static partial Regex Syntax();
}
