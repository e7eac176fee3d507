using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>A text that waits for a review.</summary>
/// <param name="Since">When it was sent.</param>
/// <param name="Reviewer">Who is to do it; <c>null</c> → whoever comes first.</param>
/// <param name="Due">Last day in Bangkok.</param>
public sealed record ReviewRow(
    Guid Id, EntryType Type, string Title, string Place, string Author, DateTimeOffset Since, Guid? ReviewerId, string? Reviewer, DateOnly? Due);

/// <param name="Area">Official code; only there and below.</param>
/// <param name="Days">Only what has waited for so many days.</param>
/// <param name="Topics">Only what has one of these topics; <c>null</c> → all.</param>
/// <param name="Mine">Only what the actor was asked to do.</param>
/// <param name="Late">Only what is due by <see cref="ReviewQueries.Soon"/> days from now, or was before.</param>
/// <param name="Page">1-based.</param>
public sealed record ReviewFilter(string Area = "", int Days = 0, IReadOnlyList<string>? Topics = null, bool Mine = false, bool Late = false, int Page = 1);

/// <summary>The queue of reviews. What somebody wrote on waits for others, and is not there.</summary>
public static class ReviewQueries
{
    public const int PageSize = 30;

    /// <summary>Days before the last one from which a review counts as pressing.</summary>
    public const int Soon = 2;

    public static IQueryable<Entry> ReviewsFor(this PortalDb db, Actor actor)
    {
        var me = actor.Id;
        return db.EntriesFor(actor, Permission.Review).AsNoTracking().Where(e => e.State == EntryState.InReview && e.LatestAuthorId != me && !e.ContributorIds.Contains(me));
    }

    public static async Task<(IReadOnlyList<ReviewRow> Rows, int Total)> FindReviewsAsync(
        this PortalDb db, Actor actor, ReviewFilter filter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = db.ReviewsFor(actor).Where(e => e.AreaCode.StartsWith(filter.Area));
        if (filter.Days > 0)
        {
            var before = now.AddDays(-filter.Days);
            found = found.Where(e => (e.SubmittedAt ?? e.LatestAt) <= before);
        }

        if (filter.Topics?.ToArray() is { } topics)
        {
            found = found.Where(e => e.TopicKeys.Any(t => topics.Contains(t)));
        }

        if (filter.Mine)
        {
            var me = actor.Id;
            found = found.Where(e => e.ReviewerId == me);
        }

        if (filter.Late)
        {
            var soon = ThaiTime.Day(now).AddDays(Soon);
            found = found.Where(e => e.ReviewDue <= soon);
        }

        var total = await found.CountAsync(cancellationToken);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await found
            .OrderBy(e => e.ReviewDue == null)
            .ThenBy(e => e.ReviewDue)
            .ThenBy(e => e.SubmittedAt ?? e.LatestAt)
            .ThenBy(e => e.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(e => new { e.Id, e.Type, e.Title, e.AreaCode, e.LatestAuthorId, Since = e.SubmittedAt ?? e.LatestAt, e.ReviewerId, e.ReviewDue })
            .ToListAsync(cancellationToken);
        var names = await db.MemberNamesAsync([.. rows.Select(r => r.LatestAuthorId).Concat(rows.Select(r => r.ReviewerId).OfType<Guid>()).Distinct()], cancellationToken);
        var places = await db.PlacesAsync(rows.Select(r => r.AreaCode), cancellationToken);
        return ([.. rows.Select(r => new ReviewRow(
            r.Id, r.Type, r.Title, places.Name(r.AreaCode), Named(r.LatestAuthorId), r.Since, r.ReviewerId, r.ReviewerId is { } id ? Named(id) : null, r.ReviewDue))], total);

        string Named(Guid member) => EntryQueries.Name(member, names.GetValueOrDefault(member));
    }

    /// <summary>Districts, or wider areas, that texts in the queue belong to.</summary>
    public static async Task<IReadOnlyList<(string Code, string Name)>> ReviewAreasAsync(this PortalDb db, Actor actor, CancellationToken cancellationToken)
    {
        var codes = (await db.ReviewsFor(actor).Select(e => e.AreaCode).Distinct().ToListAsync(cancellationToken)).Select(c => c.Length > 4 ? c[..4] : c).Distinct().Order(StringComparer.Ordinal).ToList();
        var places = await db.PlacesAsync(codes, cancellationToken);
        return [.. codes.Select(c => (c, places.Name(c)))];
    }
}
