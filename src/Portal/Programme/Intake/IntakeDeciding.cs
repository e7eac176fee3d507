using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>What somebody does about rows that are not simply good. Each answer is looked at again at once.</summary>
public static class IntakeDeciding
{
    /// <summary>Puts cells right.</summary>
    /// <param name="cells">In the order of the sheet's columns; those that are not named stay.</param>
    /// <param name="area">Tambon that was chosen instead of what the cell says; empty → what the cell says.</param>
    public static Task FixRowAsync(
        this PortalDb db, Guid batch, int number, IReadOnlyDictionary<int, string> cells, string area, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnRowAsync(
            batch,
            number,
            row =>
            {
                string[] typed = [.. row.Cells];
                foreach (var (at, cell) in cells.Where(c => c.Key >= 0 && c.Key < typed.Length))
                {
                    typed[at] = CitizenMask.Of(cell.Length <= Sheets.SheetLimits.MostCell ? cell : cell[..Sheets.SheetLimits.MostCell]);
                }

                (row.Cells, row.ChosenArea) = (typed, area.Length == 6 && Network.Area.IsCode(area) ? area : "");
            },
            by,
            now,
            cancellationToken);

    /// <summary>Says that nobody of those who are like the row is the one.</summary>
    /// <param name="marks">What the person has looked at.</param>
    public static Task TellRowApartAsync(this PortalDb db, Guid batch, int number, IReadOnlyList<string> marks, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnRowAsync(batch, number, row => (row.Choice, row.Apart) = (RowChoice.Apart, [.. row.Apart.Union(marks.Where(m => row.Twins.Any(t => t.Mark == m)))]), by, now, cancellationToken);

    /// <summary>Says that the row is a record that is there: its values go into that one.</summary>
    public static Task PutRowIntoAsync(this PortalDb db, Guid batch, int number, Guid subject, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnRowAsync(
            batch,
            number,
            row =>
            {
                if (row.Twins.All(t => t.Id != subject))
                {
                    throw new PortalException("intake.twin", "โปรดเลือกจากรายการที่คล้ายกัน");
                }

                (row.Choice, row.SubjectId) = (RowChoice.Into, subject);
            },
            by,
            now,
            cancellationToken);

    /// <summary>Chooses between the sheet and what others wrote meanwhile.</summary>
    /// <param name="revision">The wording of theirs that was looked at.</param>
    /// <param name="takes">Codes of columns that are taken from the sheet.</param>
    public static Task ChooseRowAsync(
        this PortalDb db, Guid batch, int number, int revision, IReadOnlyList<string> takes, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnRowAsync(batch, number, row => (row.Revision, row.Takes) = (revision, takes), by, now, cancellationToken);

    /// <summary>Leaves a row out; or takes it up again.</summary>
    public static Task SkipRowAsync(this PortalDb db, Guid batch, int number, bool skip, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnRowAsync(batch, number, row => (row.Choice, row.State) = (RowChoice.None, skip ? RowState.Skipped : RowState.Unread), by, now, cancellationToken);

    private static Task OnRowAsync(this PortalDb db, Guid batch, int number, Action<IntakeRow> act, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var intake = await db.FindIntakeAsync(batch, by, cancellationToken);
                var row = await db.IntakeRows.SingleOrDefaultAsync(r => r.BatchId == batch && r.Number == number, cancellationToken)
                    ?? throw new PortalException("intake.row", "ไม่พบแถวนี้");
                if (row.State is RowState.Written or RowState.Undone)
                {
                    throw new PortalException("intake.written", $"แถวนี้ {row.State.Name()} แล้ว แก้ที่รายการในทะเบียน");
                }

                row.State = RowState.Unread;
                act(row);
                if (row.State == RowState.Unread)
                {
                    await db.JudgeAgainAsync(batch, [row], by, now, cancellationToken);
                }

                await db.SaveChangesAsync(cancellationToken);
                intake.Touch(await db.HasOpenRowsAsync(batch, cancellationToken), now);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
}
