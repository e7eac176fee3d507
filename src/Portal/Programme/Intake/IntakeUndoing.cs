using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>
/// Takes a whole sheet back: new records go, others get the wording back that they had, as a wording of its own. What somebody went on with
/// stays and is listed. Numbers that were given out are never given again.
/// </summary>
public static class IntakeUndoing
{
    private const string Touched = "มีคนทำต่อจากรายการนี้แล้ว จึงไม่ย้อน";

    public static Task UndoIntakeAsync(this PortalDb db, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                (await db.FindIntakeAsync(id, by, cancellationToken)).BeginUndoing(by, now);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <returns>Whether there is more to take back.</returns>
    public static Task<bool> UndoSomeAsync(this PortalDb db, IntakeRun run, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var batch = await db.FindIntakeAsync(run.Batch.Id, run.Actor, cancellationToken);
                if (batch.State != IntakeState.Undoing)
                {
                    return false;
                }

                // What stays was looked at once in this run.
                var rows = await db.IntakeRows.Where(r => r.BatchId == batch.Id && r.State == RowState.Written && r.WrittenVersion > 0).OrderByDescending(r => r.Number).Take(IntakeWriting.AtOnce).ToListAsync(cancellationToken);
                if (rows.Count == 0)
                {
                    batch.EndUndoing(run.Actor, run.Reading.Now);
                    await db.SaveChangesAsync(cancellationToken);
                    return false;
                }

                await db.UndoRowsAsync(run, rows, cancellationToken);
                batch.Advance(rows.Count(r => r.State == RowState.Undone));
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);

    private static async Task UndoRowsAsync(this PortalDb db, IntakeRun run, List<IntakeRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.SubjectId!.Value).ToList();
        var nouns = (await run.Register.LoadAsync(db, run.Actor, ids, cancellationToken)).ToDictionary(n => n.Id);
        var named = await db.NamedElsewhereAsync(nouns.Values, cancellationToken);
        var gone = new List<Guid>();
        foreach (var row in rows)
        {
            if (nouns.GetValueOrDefault(row.SubjectId!.Value) is not { } noun || noun.Version != row.WrittenVersion || (row.IsNew && named.Contains(noun.Key)))
            {
                // Not asked again.
                (row.Says, row.WrittenVersion) = ([new("", Touched)], 0);
                continue;
            }

            try
            {
                if (row.IsNew)
                {
                    run.Register.Remove(db, noun, run.Actor, run.Reading.Now);
                    gone.Add(noun.Id);
                }
                else
                {
                    var former = await db.RecordRevisions.AsNoTracking().SingleAsync(r => r.SubjectId == noun.Id && r.Number == row.Revision, cancellationToken);
                    await run.Register.PutAsync(db, noun, run.Register.Said(former), run.Actor, run.Reading.Now, cancellationToken);
                }

                (row.State, row.Says) = (RowState.Undone, []);
            }
            catch (PortalException refusal)
            {
                (row.Says, row.WrittenVersion) = ([new("", refusal.Message)], 0);
            }
        }

        await db.ForgetRecordsAsync(gone, cancellationToken);
        if (run.Register.Kind == FormKind.Sage)
        {
            db.SageContacts.RemoveRange(await db.SageContacts.Where(c => gone.Contains(c.SageId)).ToListAsync(cancellationToken));
            db.NotDuplicates.RemoveRange(await db.NotDuplicates.Where(p => gone.Contains(p.OneId) || gone.Contains(p.OtherId)).ToListAsync(cancellationToken));
        }
    }

    /// <summary>Keys of those that a text, a member or another record names by now.</summary>
    private static async Task<HashSet<string>> NamedElsewhereAsync(this PortalDb db, IEnumerable<Registered> nouns, CancellationToken cancellationToken)
    {
        var keys = nouns.Select(n => n.Key).ToList();
        return
        [
            .. await db.References.Where(r => keys.Contains(r.Key)).Select(r => r.Key).ToListAsync(cancellationToken),
            .. await db.Members.Where(m => m.SageKey != null && keys.Contains(m.SageKey)).Select(m => m.SageKey!).ToListAsync(cancellationToken),
            .. await db.Plots.Where(p => p.CentreKey != null && keys.Contains(p.CentreKey)).Select(p => p.CentreKey!).ToListAsync(cancellationToken),
        ];
    }
}
