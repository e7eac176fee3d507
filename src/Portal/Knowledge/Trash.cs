using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>Texts that were thrown away.</summary>
public static class Trash
{
    /// <summary>How long a text can be taken out again.</summary>
    public const int Days = 30;

    private const int AtOnce = 50;

    /// <summary>What lies in the trash of whom the actor writes for.</summary>
    public static IQueryable<Entry> TrashFor(this PortalDb db, Actor actor) => db.EntriesFor(actor).IgnoreQueryFilters().Where(e => e.TrashedAt != null);

    /// <exception cref="PortalException">There is no such text for the actor, or it is read by the public now.</exception>
    public static Task ThrowAsync(this PortalDb db, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.ActAsync(
            id,
            by,
            entry =>
            {
                entry.Throw(by, now);
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <exception cref="PortalException">It is not in the trash any more.</exception>
    public static Task TakeBackAsync(this PortalDb db, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var entry = await db.TrashFor(by).SingleOrDefaultAsync(e => e.Id == id, cancellationToken)
                    ?? throw new PortalException("entry.not-trashed", "เรื่องนี้ไม่ได้อยู่ในถังขยะแล้ว");
                entry.TakeBack(by, now);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>Recurring work: removes for good what lay in the trash for <see cref="Days"/> days.</summary>
    public static async Task EmptyTrashAsync(PortalDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().AddDays(-Days);
        while (await db.InTransaction(() => db.RemoveSomeAsync(before, clock.GetUtcNow(), cancellationToken), cancellationToken) == AtOnce)
        {
        }
    }

    private static async Task<int> RemoveSomeAsync(this PortalDb db, DateTimeOffset before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var old = await db.Entries.IgnoreQueryFilters().Where(e => e.TrashedAt < before).OrderBy(e => e.TrashedAt).Take(AtOnce).ToListAsync(cancellationToken);
        var ids = old.ConvertAll(e => e.Id);
        foreach (var entry in old)
        {
            entry.Remove(Actor.System, now);
            db.Entries.Remove(entry);
        }

        var forms = ids.ConvertAll(i => i.ToString());
        db.Revisions.RemoveRange(await db.Revisions.Where(r => ids.Contains(r.EntryId)).ToListAsync(cancellationToken));
        db.Remarks.RemoveRange(await db.Remarks.Where(r => ids.Contains(r.EntryId)).ToListAsync(cancellationToken));
        db.Reviews.RemoveRange(await db.Reviews.Where(r => ids.Contains(r.EntryId)).ToListAsync(cancellationToken));
        db.References.RemoveRange(await db.References.Where(r => ids.Contains(r.EntryId)).ToListAsync(cancellationToken));
        db.Aliases.RemoveRange(await db.Aliases.Where(a => ids.Contains(a.EntryId)).ToListAsync(cancellationToken));
        db.Notices.RemoveRange(await db.Notices.Where(n => ids.Contains(n.EntryId)).ToListAsync(cancellationToken));
        db.EditingSessions.RemoveRange(await db.EditingSessions.Where(s => forms.Contains(s.Form)).ToListAsync(cancellationToken));
        db.PictureUses.RemoveRange(await db.PictureUses.Where(u => ids.Contains(u.EntryId)).ToListAsync(cancellationToken));
        // Their files go with the next sweep.
        db.Assets.RemoveRange(await db.Assets.Where(a => a.OwnerType == Subjects.Entry && ids.Contains(a.OwnerId)).ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return old.Count;
    }
}
