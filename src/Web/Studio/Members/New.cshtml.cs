using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Members;

/// <summary>Somebody becomes a member and gets a slip; several in a row are printed on one sheet.</summary>
public sealed class NewModel(PortalDb db, CurrentMember current, TimeProvider clock) : RolePage(db, current, clock)
{
    /// <summary>Slips that wait to be printed.</summary>
    public int Waiting => Slips.Peek(TempData).Count;

    public async Task<IActionResult> OnGetAsync(Role? role, string? area, CancellationToken cancellationToken)
    {
        if (!Actor.MaySomewhere(Permission.Enrol))
        {
            return NotFound();
        }

        Begin();
        // The next one in a row is mostly of the same kind and place.
        (Form.Role, Form.AreaCode) = (role ?? Form.Role, area is { Length: <= 6 } ? area : Form.AreaCode);
        return await FormAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken cancellationToken)
    {
        if (!Actor.MaySomewhere(Permission.Enrol))
        {
            return NotFound();
        }

        return await GiveAsync(
            act,
            async (role, until) =>
            {
                var slip = await Db.EnrolAsync(new(Form.Name, Form.SageKey, Form.Phone), role, Form.AreaCode, Form.Centre, until, Actor, Now, cancellationToken);
                Slips.Add(TempData, [slip]);
                Say($"รับ {slip.Name} เป็นสมาชิกแล้ว");
                return Redirect(act == "next" ? $"/studio/members/new?role={role}&area={Form.AreaCode}" : "/studio/members/slips");
            },
            cancellationToken);
    }
}
