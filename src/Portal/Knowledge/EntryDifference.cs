using System.Text.Json;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>Which fields of a text differ.</summary>
public static class EntryDifference
{
    /// <summary>Names of the fields that differ, kebab-case, lesson fields among them; names only, never what was typed.</summary>
    public static IReadOnlyList<string> Fields(EntryContent before, EntryContent after) =>
        [.. Differences(before with { Lesson = null }, after with { Lesson = null })
            .Concat(Differences(before.Lesson ?? new(), after.Lesson ?? new()))];

    private static IEnumerable<string> Differences<T>(T before, T after)
    {
        var left = JsonSerializer.SerializeToElement(before);
        var right = JsonSerializer.SerializeToElement(after);
        return left.EnumerateObject()
            .Where(p => !JsonElement.DeepEquals(p.Value, right.GetProperty(p.Name)))
            .Select(p => JsonNamingPolicy.KebabCaseLower.ConvertName(p.Name));
    }
}
