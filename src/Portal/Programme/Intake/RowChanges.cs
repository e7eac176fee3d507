using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>A cell of a row beside what the register says now.</summary>
/// <param name="Code">Of the column.</param>
public sealed record RowChange(string Code, string Header, string Theirs, string Mine);

/// <summary>What a row would change of a record.</summary>
/// <param name="Revision">The record's wording that it was compared with.</param>
public sealed record RowChanges(Registered Record, int Revision, IReadOnlyList<RowChange> Changes);

public static class RowChangesQueries
{
    /// <returns><c>null</c> when the row is about no record that the actor sees.</returns>
    public static async Task<RowChanges?> RowChangesAsync(this PortalDb db, IntakeBatch batch, IntakeRow row, Actor actor, CancellationToken cancellationToken)
    {
        var register = IntakeRegisters.Of(batch.Register);
        if (row.IsNew || row.SubjectId is not { } id || await register.FindAsync(db, actor, [id.ToString()], cancellationToken) is not [var record])
        {
            return null;
        }

        var mapped = SheetColumns.Of(await db.IntakeFormAsync(batch, cancellationToken)).Where(c => batch.Columns.Contains(c.Code) && c.Kind is not (SheetKind.Part or SheetKind.Phones)).ToList();
        var line = SheetLine.Of(record, register.Fill(record, record.LatestArea));
        var theirs = SheetCells.Of(line, mapped, await SheetTerms.LoadAsync(db, actor, cancellationToken), await db.PlacesAsync([record.LatestArea], cancellationToken));
        return new(record, record.RevisionNumber, [.. mapped.Zip(theirs)
            .Where(c => c.First.Code is not (SheetColumns.Id or SheetColumns.Revision or SheetColumns.Number))
            .Select(c => new RowChange(c.First.Code, c.First.Header, c.Second, Cell(batch, row, c.First.Code)))
            .Where(c => c.Mine.Length > 0 && c.Mine != SheetMarks.Withheld && SheetColumn.Key(c.Mine) != SheetColumn.Key(c.Theirs))]);
    }

    private static string Cell(IntakeBatch batch, IntakeRow row, string code) =>
        batch.Columns.Index().FirstOrDefault(c => c.Item == code) is { Item: not null } found && found.Index < row.Cells.Count ? row.Cells[found.Index].Trim() : "";
}
