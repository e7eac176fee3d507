using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>Looks at the rows of a sheet, some at a time. Nothing is written in the registers.</summary>
public static class IntakeJudging
{
    private const int AtOnce = 200;

    /// <returns>Whether there is more to look at.</returns>
    public static async Task<bool> JudgeSomeAsync(this PortalDb db, IntakeRun run, CancellationToken cancellationToken)
    {
        var rows = await db.IntakeRows.AsNoTracking().Where(r => r.BatchId == run.Batch.Id && r.State == RowState.Unread).OrderBy(r => r.Number).Take(AtOnce).ToListAsync(cancellationToken);
        // Long looking holds no lock.
        if (rows.Count > 0)
        {
            await run.JudgeAsync(db, rows, cancellationToken);
        }

        return await db.InTransaction(
            async () =>
            {
                var batch = await db.FindIntakeAsync(run.Batch.Id, run.Actor, cancellationToken);
                // Somebody said meanwhile that the columns are others.
                if (batch.State != IntakeState.Judging || batch.ChangedAt != run.Batch.ChangedAt)
                {
                    return false;
                }

                if (rows.Count == 0)
                {
                    batch.Judged(await db.IntakeRows.CountAsync(r => r.BatchId == batch.Id, cancellationToken), run.Actor, run.Reading.Now);
                }

                db.IntakeRows.UpdateRange(rows);
                await db.SaveChangesAsync(cancellationToken);
                return rows.Count > 0;
            },
            cancellationToken);
    }

    /// <summary>Looks at single rows again, after somebody put them right or said what they are. Call inside a transaction; the caller saves.</summary>
    /// <param name="rows">Tracked.</param>
    internal static async Task JudgeAgainAsync(this PortalDb db, Guid batch, IReadOnlyList<IntakeRow> rows, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var run = await IntakeRun.BeginAsync(db, batch, by, now, cancellationToken);
        await run.JudgeAsync(db, rows, cancellationToken);
    }
}
