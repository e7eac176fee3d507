using System.Text.Json;

namespace KhokNongNa.Benchmarks.Judged;

/// <summary>
/// Documents (<c>{name}.docs.jsonl</c>) and lists of queries (<c>{name}.{list}.jsonl</c>), one JSON object a line:
/// documents have <c>id, title, text</c>, queries <c>id, text, rel</c> with the ids of the documents that answer them.
/// </summary>
internal sealed record JudgedSet(string Name, IReadOnlyList<JudgedDocument> Documents, IReadOnlyDictionary<string, IReadOnlyList<JudgedQuery>> Queries)
{
    private const string DocumentsEnding = ".docs.jsonl";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IEnumerable<JudgedSet> In(string folder) =>
        Directory.GetFiles(folder, "*" + DocumentsEnding).Order(StringComparer.Ordinal).Select(Read);

    private static JudgedSet Read(string documents)
    {
        var name = Path.GetFileName(documents)[..^DocumentsEnding.Length];
        var lists = Directory.GetFiles(Path.GetDirectoryName(documents)!, name + ".*.jsonl")
            .Where(path => path != documents)
            .ToDictionary(path => Path.GetFileName(path)[(name.Length + 1)..^".jsonl".Length], Lines<JudgedQuery>);
        return new JudgedSet(name, Lines<JudgedDocument>(documents), lists);
    }

    public static IReadOnlyList<T> Lines<T>(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<T>(line, Options)!)];
}

internal sealed record JudgedDocument(string Id, string Title, string Text);

internal sealed record JudgedQuery(string Id, string Text, IReadOnlyList<string> Rel);
