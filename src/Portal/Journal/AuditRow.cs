using System.Text.Json;

namespace KhokNongNa.Portal.Journal;

/// <summary>A row of the journal with its facts taken apart.</summary>
public sealed class AuditRow(Happening row)
{
    private readonly Dictionary<string, JsonElement> _facts = Parse(row.Data);

    public Happening Row => row;

    public IReadOnlyDictionary<string, JsonElement> Facts => _facts;

    /// <summary>A fact that is a code, a date or an id; <c>null</c> when the row does not carry it.</summary>
    public string? Text(string key) => _facts.TryGetValue(key, out var fact) && fact.ValueKind == JsonValueKind.String ? fact.GetString() : null;

    public Guid? Id(string key) => Guid.TryParse(Text(key), out var id) ? id : null;

    public long? Number(string key) => _facts.TryGetValue(key, out var fact) && fact.ValueKind == JsonValueKind.Number && fact.TryGetInt64(out var number) ? number : null;

    public bool Is(Verb verb) => row.SubjectType == verb.Subject && row.Verb == verb.Name;

    // Somebody may have meddled with a row; the page that shows it must not break.
    private static Dictionary<string, JsonElement> Parse(string data)
    {
        try
        {
            using var json = JsonDocument.Parse(data);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? json.RootElement.EnumerateObject().DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Value.Clone())
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
