using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Privacy;

/// <summary>What ends by itself: consents after their last day, contact data that nobody confirmed for long.</summary>
public static class Retention
{
    // A transaction keeps other writers waiting.
    private const int AtOnce = 100;

    /// <summary>Ends consents whose last day in Bangkok is over.</summary>
    public static async Task ExpireConsentsAsync(PortalDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = ThaiTime.Day(now);
        var over = db.Consents.Where(c => c.WithdrawnAt == null && c.Expires < today);
        while (await over.AnyAsync(cancellationToken))
        {
            await db.InTransaction(
                async () =>
                {
                    var ending = await over.OrderBy(c => c.Id).Take(AtOnce).ToListAsync(cancellationToken);
                    var ids = ending.Select(c => c.Id).ToHashSet();
                    var sages = ending.Select(c => c.SageId).ToHashSet();
                    var staying = (await db.Consents.AsNoTracking().Where(c => sages.Contains(c.SageId) && c.WithdrawnAt == null && !ids.Contains(c.Id)).ToListAsync(cancellationToken))
                        .ToLookup(c => (c.SageId, c.Purpose));
                    foreach (var sage in await db.Sages.Where(s => sages.Contains(s.Id)).ToListAsync(cancellationToken))
                    {
                        foreach (var consent in ending.Where(c => c.SageId == sage.Id).OrderBy(c => c.Purpose))
                        {
                            sage.Expire(consent, now, another: staying.Contains((sage.Id, consent.Purpose)));
                        }

                        await db.SaveChangesAsync(cancellationToken);
                        await db.AssessAsync(sage, Actor.System, now, cancellationToken);
                    }

                    await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken);
        }
    }

    /// <summary>Removes ways to reach sages that were neither written nor confirmed for so many months, and those of the dead.</summary>
    public static async Task ForgetContactsAsync(PortalDb db, int months, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var day = ThaiTime.Day(now).AddMonths(-months);
        var moment = ThaiTime.StartOf(day);
        var old = db.Sages.Where(s => db.SageContacts.Any(c => c.SageId == s.Id
            && (s.IsDeceased || (c.WrittenAt < moment && (s.ConfirmedOn != null ? s.ConfirmedOn < day : s.ChangedAt < moment)))));
        while (await old.AnyAsync(cancellationToken))
        {
            await db.InTransaction(
                async () =>
                {
                    foreach (var sage in await old.OrderBy(s => s.Id).Take(AtOnce).ToListAsync(cancellationToken))
                    {
                        db.Forget(sage, await db.SageContacts.Where(c => c.SageId == sage.Id && (sage.IsDeceased || c.WrittenAt < moment)).ToListAsync(cancellationToken), Actor.System, now);
                        await db.SaveChangesAsync(cancellationToken);
                        await db.AssessAsync(sage, Actor.System, now, cancellationToken);
                    }

                    await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken);
        }
    }
}
