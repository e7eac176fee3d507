using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>What can be done with several texts at once.</summary>
public enum BulkAct
{
    /// <summary>They still hold as they stand.</summary>
    Confirm,

    /// <summary>Readers do not see them any more.</summary>
    Archive,

    /// <summary>Into the trash.</summary>
    Throw,
}

/// <summary>One verb on many texts: each for itself, and those that refuse stay as they are.</summary>
public static class BulkActs
{
    /// <summary>As many as a page of the list has.</summary>
    public const int Most = EntryQueries.PageSize;

    public static bool MayDo(this Entry entry, BulkAct act, Actor actor) => act switch
    {
        BulkAct.Confirm => entry.MayConfirm(actor),
        BulkAct.Archive => entry.IsLive && actor.May(Permission.Publish, entry.AreaCode),
        BulkAct.Throw => entry.MayTrash(actor),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>The chosen texts that the actor sees, in the order of their titles, and whether the verb may be done with each.</summary>
    public static async Task<IReadOnlyList<(Entry Entry, bool MayBeDone)>> LookAsync(
        this PortalDb db, BulkAct act, IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancellationToken)
    {
        var chosen = ids.Take(Most).ToList();
        var entries = await db.EntriesFor(actor).AsNoTracking().Where(e => chosen.Contains(e.Id)).OrderBy(e => e.SortKey).ToListAsync(cancellationToken);
        return entries.ConvertAll(e => (e, e.MayDo(act, actor)));
    }

    /// <returns>With how many texts it was done.</returns>
    public static Task<int> DoAsync(this PortalDb db, BulkAct act, IReadOnlyCollection<Guid> ids, Actor actor, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var chosen = ids.Take(Most).ToList();
                var entries = (await db.EntriesFor(actor).Where(e => chosen.Contains(e.Id)).ToListAsync(cancellationToken)).FindAll(e => e.MayDo(act, actor));
                foreach (var entry in entries)
                {
                    Do(entry, act, actor, now);
                }

                await db.SaveChangesAsync(cancellationToken);
                return entries.Count;
            },
            cancellationToken);

    private static void Do(Entry entry, BulkAct act, Actor actor, DateTimeOffset now)
    {
        switch (act)
        {
            case BulkAct.Confirm:
                entry.Confirm(actor, now);
                break;
            case BulkAct.Archive:
                entry.Archive(actor, now);
                break;
            case BulkAct.Throw:
                entry.Throw(actor, now);
                break;
        }
    }
}
