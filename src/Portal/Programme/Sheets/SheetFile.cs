using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>What a sheet is taken out for.</summary>
public enum SheetUse
{
    /// <summary>For the office that keeps the records: everything, and it can be taken in again.</summary>
    Working,

    /// <summary>For province and department: what people agreed to.</summary>
    PassingOn,
}

/// <summary>Thai words for what a sheet is taken out for.</summary>
public static class SheetUseNames
{
    public static string Name(this SheetUse value) => value switch
    {
        SheetUse.Working => "ตารางทำงาน",
        SheetUse.PassingOn => "ตารางส่งต่อ",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}

/// <summary>Rows of a register that were taken out, in dictionary order.</summary>
/// <param name="Columns">Of the cells in each row.</param>
public sealed record SheetFile(IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public IReadOnlyList<string> Header => [.. Columns.Select(c => c.Header)];

    /// <summary>Records that somebody takes rows out of the portal. Call inside a transaction; the caller saves.</summary>
    internal static void Note(PortalDb db, SheetUse use, FormKind register, string area, int rows, Actor by, DateTimeOffset now) =>
        db.Note(Verbs.SheetExported, by, now, ("register", register), ("area", area), ("rows", rows), ("kind", use));
}
