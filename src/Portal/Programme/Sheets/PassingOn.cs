using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>
/// What of a register goes on to province and department. What is for the office only has no column there; of a sage, everything but the kind asks
/// for consents; numbers, places and kinds are what is counted, and name nobody.
/// </summary>
internal static class PassingOn
{
    private static readonly string[] Counted = [SheetColumns.Number, SheetColumns.Tambon, SheetColumns.District, SheetColumns.Province, SheetColumns.AreaCode];

    /// <summary>The consents that open the cells of a column; <c>null</c> → it has none there.</summary>
    public static IReadOnlyList<ConsentPurpose>? Needs(FormKind register, SheetColumn column) => (register, column) switch
    {
        (_, { Kind: SheetKind.Part or SheetKind.Phones }) => null,
        (_, { Kind: SheetKind.Record }) => Counted.Contains(column.Code) ? [] : null,
        (FormKind.Sage, { Field: "village" }) => [ConsentPurpose.Province, ConsentPurpose.Home],
        (_, { Visibility: Visibility.Staff }) => null,
        (FormKind.Sage, { Field: "kind" }) => [],
        // The exact place of a home is for who goes there.
        (FormKind.Sage or FormKind.Centre, { Field: "position" or "house" }) => null,
        (FormKind.Centre, { Code: "host.agreed" }) => null,
        (FormKind.Sage, _) => [ConsentPurpose.Province],
        _ => [],
    };

    /// <summary>Whether a record keeps a value back by itself: who keeps a centre is named after having agreed.</summary>
    public static bool KeepsBack(FormKind register, SheetColumn column, IReadOnlyDictionary<string, IReadOnlyList<string>> filled) =>
        register == FormKind.Centre && column.Code == "host.name" && filled.GetValueOrDefault("host.agreed", []).All(v => v.Length == 0);
}
