using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>An entry in a list of the Studio.</summary>
/// <param name="Author">Who wrote the latest revision.</param>
public sealed record EntryRow(
    Guid Id, EntryType Type, string Title, EntryState State, bool IsLive, string AreaCode, string Author, DateTimeOffset At)
{
    /// <summary>When a scheduled text is published by itself.</summary>
    public DateTimeOffset? PublishDue { get; init; }
}

/// <param name="State">Only this state.</param>
/// <param name="Type">Only this type.</param>
/// <param name="Text">Part of a title.</param>
/// <param name="Page">1-based.</param>
/// <param name="StaleAt">Only what is stale at this moment; <c>null</c> → whether or not.</param>
/// <param name="WrittenBy">Only what this member wrote last, or wrote down.</param>
public sealed record EntryFilter(
    EntryState? State = null, EntryType? Type = null, string Text = "", int Page = 1, DateTimeOffset? StaleAt = null, Guid? WrittenBy = null);

/// <summary>Reads for the Studio. What an actor may not write, an actor does not see: it is not there.</summary>
public static class EntryQueries
{
    public const int PageSize = 30;

    /// <summary>
    /// Texts that the actor has the permission for: of the areas, of the one centre that a recorder works for, and what a sage tells.
    /// What sages tell, and what is closed, is seen by themselves, their recorders and the officers of the area, not by every recorder there.
    /// </summary>
    public static IQueryable<Entry> EntriesFor(this PortalDb db, Actor actor, Permission permission = Permission.Write)
    {
        var areas = actor.AreasFor(permission);
        if (permission != Permission.Write)
        {
            return db.Entries.Where(e => areas.Any(a => e.AreaCode.StartsWith(a)));
        }

        var officers = actor.AreasFor(Permission.Enrol);
        var me = actor.Id;
        var tellers = actor.Tellers.Select(t => (Guid?)t.MemberId).ToArray();
        var centres = actor.CentresFor(permission).Select(g => g.Centre).ToArray();
        var places = actor.CentresFor(permission).Select(g => g.Area).ToArray();
        return db.Entries.Where(e =>
            (areas.Any(a => e.AreaCode.StartsWith(a)) && ((e.TellerId == null && e.LatestLicence != Licence.Closed && e.LiveLicence != Licence.Closed) || e.LatestAuthorId == me || officers.Any(a => e.AreaCode.StartsWith(a))))
            || tellers.Contains(e.TellerId)
            || (e.TellerId == null && e.LatestLicence != Licence.Closed && e.LiveLicence != Licence.Closed && places.Contains(e.AreaCode) && e.CentreKeys.Any(c => centres.Contains(c))));
    }

    public static async Task<(IReadOnlyList<EntryRow> Rows, int Total)> FindAsync(
        this PortalDb db, Actor actor, EntryFilter filter, CancellationToken cancellationToken)
    {
        var entries = db.EntriesFor(actor).AsNoTracking();
        if (filter.State is { } state)
        {
            entries = entries.Where(e => e.State == state);
        }

        if (filter.Type is { } type)
        {
            entries = entries.Where(e => e.Type == type);
        }

        if (filter.StaleAt is { } now)
        {
            entries = entries.Stale(now);
        }

        if (filter.WrittenBy is { } member)
        {
            entries = entries.Where(e => e.LatestAuthorId == member || e.LatestRecorderId == member);
        }

        if (ThaiText.Normalize(filter.Text).Trim() is { Length: > 0 } text)
        {
            entries = entries.Where(e => e.Title.Contains(text));
        }

        var total = await entries.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var rows = entries.OrderByDescending(e => e.LatestAt).ThenBy(e => e.Id).Skip((Math.Clamp(filter.Page, 1, pages) - 1) * PageSize).Take(PageSize);
        return (await rows.RowsAsync(db, cancellationToken), total);
    }

    /// <summary>Live texts that should be looked at again: <see cref="Entry.IsStale"/>.</summary>
    public static IQueryable<Entry> Stale(this IQueryable<Entry> entries, DateTimeOffset now)
    {
        var before = now.AddMonths(-Entry.FreshMonths);
        return entries.Where(e => e.IsLive && e.UpdatedAt < before && (e.ConfirmedAt == null || e.ConfirmedAt < before));
    }

    public static async Task<IReadOnlyList<EntryRow>> RowsAsync(this IQueryable<Entry> entries, PortalDb db, CancellationToken cancellationToken)
    {
        var rows = await entries.Select(e => new
        {
            e.Id,
            e.Type,
            e.Title,
            e.State,
            e.IsLive,
            e.AreaCode,
            e.LatestAuthorId,
            Author = db.Members.Where(m => m.Id == e.LatestAuthorId).Select(m => m.Name).FirstOrDefault(),
            e.LatestAt,
            e.PublishDue,
        }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new EntryRow(
            r.Id, r.Type, r.Title, r.State, r.IsLive, r.AreaCode, Name(r.LatestAuthorId, r.Author), r.LatestAt) { PublishDue = r.PublishDue })];
    }

    public static Task<Revision?> RevisionAsync(this PortalDb db, Guid entryId, int number, CancellationToken cancellationToken) =>
        db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.EntryId == entryId && r.Number == number, cancellationToken);

    public static string Name(Guid memberId, string? name) => name ?? (memberId == Actor.System.Id ? "นำเข้าจากไฟล์" : "ผู้ใช้ที่ออกไปแล้ว");
}
