namespace KhokNongNa.Portal.Registers;

/// <summary>Fields that the portal has an own place for, by register (domain.md 1.5 A–C). A form chooses among them and adds others.</summary>
public static class KnownFields
{
    private static readonly Dictionary<FormKind, string[]> Codes = new()
    {
        [FormKind.Sage] =
        [
            "name", "nickname", "sex", "birth-year", "kind", "area", "village", "house", "position", "summary", "expertise", "languages", "experience",
            "awards", "learnt-from", "centres", "bases", "availability", "contact", "photo", "consent", "nominated-by", "source", "confirmed", "story",
        ],
        [FormKind.Plot] =
        [
            "name", "kind", "round", "area", "size", "household", "land-right", "drawing", "soils", "waters", "parts", "growing", "income", "state", "photo", "notes",
        ],
        [FormKind.Centre] =
        [
            "name", "kind", "area", "village", "house", "position", "plot", "host", "summary", "open", "capacity", "bases", "sages", "curriculum", "facilities",
            "contact", "booking", "network", "selection", "photo", "story",
        ],
        [FormKind.Selection] = [],
        [FormKind.Activity] =
        [
            "name", "kick-off", "area", "on", "hours", "plot", "sages", "purpose", "tasks", "people", "materials", "partners", "budget", "safety",
        ],
    };

    public static IReadOnlyList<string> Of(FormKind kind) => Codes[kind];

    /// <summary>What no form of the register may leave out.</summary>
    public static IReadOnlyList<string> Indispensable(FormKind kind) => kind == FormKind.Selection ? [] : ["name", "area"];
}
