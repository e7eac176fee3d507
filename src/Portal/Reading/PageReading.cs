using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reading;

/// <summary>The tree of pages as readers walk it. A page under one that they do not see stands at the top.</summary>
public static class PageReading
{
    private const int MostInFooter = 12;

    /// <summary>Pages at the top, for the footer.</summary>
    public static async Task<IReadOnlyList<Link>> FooterAsync(this PortalDb db, CancellationToken cancellationToken)
    {
        var pages = await db.LivePagesAsync(cancellationToken);
        return [.. pages.Where(p => !pages.Exists(above => above.Id == p.ParentId)).Take(MostInFooter).Select(p => p.Link)];
    }

    /// <summary>Pages above a page, the uppermost first, and those right below it.</summary>
    internal static async Task<(IReadOnlyList<Link> Above, IReadOnlyList<Link> Below)> AroundAsync(this PortalDb db, Entry page, CancellationToken cancellationToken)
    {
        if (page.Type != EntryType.Page)
        {
            return ([], []);
        }

        var pages = await db.LivePagesAsync(cancellationToken);
        var above = new List<Link>();
        for (var at = pages.Find(p => p.Id == page.ParentId); at is not null && above.Count < PagePlacing.MostLevels; at = pages.Find(p => p.Id == at.ParentId))
        {
            above.Insert(0, at.Link);
        }

        return (above, [.. pages.Where(p => p.ParentId == page.Id).Select(p => p.Link)]);
    }

    private static async Task<List<LivePage>> LivePagesAsync(this PortalDb db, CancellationToken cancellationToken) =>
        [.. (await db.LiveEntries()
            .Where(e => e.Type == EntryType.Page)
            .OrderBy(e => e.Position)
            .ThenBy(e => e.SortKey)
            .Select(e => new { e.Id, e.ParentId, e.LiveTitle, e.Slug })
            .ToListAsync(cancellationToken)).Select(e => new LivePage(e.Id, e.ParentId, new(e.LiveTitle, Urls.Entry(EntryType.Page, e.Slug!))))];

    private sealed record LivePage(Guid Id, Guid? ParentId, Link Link);
}
