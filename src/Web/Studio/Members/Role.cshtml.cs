using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Members;

/// <summary>One more role for a member, or another end for one that is there.</summary>
public sealed class RoleModel(PortalDb db, CurrentMember current, TimeProvider clock) : RolePage(db, current, clock)
{
    public Member Member { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Begin();
        return await FormAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? act, CancellationToken cancellationToken) =>
        !await FindAsync(id, cancellationToken)
            ? NotFound()
            : await GiveAsync(
                act,
                async (role, until) =>
                {
                    await Db.GiveRoleAsync(id, role, Form.AreaCode, Form.Centre, until, Actor, Now, cancellationToken);
                    Say("ให้บทบาทแล้ว มีผลทันที");
                    return Redirect($"/studio/members/{id}");
                },
                cancellationToken);

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        Member = (await Db.MembersFor(Actor).AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.ErasedAt == null, cancellationToken))!;
        return Member?.IsUnder(Actor, ThaiTime.Day(Now)) == true;
    }
}
