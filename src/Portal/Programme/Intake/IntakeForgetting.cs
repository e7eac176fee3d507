using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>Sheets hold what was typed of people; they stay as long as somebody may want to take one back.</summary>
public static class IntakeForgetting
{
    /// <summary>Days after somebody last did something with a sheet.</summary>
    public const int Days = 30;

    private const int AtOnce = 500;

    public static async Task ForgetIntakesAsync(PortalDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (old, broken) = (JournalChain.Truncate(now.AddDays(-Days)), JournalChain.Truncate(now.AddDays(-1)));
        var ids = await db.IntakeBatches.Where(b => b.ChangedAt < old || (b.State == IntakeState.Taking && b.ChangedAt < broken)).Select(b => b.Id).ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            while (await db.InTransaction(
                () => db.IntakeRows.Where(r => r.BatchId == id).OrderBy(r => r.Number).Take(AtOnce).ExecuteDeleteAsync(cancellationToken), cancellationToken) > 0)
            {
            }

            await db.InTransaction(() => db.IntakeBatches.Where(b => b.Id == id).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        }
    }
}
