using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Identity;

/// <summary>A member in a list.</summary>
/// <param name="HasPin">Whether the member has chosen a PIN; <c>false</c> → the slip was not used yet; <c>null</c> → there is none.</param>
public sealed record MemberRow(Guid Id, string Name, string Number, IReadOnlyList<MemberRole> Roles, bool? HasPin, DateOnly? LastSeen, bool IsClosed);

/// <param name="Text">Part of a name, or a sign-in number.</param>
/// <param name="Unseen">Only who has not been here for a year, or never.</param>
/// <param name="Page">1-based.</param>
public sealed record MemberFilter(string Text = "", Role? Role = null, string Area = "", bool Unseen = false, bool Closed = false, int Page = 1);

/// <summary>Reads of members. Who is out of the actor's area is not there.</summary>
public static class MemberQueries
{
    public const int PageSize = 50;

    // More than that nobody finds in a list.
    private const int MostChoices = 500;

    /// <summary>Days after which somebody counts as not seen for long.</summary>
    public const int LongAgo = 365;

    public static IQueryable<Member> MembersFor(this PortalDb db, Actor actor, Permission permission = Permission.Enrol)
    {
        var areas = actor.AreasFor(permission);
        var all = areas.Contains("");
        return db.Members.Where(m => all || m.Roles.Any(r => areas.Any(a => r.Area.StartsWith(a))));
    }

    public static async Task<(IReadOnlyList<MemberRow> Rows, int Total)> FindMembersAsync(
        this PortalDb db, Actor actor, MemberFilter filter, DateOnly today, CancellationToken cancellationToken)
    {
        var members = db.MembersFor(actor).AsNoTracking().Where(m => m.ErasedAt == null && (m.ClosedAt != null) == filter.Closed);
        if (SignInNumber.Parse(filter.Text) is { } number)
        {
            members = members.Where(m => m.SignInNumber == number);
        }
        else if (ThaiName.Key(filter.Text) is { Length: > 0 } key)
        {
            members = members.Where(m => m.NameKey.Contains(key));
        }

        if (filter.Role is { } role)
        {
            members = members.Where(m => m.Roles.Any(r => r.Role == role));
        }

        if (filter.Area is { Length: > 0 } area)
        {
            members = members.Where(m => m.Roles.Any(r => r.Area.StartsWith(area)));
        }

        if (filter.Unseen)
        {
            var since = today.AddDays(-LongAgo);
            members = members.Where(m => m.LastSeen == null || m.LastSeen < since);
        }

        var total = await members.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = await members.OrderBy(m => m.SortKey).ThenBy(m => m.Id).Skip((Math.Clamp(filter.Page, 1, pages) - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var ids = page.Select(m => m.Id).ToList();
        var pins = await db.Pins.Where(p => ids.Contains(p.MemberId)).Select(p => new { p.MemberId, p.IsFirst }).ToDictionaryAsync(p => p.MemberId, p => !p.IsFirst, cancellationToken);
        return ([.. page.Select(m => new MemberRow(m.Id, m.Name, m.SignInNumber ?? "", m.Roles, pins.TryGetValue(m.Id, out var own) ? own : null, m.LastSeen, !m.IsOpen))], total);
    }

    /// <summary>Centres that a recorder may be made for: key and name.</summary>
    public static async Task<IReadOnlyList<(string Key, string Name)>> CentresOfMembersAsync(this PortalDb db, Actor actor, CancellationToken cancellationToken)
    {
        var areas = actor.AreasFor(Permission.Enrol);
        var centres = await db.Centres.Where(c => areas.Any(a => c.AreaCode.StartsWith(a))).OrderBy(c => c.SortKey).Take(MostChoices).Select(c => new { c.Key, c.Name }).ToListAsync(cancellationToken);
        return [.. centres.Select(c => (c.Key, c.Name))];
    }

    /// <summary>Living sages of the register that a member may be: key and name.</summary>
    public static async Task<IReadOnlyList<(string Key, string Name)>> SagesOfMembersAsync(this PortalDb db, Actor actor, CancellationToken cancellationToken)
    {
        var areas = actor.AreasFor(Permission.Enrol);
        var sages = await db.Sages
            .Where(s => areas.Any(a => s.AreaCode.StartsWith(a)) && !s.IsDeceased)
            .OrderBy(s => s.SortKey)
            .Take(MostChoices)
            .Select(s => new { s.Key, s.Name })
            .ToListAsync(cancellationToken);
        return [.. sages.Select(s => (s.Key, s.Name))];
    }

    /// <summary>Names by id for lists and the audit; who is erased has none. A record that came through a link has that as its recorder.</summary>
    public static async Task<Dictionary<Guid, string>> MemberNamesAsync(this PortalDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var names = await db.Members.Where(m => ids.Contains(m.Id) && m.ErasedAt == null).ToDictionaryAsync(m => m.Id, m => m.Name, cancellationToken);
        if (names.Count < ids.Count)
        {
            foreach (var link in await db.RoundLinks.Where(l => ids.Contains(l.Id)).Select(l => l.Id).ToListAsync(cancellationToken))
            {
                names[link] = RoundLink.RecorderName;
            }
        }

        return names;
    }
}
