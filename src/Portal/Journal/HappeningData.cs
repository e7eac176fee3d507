using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KhokNongNa.Portal.Journal;

/// <summary>
/// Writes the facts of a happening as JSON. Takes numbers, dates, ids, states, area codes and field names, and refuses free text,
/// so that no name or sentence of a person can slip into rows that are never erased.
/// </summary>
internal static partial class HappeningData
{
    public static string Write(Verb verb, ReadOnlySpan<(string Key, object? Value)> facts)
    {
        var json = new JsonObject();
        foreach (var (key, value) in facts)
        {
            if (!verb.Facts.Contains(key))
            {
                throw new ArgumentException($"The verb {verb.Subject} {verb.Name} does not carry «{key}».", nameof(facts));
            }

            if (value is not null)
            {
                json[key] = Node(value);
            }
        }

        return json.ToJsonString();
    }

    private static JsonNode Node(object value) => value switch
    {
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        Guid id => JsonValue.Create(id.ToString()),
        Enum state => JsonValue.Create(JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString())),
        DateOnly day => JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        string code when code.Length <= 40 && Code().IsMatch(code) => JsonValue.Create(code),
        IEnumerable<string> codes => new JsonArray([.. codes.Select(c => Node(c))]),
        _ => throw new ArgumentException("Only codes, numbers, dates and ids go into the journal.", nameof(value)),
    };

    [GeneratedRegex(@"^[a-z0-9-]*\z")]
    private static partial Regex Code();
}
