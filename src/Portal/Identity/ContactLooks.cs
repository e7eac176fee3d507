using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Identity;

/// <summary>Somebody looked at contact data.</summary>
/// <param name="Name">As it is today; <c>null</c> when that person was erased.</param>
public sealed record ContactLook(DateTimeOffset At, Guid ActorId, string? Name);

/// <summary>Who looked at contact data, for the person whose it is.</summary>
public static class ContactLooks
{
    public const int Most = 100;

    /// <summary>The latest looks, newest first. Call for the member who asks, or for who runs the portal.</summary>
    public static Task<IReadOnlyList<ContactLook>> WhoLookedAsync(this PortalDb db, Guid memberId, CancellationToken cancellationToken) =>
        db.LooksAsync(memberId, Verbs.MemberContactSeen, cancellationToken);

    /// <summary>The latest looks at the channels of a sage of the register, newest first. Call for the sage, or for who looks after the record.</summary>
    public static Task<IReadOnlyList<ContactLook>> WhoLookedAtSageAsync(this PortalDb db, Guid sageId, CancellationToken cancellationToken) =>
        db.LooksAsync(sageId, Verbs.SageContactSeen, cancellationToken);

    private static async Task<IReadOnlyList<ContactLook>> LooksAsync(this PortalDb db, Guid id, Verb seen, CancellationToken cancellationToken)
    {
        var looks = await db.Journal.AsNoTracking()
            .Where(h => h.SubjectId == id && h.SubjectType == seen.Subject && h.Verb == seen.Name)
            .OrderByDescending(h => h.Seq)
            .Take(Most)
            .Select(h => new { h.At, h.ActorId })
            .ToListAsync(cancellationToken);
        var names = await db.MemberNamesAsync(looks.Select(l => l.ActorId).ToHashSet(), cancellationToken);
        return [.. looks.Select(l => new ContactLook(l.At, l.ActorId, names.GetValueOrDefault(l.ActorId)))];
    }
}
