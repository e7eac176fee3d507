using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.SignIn;

/// <summary>The members to choose from in Development, by role.</summary>
/// <param name="Back">Where to go afterwards; may be empty.</param>
/// <param name="Held">A caught form to send on afterwards; may be empty.</param>
public sealed record MemberChoices(IReadOnlyList<(string Role, IReadOnlyList<(Guid Id, string Name, string Place)> Members)> Groups, string Back, string Held)
{
    private const int Most = 100;

    public static async Task<MemberChoices> LoadAsync(PortalDb db, string back, string held, CancellationToken cancellationToken)
    {
        var members = await db.Members.AsNoTracking().Where(m => m.ClosedAt == null && m.ErasedAt == null).OrderBy(m => m.SortKey).Take(Most).ToListAsync(cancellationToken);
        var places = await db.PlacesAsync(members.SelectMany(m => m.Roles).Select(r => r.Area), cancellationToken);
        return new(
            [.. members
                .Where(m => m.Roles.Count > 0)
                .GroupBy(m => m.Roles[0].Role)
                .OrderByDescending(g => g.Key)
                .Select(g => (Roles.Name(g.Key), (IReadOnlyList<(Guid, string, string)>)[.. g.Select(m => (m.Id, m.Name, string.Join(' ', m.Roles.Select(r => places.Name(r.Area)))))]))],
            back,
            held);
    }
}
