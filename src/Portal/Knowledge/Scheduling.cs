using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>Publishes and takes away what is due. What is due stands in the database, so a restart forgets nothing, and is asked again under the journal lock, so a second node does nothing twice.</summary>
public static class Scheduling
{
    public static async Task RunDueAsync(PortalDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var publishing = await db.Entries.Where(e => e.State == EntryState.Scheduled && e.PublishDue <= now).OrderBy(e => e.PublishDue).Select(e => e.Id).ToListAsync(cancellationToken);
        foreach (var id in publishing)
        {
            await db.PublishDueAsync(id, now, cancellationToken);
        }

        var expiring = await db.Entries.Where(e => e.IsLive && e.ExpiryDue <= now).OrderBy(e => e.ExpiryDue).Select(e => e.Id).ToListAsync(cancellationToken);
        foreach (var id in expiring)
        {
            await db.ExpireDueAsync(id, now, cancellationToken);
        }
    }

    private static async Task PublishDueAsync(this PortalDb db, Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await db.OnDueAsync(
                id,
                now,
                async entry =>
                {
                    var publisher = await db.ActingAsync(entry.SchedulerId!.Value, now, cancellationToken);
                    if (!publisher.May(Permission.Publish, entry.AreaCode))
                    {
                        entry.MissSchedule(MissReason.GrantGone, now);
                        return;
                    }

                    await db.PublishAsync(entry, (await db.RevisionAsync(id, entry.LatestNumber, cancellationToken))!.Content, publisher, now, cancellationToken);
                },
                cancellationToken);
        }
        catch (PortalException refusal)
        {
            // Half of the publishing was thrown away with its transaction.
            await db.OnDueAsync(
                id,
                now,
                entry =>
                {
                    entry.MissSchedule(Reason(refusal.Code), now);
                    return Task.CompletedTask;
                },
                cancellationToken);
        }
    }

    /// <summary>A text goes when it was said to, also when who said so has left: readers were promised that it would not stand longer.</summary>
    private static Task ExpireDueAsync(this PortalDb db, Guid id, DateTimeOffset now, CancellationToken cancellationToken) => db.InTransaction(
        async () =>
        {
            if (await db.Entries.SingleOrDefaultAsync(e => e.Id == id && e.IsLive && e.ExpiryDue <= now, cancellationToken) is { } entry)
            {
                var by = await db.ActingAsync(entry.ExpirySetterId!.Value, now, cancellationToken);
                entry.Archive(by.May(Permission.Publish, entry.AreaCode) ? by : Actor.System, now);
                await db.SaveChangesAsync(cancellationToken);
            }
        },
        cancellationToken);

    private static Task OnDueAsync(this PortalDb db, Guid id, DateTimeOffset now, Func<Entry, Task> verb, CancellationToken cancellationToken) => db.InTransaction(
        async () =>
        {
            if (await db.Entries.SingleOrDefaultAsync(e => e.Id == id && e.State == EntryState.Scheduled && e.PublishDue <= now, cancellationToken) is { } entry)
            {
                await verb(entry);
                await db.SaveChangesAsync(cancellationToken);
            }
        },
        cancellationToken);

    private static async Task<Actor> ActingAsync(this PortalDb db, Guid memberId, DateTimeOffset now, CancellationToken cancellationToken) =>
        Reviewing.Acting(await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == memberId, cancellationToken), memberId, now);

    private static MissReason Reason(string code) => code switch
    {
        "entry.slug-taken" => MissReason.AddressTaken,
        "picture.consent" => MissReason.ConsentGone,
        _ => MissReason.Refused,
    };
}
