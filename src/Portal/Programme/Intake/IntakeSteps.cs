using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>What the portal does with sheets by itself: looks at rows, writes them, takes them back.</summary>
public static class IntakeSteps
{
    /// <summary>Does the next part of what is under way.</summary>
    /// <returns>Whether there is more.</returns>
    public static Task<bool> StepAsync(this PortalDb db, IntakeRun run, CancellationToken cancellationToken) => run.Batch.State switch
    {
        IntakeState.Judging => db.JudgeSomeAsync(run, cancellationToken),
        IntakeState.Writing => db.WriteSomeAsync(run, cancellationToken),
        IntakeState.Undoing => db.UndoSomeAsync(run, cancellationToken),
        _ => Task.FromResult(false),
    };

    /// <summary>Does all that is under way with a sheet.</summary>
    public static async Task RunIntakeAsync(this PortalDb db, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var run = await IntakeRun.BeginAsync(db, id, by, now, cancellationToken);
        while (await db.StepAsync(run, cancellationToken))
        {
        }
    }

    /// <summary>Sheets with which something is under way, oldest first, and who set it going.</summary>
    public static async Task<IReadOnlyList<(Guid Id, Guid RunnerId)>> IntakesUnderWayAsync(this PortalDb db, CancellationToken cancellationToken) =>
        [.. (await db.IntakeBatches.Where(b => b.State == IntakeState.Judging || b.State == IntakeState.Writing || b.State == IntakeState.Undoing)
            .OrderBy(b => b.ChangedAt).Select(b => new { b.Id, b.RunnerId }).ToListAsync(cancellationToken)).Select(b => (b.Id, b.RunnerId))];

    /// <summary>Stops what cannot go on, because who set it going may not any more: somebody else looks at it.</summary>
    public static Task HaltIntakeAsync(this PortalDb db, Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                (await db.IntakeBatches.SingleOrDefaultAsync(b => b.Id == id, cancellationToken))?.Halt(now);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
}
