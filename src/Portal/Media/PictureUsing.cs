using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Media;

/// <summary>Something that shows a picture.</summary>
/// <param name="Name">Title or name; empty for a draft that the actor may not see.</param>
/// <param name="Url">Where the actor can look at it.</param>
/// <param name="IsLive">Whether readers see it there, consent permitting.</param>
public sealed record PictureUsage(string Name, string? Url, bool IsLive);

/// <summary>Where pictures are used, and which are not.</summary>
public static class PictureUsing
{
    /// <summary>How long a new picture is left alone: who sent it may be about to use it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>The uses of each picture: in the latest and in the live revision of texts, and as the picture of a record.</summary>
    public static async Task<ILookup<Guid, PictureUsage>> UsesAsync(this PortalDb db, Actor actor, IReadOnlyCollection<Asset> pictures, CancellationToken cancellationToken)
    {
        var ids = pictures.Select(p => p.Id).ToList();
        var mine = db.EntriesFor(actor).Select(e => e.Id);
        var texts = await Uses(db)
            .Where(u => ids.Contains(u.PictureId))
            .Select(u => new { u.PictureId, u.Entry.Id, u.Entry.Type, u.Entry.Title, u.Entry.LiveTitle, u.Entry.Slug, u.IsLive, IsMine = mine.Contains(u.Entry.Id) })
            .ToListAsync(cancellationToken);
        var owners = pictures.Select(p => p.OwnerId).ToList();
        var records = (await db.RecordsFor<Sage>(actor).Where(s => owners.Contains(s.Id)).Select(s => new { s.Id, s.Name, s.IsPublished }).ToListAsync(cancellationToken))
            .Select(s => (s.Id, Usage: new PictureUsage(s.Name, $"/studio/sages/{s.Id}", s.IsPublished)))
            .Concat((await db.RecordsFor<Centre>(actor).Where(c => owners.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToListAsync(cancellationToken))
                .Select(c => (c.Id, Usage: new PictureUsage(c.Name, $"/studio/centres/{c.Id}", false))))
            .ToDictionary(r => r.Id, r => r.Usage);
        return texts
            .GroupBy(u => (u.PictureId, u.Id))
            .Select(g => (g.Key.PictureId, Usage: Of(g.First().IsMine, g.Any(u => u.IsLive), g.First().Title, g.First().LiveTitle, g.Key.Id, g.First().Type, g.First().Slug)))
            .Concat(pictures.Where(p => records.ContainsKey(p.OwnerId)).Select(p => (p.Id, records[p.OwnerId])))
            .ToLookup(u => u.Item1, u => u.Item2);
    }

    /// <summary>Pictures of texts and of the library that no text shows, live or in work, oldest first, of those that the actor may remove.</summary>
    /// <param name="among">Only of these; <c>null</c> → of all.</param>
    public static async Task<IReadOnlyList<Asset>> UnusedPicturesAsync(this PortalDb db, Actor actor, DateTimeOffset now, int most, CancellationToken cancellationToken, IReadOnlyCollection<Guid>? among = null)
    {
        var (before, areas, mine) = (now - Patience, actor.AreasFor(Permission.Write), db.EntriesFor(actor).Select(e => e.Id));
        var used = Uses(db).Select(u => u.PictureId);
        var candidates = await db.PicturesFor(actor)
            .Where(a => a.At < before
                && ((a.OwnerType == Subjects.Entry && mine.Contains(a.OwnerId)) || (a.OwnerType == Subjects.Portal && areas.Any(p => a.AreaCode.StartsWith(p))))
                && !used.Contains(a.Id)
                && (among == null || among.Contains(a.Id)))
            .OrderBy(a => a.At)
            .ThenBy(a => a.Id)
            .Take(most)
            .ToListAsync(cancellationToken);
        // Texts that were written before uses were noted use their own pictures alone.
        var owners = candidates.Where(a => a.OwnerType == Subjects.Entry).Select(a => a.OwnerId).Distinct().ToList();
        var shown = (await db.Entries.Where(e => owners.Contains(e.Id))
            .Join(db.Revisions, e => e.Id, r => r.EntryId, (e, r) => new { Entry = e, Revision = r })
            .Where(x => x.Revision.Number == x.Entry.LatestNumber || x.Revision.Number == x.Entry.LiveNumber)
            .Select(x => x.Revision.Content)
            .ToListAsync(cancellationToken)).SelectMany(PictureName.In).ToHashSet();
        return [.. candidates.Where(a => !shown.Contains(a.Id))];
    }

    /// <summary>Removes those of the chosen ones that are still unused.</summary>
    /// <returns>How many went.</returns>
    public static async Task<int> RemoveUnusedAsync(this PortalDb db, Pictures pictures, IReadOnlyCollection<Guid> chosen, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var gone = await db.InTransaction(
            async () =>
            {
                var unused = (await db.UnusedPicturesAsync(by, now, chosen.Count, cancellationToken, chosen)).Select(a => a.Id).ToList();
                var assets = await db.Assets.Where(a => unused.Contains(a.Id)).ToListAsync(cancellationToken);
                assets.ForEach(a => a.Remove(by, now));
                await db.SaveChangesAsync(cancellationToken);
                return unused;
            },
            cancellationToken);
        foreach (var id in gone)
        {
            await pictures.DeleteAsync(id, null, CancellationToken.None);
        }

        return gone.Count;
    }

    private static PictureUsage Of(bool isMine, bool isLive, string title, string? liveTitle, Guid id, EntryType type, string? slug) =>
        isMine ? new(title, $"/studio/entries/{id}", isLive)
        : isLive ? new(liveTitle ?? title, Urls.Entry(type, slug!), true)
        : new("", null, false);

    // Of former revisions nobody speaks.
    private static IQueryable<UseOfEntry> Uses(PortalDb db) =>
        from use in db.PictureUses
        join entry in db.Entries on use.EntryId equals entry.Id
        where use.Number == entry.LatestNumber || (entry.IsLive && use.Number == entry.LiveNumber)
        select new UseOfEntry { PictureId = use.PictureId, Entry = entry, IsLive = entry.IsLive && use.Number == entry.LiveNumber };

    private sealed class UseOfEntry
    {
        public required Guid PictureId { get; init; }

        public required Entry Entry { get; init; }

        public required bool IsLive { get; init; }
    }
}
