using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>A page in the tree, as who arranges them sees it.</summary>
/// <param name="Version">That a move of it starts from.</param>
/// <param name="Level">1 at the top.</param>
/// <param name="Height">Levels from itself down.</param>
/// <param name="Parent">The page above; <c>null</c> at the top.</param>
public sealed record PageRow(EntryRow Entry, int Version, int Level, int Height, PageRow? Parent)
{
    public Guid Id => Entry.Id;

    /// <summary>Address for readers; <c>null</c> when they do not see it.</summary>
    public string? Url { get; init; }

    public bool MayBePlaced { get; init; }

    public bool IsFirst { get; init; }

    public bool IsLast { get; init; }

    /// <summary>Whether readers find it at the top, for they do not see the page above.</summary>
    public bool StandsAlone => Url is not null && Parent is { Url: null };

    /// <summary>Whether another page may go under this one.</summary>
    public bool HasRoomFor(PageRow other) => other.Parent?.Id != Id && Level + other.Height <= PagePlacing.MostLevels && !IsBelow(other);

    private bool IsBelow(PageRow other) => Id == other.Id || Parent?.IsBelow(other) == true;
}

/// <summary>The tree of pages for the Studio.</summary>
public static class PageTree
{
    /// <summary>Pages that the actor sees, each behind the one it stands under.</summary>
    public static async Task<IReadOnlyList<PageRow>> PageTreeAsync(this PortalDb db, Actor actor, CancellationToken cancellationToken)
    {
        var seen = await db.SeenPagesAsync(actor, cancellationToken);
        var pages = await db.Entries.AsNoTracking().Where(e => e.Type == EntryType.Page && seen.Contains(e.Id)).ToListAsync(cancellationToken);
        return [.. Under(null)];

        IEnumerable<PageRow> Under(PageRow? parent)
        {
            var beside = pages.Beside(parent?.Id);
            foreach (var (at, page) in beside.Index())
            {
                var row = new PageRow(Row(page), page.Version, (parent?.Level ?? 0) + 1, Height(page.Id), parent)
                {
                    Url = page.IsPublic ? Urls.Entry(page.Type, page.Slug!) : null,
                    MayBePlaced = page.MayBePlaced(actor),
                    IsFirst = at == 0,
                    IsLast = at == beside.Count - 1,
                };
                yield return row;
                foreach (var below in Under(row))
                {
                    yield return below;
                }
            }
        }

        int Height(Guid id) => 1 + pages.Where(p => p.ParentId == id).Select(p => Height(p.Id)).DefaultIfEmpty(0).Max();

        static EntryRow Row(Entry page) => new(page.Id, page.Type, page.Title, page.State, page.IsLive, page.AreaCode, "", page.LatestAt) { PublishDue = page.PublishDue };
    }

    /// <summary>What readers see, and what the actor writes.</summary>
    internal static async Task<List<Guid>> SeenPagesAsync(this PortalDb db, Actor actor, CancellationToken cancellationToken) =>
        await db.LiveEntries().Where(e => e.Type == EntryType.Page).Select(e => e.Id)
            .Union(db.EntriesFor(actor).Where(e => e.Type == EntryType.Page).Select(e => e.Id))
            .ToListAsync(cancellationToken);
}
