using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.SignIn;

/// <summary>The seeded members to choose from in Development.</summary>
/// <param name="Back">Where to go afterwards.</param>
/// <param name="Held">A caught form to send on afterwards.</param>
public sealed record MemberChoices(IReadOnlyList<(Member Member, string Role, string Place)> Members, string? Back, HeldForm? Held)
{
    public static async Task<MemberChoices> LoadAsync(PortalDb db, string? back, HeldForm? held, CancellationToken cancellationToken)
    {
        var members = await db.Members.AsNoTracking().ToListAsync(cancellationToken);
        var places = await db.PlacesAsync(members.SelectMany(m => m.Roles).Select(r => r.Area), cancellationToken);
        return new(
            [.. members.OrderBy(m => m.Name, Thai.ThaiSort.Comparer).Select(m => (m, string.Join(' ', m.Roles.Select(r => Roles.Name(r.Role))), string.Join(' ', m.Roles.Select(r => places.Name(r.Area)))))],
            back,
            held);
    }
}
