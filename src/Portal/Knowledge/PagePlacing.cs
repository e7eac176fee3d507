using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>
/// Moving pages in the tree that readers walk. It is the structure of the site and no text: no revision, no review, the same addresses.
/// Every rule is asked under the journal lock of the move, so two moves at once cannot make a circle.
/// </summary>
public static class PagePlacing
{
    public const int MostLevels = 4;
    public const int MostPages = 200;

    /// <summary>Whether the actor may arrange pages at all.</summary>
    public static bool MayArrangePages(this Actor actor) => actor.May(Permission.Administer, "") || actor.AreasFor(Permission.Publish).Any(a => a.Length <= 2);

    /// <summary>One place up or down among the pages beside it that the actor sees; at the end it stays.</summary>
    /// <param name="version">Of the page as the actor saw it.</param>
    /// <exception cref="PortalException">It is not there for this actor, or somebody moved or wrote it meanwhile.</exception>
    public static Task StepPageAsync(this PortalDb db, Guid id, int version, bool isUp, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var (pages, page) = await db.PageToMoveAsync(id, version, by, cancellationToken);
                var seen = await db.SeenPagesAsync(by, cancellationToken);
                var parent = pages.ShownParent(page);
                var beside = pages.Beside(parent);
                var visible = beside.FindAll(p => seen.Contains(p.Id));
                var other = visible.ElementAtOrDefault(visible.IndexOf(page) + (isUp ? -1 : 1));
                if (other is not null)
                {
                    Renumber(beside, page, other, parent, by, now);
                    await db.SaveChangesAsync(cancellationToken);
                }
            },
            cancellationToken);

    /// <summary>Puts a page under another, or at the top, behind those that stand there.</summary>
    /// <param name="parent">The page above; <c>null</c> → at the top.</param>
    /// <param name="version">Of the page as the actor saw it.</param>
    /// <exception cref="PortalException">One of them is not there for this actor, it does not fit, or somebody moved or wrote it meanwhile.</exception>
    public static Task PutPageAsync(this PortalDb db, Guid id, int version, Guid? parent, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var (pages, page) = await db.PageToMoveAsync(id, version, by, cancellationToken);
                if (parent is { } above && (pages.Shown(above) is null || !(await db.SeenPagesAsync(by, cancellationToken)).Contains(above)))
                {
                    throw new PortalException("page.none", "ไม่พบหน้าที่จะย้ายไปอยู่ใต้ อาจถูกทิ้งไปแล้ว โปรดเลือกใหม่");
                }

                if (pages.ShownParent(page) != parent)
                {
                    DemandFits(pages.ConvertAll(p => (p.Id, p.ParentId)), id, parent);
                    page.Place(parent, pages.Beside(parent).Select(p => p.Position).DefaultIfEmpty(0).Max() + 1, by, now);
                    await db.SaveChangesAsync(cancellationToken);
                }
            },
            cancellationToken);

    /// <summary>Where a new page stands: last at the top. Call inside <see cref="PortalDb.InTransaction{T}"/>.</summary>
    /// <exception cref="PortalException">There are as many pages as there may be.</exception>
    internal static async Task<int> RoomForPageAsync(this PortalDb db, EntryType type, CancellationToken cancellationToken)
    {
        if (type != EntryType.Page)
        {
            return 0;
        }

        var positions = await db.Entries.Where(e => e.Type == EntryType.Page).Select(e => new { e.ParentId, e.Position }).ToListAsync(cancellationToken);
        return positions.Count >= MostPages
            ? throw new PortalException("page.many", $"มีหน้าเว็บครบ {MostPages} หน้าแล้ว โปรดรวมหรือทิ้งหน้าที่ไม่ใช้ก่อน")
            : positions.Where(p => p.ParentId is null).Select(p => p.Position).DefaultIfEmpty(0).Max() + 1;
    }

    /// <summary>Places a page as its file says. Call inside <see cref="PortalDb.InTransaction{T}"/>; the caller saves.</summary>
    /// <param name="parentKey">Key of the page above; empty, or of none that is there → at the top.</param>
    internal static async Task PlaceAsFileAsync(this PortalDb db, Entry page, string parentKey, int position, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var pages = await db.Entries.IgnoreQueryFilters().Where(e => e.Type == EntryType.Page && e.Id != page.Id)
            .Select(e => new { e.Id, e.ParentId, e.Key, IsThere = e.TrashedAt == null }).ToListAsync(cancellationToken);
        var parent = pages.Find(p => p.Key == parentKey && p.IsThere)?.Id;
        DemandFits([.. pages.Select(p => (p.Id, p.ParentId)), (page.Id, page.ParentId)], page.Id, parent);
        page.Place(parent, position, Actor.System, now);
    }

    // What is seen is in the trash for nobody; a parent that is counts as none.
    internal static Entry? Shown(this List<Entry> pages, Guid? id) => pages.Find(p => p.Id == id && p.TrashedAt is null);

    internal static Guid? ShownParent(this List<Entry> pages, Entry page) => pages.Shown(page.ParentId)?.Id;

    internal static List<Entry> Beside(this List<Entry> pages, Guid? parent) =>
        [.. pages.Where(p => p.TrashedAt is null && pages.ShownParent(p) == parent).OrderBy(p => p.Position).ThenBy(p => p.SortKey, StringComparer.Ordinal).ThenBy(p => p.Id)];

    private static async Task<(List<Entry> Pages, Entry Page)> PageToMoveAsync(this PortalDb db, Guid id, int version, Actor by, CancellationToken cancellationToken)
    {
        var pages = await db.Entries.IgnoreQueryFilters().Where(e => e.Type == EntryType.Page).ToListAsync(cancellationToken);
        var page = pages.Shown(id);
        return page is null || !page.MayBePlaced(by) ? throw new PortalException("page.none", "ไม่พบหน้านี้ อาจถูกทิ้งไปแล้ว")
            : page.Version != version ? throw new PortalException("page.newer", $"มีคนย้ายหรือแก้หน้า «{page.Title}» ก่อนท่าน จึงยังไม่ได้ย้าย โปรดดูที่อยู่ตอนนี้แล้วลองอีกครั้ง")
            : (pages, page);
    }

    // The numbers that are there are dealt out anew, so that only what changes places is written; where two are the same, all are counted.
    private static void Renumber(List<Entry> beside, Entry page, Entry other, Guid? parent, Actor by, DateTimeOffset now)
    {
        var numbers = beside.ConvertAll(p => p.Position);
        if (numbers.Distinct().Count() < numbers.Count)
        {
            numbers = [.. Enumerable.Range(1, numbers.Count)];
        }

        var at = beside.IndexOf(other);
        beside.Remove(page);
        beside.Insert(at, page);
        foreach (var (one, number) in beside.Zip(numbers))
        {
            if (one == page)
            {
                page.Place(parent, number, by, now);
            }
            else
            {
                one.StepAside(number, by, now);
            }
        }
    }

    // Those in the trash count: they come back to where they were.
    private static void DemandFits(List<(Guid Id, Guid? ParentId)> pages, Guid page, Guid? parent)
    {
        var above = 0;
        for (var at = parent; at is { } id && pages.Exists(p => p.Id == id); at = pages.Find(p => p.Id == id).ParentId)
        {
            if (id == page || ++above > pages.Count)
            {
                throw new PortalException("page.circle", "ย้ายไปอยู่ใต้หน้าของตัวเองหรือหน้าย่อยของตัวเองไม่ได้", "Parent");
            }
        }

        if (above + Height(page) > MostLevels)
        {
            throw new PortalException("page.levels", $"หน้าเว็บซ้อนกันได้ไม่เกิน {MostLevels} ชั้น โปรดเลือกหน้าที่อยู่สูงกว่านี้", "Parent");
        }

        int Height(Guid id) => 1 + pages.Where(p => p.ParentId == id).Select(p => Height(p.Id)).DefaultIfEmpty(0).Max();
    }
}
