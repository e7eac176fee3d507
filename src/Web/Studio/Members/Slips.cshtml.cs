using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Members;

/// <summary>Slips to be printed, cut and given by hand, several on a sheet.</summary>
public sealed class SlipsModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public IReadOnlyList<(Slip Slip, string Role, string SignInUrl)> Printed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Actor.MaySomewhere(Permission.Enrol))
        {
            return NotFound();
        }

        var slips = await db.SlipsOfAsync(Slips.Take(TempData), Actor, ThaiTime.Day(clock.GetUtcNow()), cancellationToken);
        var places = await db.PlacesAsync(slips.Select(s => s.Area), cancellationToken);
        Printed = [.. slips.Select(s => (s, $"{Roles.Name(s.Role)} {places.Name(s.Area)}", $"{Request.Scheme}://{Request.Host}/sign-in?number={s.Number}"))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid[]? members, CancellationToken cancellationToken)
    {
        if (!Actor.MaySomewhere(Permission.Enrol))
        {
            return NotFound();
        }

        try
        {
            Slips.Add(TempData, await db.IssueSlipsAsync(members ?? [], Actor, clock.GetUtcNow(), cancellationToken));
            return Redirect("/studio/members/slips");
        }
        catch (PortalException refusal)
        {
            Say(refusal.Message);
            return Redirect("/studio/members");
        }
    }
}
