using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Media;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>The steps between writing and publishing together with what an entry alone cannot know: who agreed to be seen in its pictures, and who may review. Call inside <see cref="PortalDb.InTransaction{T}"/>; the caller saves.</summary>
public static class Reviewing
{
    private static readonly Role[] ReviewerRoles = [.. Enum.GetValues<Role>().Where(r => Roles.Permissions(r).Contains(Permission.Review))];

    /// <summary>Sends the latest revision to be reviewed.</summary>
    public static Task SubmitAsync(this PortalDb db, Entry entry, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        entry.Submit(by, now);
        return db.DemandConsentAsync(entry, cancellationToken);
    }

    /// <summary>A second person says that the latest revision is good.</summary>
    public static Task ApproveAsync(
        this PortalDb db, Entry entry, IReadOnlyCollection<ReviewPoint> ticked, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        entry.Approve(ticked, by, now);
        return db.DemandConsentAsync(entry, cancellationToken);
    }

    /// <summary>Says who is to review the text and by when.</summary>
    public static async Task AssignAsync(
        this PortalDb db, Entry entry, Guid? reviewerId, DateOnly? due, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reviewer = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == reviewerId, cancellationToken);
        // Somebody unknown or gone can review nothing.
        entry.Assign(reviewerId is { } id ? Acting(reviewer, id, now) : null, due, by, now);
    }

    /// <summary>Who may be asked to review the text: id and name, in dictionary order.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Name)>> ReviewersAsync(this PortalDb db, Entry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var area = entry.AreaCode;
        var members = await db.Members
            .AsNoTracking()
            .Where(m => m.ClosedAt == null && m.ErasedAt == null && m.Roles.Any(r => ReviewerRoles.Contains(r.Role) && area.StartsWith(r.Area)))
            .ToListAsync(cancellationToken);
        return [.. members
            .Where(m => entry.IsReviewableBy(m.ToActor(ThaiTime.Day(now))))
            .OrderBy(m => m.Name, ThaiSort.Comparer)
            .Select(m => (m.Id, m.Name))];
    }

    /// <summary>What a member may do at this moment, who need not be there; nothing for one who is gone.</summary>
    internal static Actor Acting(Member? member, Guid id, DateTimeOffset now) =>
        member is { IsOpen: true } ? member.ToActor(ThaiTime.Day(now)) : new Actor(id, []);

    private static async Task DemandConsentAsync(this PortalDb db, Entry entry, CancellationToken cancellationToken) =>
        await db.DemandPictureConsentAsync(entry, (await db.RevisionAsync(entry.Id, entry.LatestNumber, cancellationToken))!.Content, cancellationToken);
}
