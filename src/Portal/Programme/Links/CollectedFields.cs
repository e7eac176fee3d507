using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Portal.Programme.Links;

/// <summary>
/// What the form behind a link asks of the register's form: what is public anyway and a neighbour can know. No house, no telephone, nothing for the
/// office alone but who told of the person; the office asks oneself.
/// </summary>
public static class CollectedFields
{
    private static readonly Dictionary<FormKind, string[]> Codes = new()
    {
        [FormKind.Sage] = ["name", "nickname", "kind", "area", "expertise", "summary", "nominated-by"],
        [FormKind.Activity] = ["name", "kick-off", "area", "on", "hours", "plot", "sages", "purpose", "tasks", "people", "materials", "partners", "safety"],
    };

    /// <summary>In the form's order. Only name and place have to be filled in: the rest the office can ask.</summary>
    public static IReadOnlyList<FormField> Of(FormDefinition form) =>
        [.. form.Fields.Where(f => IsAsked(form.Kind, f)).Select(f => f with { Required = KnownFields.Indispensable(form.Kind).Contains(f.Code) })];

    /// <summary>What came for these fields; anything else that was sent is left out.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Keep(IReadOnlyList<FormField> fields, IReadOnlyDictionary<string, IReadOnlyList<string>> sent)
    {
        var codes = fields.Select(f => f.Code).ToHashSet();
        return sent.Where(v => codes.Contains(v.Key.Split('.')[0])).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
    }

    private static bool IsAsked(FormKind kind, FormField field) => field.Type == FieldType.Known
        ? Codes[kind].Contains(field.Code)
        : field is { Required: true, Visibility: Visibility.Public };
}
