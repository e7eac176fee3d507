using System.Text.RegularExpressions;

namespace KhokNongNa.Web.Tests.Security;

/// <summary>A line of <c>Specs/authority.md</c>: what is asked, and what each kind of member is answered.</summary>
internal sealed partial record AuthorityRow(int Line, string Method, string Route, string Sent, IReadOnlyList<string> Answers)
{
    public const string Assets = "GET (asset)";

    /// <summary>Kinds of members in the order of the columns.</summary>
    public static readonly string[] Columns =
    [
        "nobody", "villager", "sage", "recorder in", "recorder out", "worker in", "worker out", "head in", "head out", "province in", "province out", "department", "administrator",
    ];

    /// <summary>The route as the portal maps it, without constraints and values.</summary>
    public string Endpoint => $"{Method} {Template(Route)}";

    public static string Template(string route) => "/" + Hole().Replace(route.Split('?')[0].Trim('/'), "{$1}");

    public static IReadOnlyList<AuthorityRow> Read()
    {
        var rows = new List<AuthorityRow>();
        foreach (var (line, text) in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Security", "Specs", "authority.md")).Index())
        {
            if (!text.StartsWith('|') || text.StartsWith("|--", StringComparison.Ordinal))
            {
                continue;
            }

            string[] cells = [.. text.Split('|')[1..^1].Select(c => c.Trim().Trim('`'))];
            if (cells[0] == "Asked")
            {
                Assert.Equal(Columns, cells[2..]);
                continue;
            }

            var asked = cells[0].Split(' ', 2);
            string[] answers = cells[2].StartsWith("all ", StringComparison.Ordinal) ? [.. Columns.Select(_ => cells[2][4..])] : cells[2..];
            Assert.True(answers.Length == Columns.Length && answers.All(a => a.Length > 0), $"Line {line + 1} of authority.md has not a cell for each column.");
            rows.Add(new(line + 1, asked[0], asked[1], cells[1] == "–" ? "" : cells[1], answers));
        }

        return rows;
    }

    /// <summary>Fills each <c>{name=value}</c> of the route.</summary>
    public async Task<string> AddressAsync(Func<string, string, Task<string>> value)
    {
        var address = Route;
        foreach (Match hole in Value().Matches(Route))
        {
            address = address.Replace(hole.Value, Uri.EscapeDataString(await value(hole.Groups["name"].Value, hole.Groups["value"].Value)), StringComparison.Ordinal);
        }

        return address;
    }

    /// <summary>The fields that are sent, each <c>{name}</c> filled.</summary>
    public async Task<List<(string Name, string Value)>> FieldsAsync(Func<string, Task<string>> value)
    {
        var fields = new List<(string, string)>();
        foreach (var field in Sent.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2)))
        {
            fields.Add((field[0], field[1] is ['{', .. var name, '}'] ? await value(name) : field[1]));
        }

        return fields;
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\{(?<name>\w+)=(?<value>[^}]*)\}")]
    private static partial Regex Value();
}
