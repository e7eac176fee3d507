using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Links;

/// <summary>A link with the round that it belongs to.</summary>
/// <param name="IsSent">Whether the district's report is sent, and its records locked.</param>
public sealed record FoundLink(RoundLink Link, Directive Round, bool IsSent)
{
    public LinkState State(DateTimeOffset now) =>
        Link.RevokedAt is not null ? LinkState.Revoked
        : now >= Link.ExpiresAt || !Round.IsOpen(now) || !Round.Text.Addressed().Contains(Link.AreaCode) ? LinkState.Expired
        : IsSent && Link.Kind != LinkKind.Bridge ? LinkState.Locked
        : LinkState.Open;
}

/// <summary>Links by token for who holds one, and by district for its office.</summary>
public static class LinkQueries
{
    /// <returns><c>null</c> when no link has this token.</returns>
    public static async Task<FoundLink?> FindLinkAsync(this PortalDb db, string token, CancellationToken cancellationToken)
    {
        if (token.Length > RoundLink.LongestToken)
        {
            return null;
        }

        var hash = RoundLink.Hash(token);
        return await db.RoundLinks.AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash, cancellationToken) is { } link ? await db.WithRoundAsync(link, cancellationToken) : null;
    }

    /// <summary>Links of a district's part of a round, newest first; none for who does not check its records.</summary>
    public static async Task<IReadOnlyList<FoundLink>> LinksAsync(this PortalDb db, Directive round, string area, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Check, area))
        {
            return [];
        }

        var isSent = await db.IsSentAsync(round.Id, area, cancellationToken);
        var links = await db.RoundLinks.AsNoTracking().Where(l => l.DirectiveId == round.Id && l.AreaCode == area).OrderByDescending(l => l.CreatedAt).ThenByDescending(l => l.Id).ToListAsync(cancellationToken);
        return [.. links.Select(l => new FoundLink(l, round, isSent))];
    }

    internal static async Task<FoundLink> WithRoundAsync(this PortalDb db, RoundLink link, CancellationToken cancellationToken) => new(
        link,
        await db.Directives.AsNoTracking().SingleAsync(d => d.Id == link.DirectiveId, cancellationToken),
        await db.IsSentAsync(link.DirectiveId, link.AreaCode, cancellationToken));

    private static Task<bool> IsSentAsync(this PortalDb db, Guid directive, string area, CancellationToken cancellationToken) =>
        db.DistrictReports.AnyAsync(r => r.DirectiveId == directive && r.AreaCode == area && r.IsSent, cancellationToken);
}
