using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reading;

/// <summary>Lists of live texts.</summary>
public static class EntryLists
{
    public const int PageSize = 24;

    /// <summary>Lessons and articles, which are listed; pages are not.</summary>
    public static IQueryable<Entry> LiveTexts(this PortalDb db) => db.LiveEntries().Where(e => e.Type != EntryType.Page);

    public static IQueryable<Entry> Newest(this IQueryable<Entry> entries) =>
        entries.OrderByDescending(e => e.PublishedAt).ThenBy(e => e.SortKey).ThenBy(e => e.Id);

    public static IQueryable<Entry> NearestFirst(this IQueryable<Entry> entries, Neighbourhood near) =>
        entries.OrderBy(near.Rank<Entry>(e => e.AreaCode)).ThenByDescending(e => e.PublishedAt).ThenBy(e => e.SortKey).ThenBy(e => e.Id);

    public static IQueryable<Entry> About(this IQueryable<Entry> entries, PortalDb db, ReferenceKind kind, params IReadOnlyCollection<string> keys) =>
        entries.Where(e => db.References.Any(r => r.EntryId == e.Id && r.Kind == kind && keys.Contains(r.Key)));

    /// <param name="near">When given, what is from there and around stands first.</param>
    public static async Task<Paged<EntryCard>> PageAsync(
        this IQueryable<Entry> entries, PortalDb db, int page, CancellationToken cancellationToken, Neighbourhood? near = null)
    {
        var total = await entries.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var items = await (near is null ? entries.Newest() : entries.NearestFirst(near)).Skip((page - 1) * PageSize).Take(PageSize).CardsAsync(db, cancellationToken);
        return new(items, page, pages, total);
    }

    /// <summary>Cards of the entries, in their order. For one page of a list: it loads what each says.</summary>
    public static async Task<IReadOnlyList<EntryCard>> CardsAsync(this IQueryable<Entry> entries, PortalDb db, CancellationToken cancellationToken)
    {
        var rows = await entries
            .Select(e => new
            {
                e.Id,
                e.Type,
                e.LiveTitle,
                e.Slug,
                e.LiveSummary,
                e.PublishedAt,
                e.AreaCode,
                Content = db.Revisions.Where(r => r.EntryId == e.Id && r.Number == e.LiveNumber).Select(r => r.Content).First(),
                Topic = (from r in db.References
                         join t in db.Topics on r.Key equals t.Key
                         where r.EntryId == e.Id && r.Kind == ReferenceKind.Topic
                         orderby r.Position
                         select t.Title).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => new EntryCard(
            r.Id, r.Type, r.LiveTitle, Urls.Entry(r.Type, r.Slug!), r.LiveSummary, r.Topic ?? "", r.PublishedAt!.Value, r.Content.ForEverybody().Lesson) { AreaCode = r.AreaCode })];
    }
}
