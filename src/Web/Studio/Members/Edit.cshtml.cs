using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Members;

/// <summary>Name, place in the register of sages, and telephone of a member.</summary>
public sealed class EditModel(PortalDb db, CurrentMember current, TimeProvider clock) : RolePage(db, current, clock)
{
    public Guid Id { get; private set; }

    /// <summary>Whether an empty field removes the number; else it stays, which the form never shows.</summary>
    public bool HasPhone { get; private set; }

    [BindProperty]
    public bool RemovePhone { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } member)
        {
            return NotFound();
        }

        (Form.Name, Form.SageKey) = (member.Name, member.SageKey);
        return await FormAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is null)
        {
            return NotFound();
        }

        try
        {
            var phone = RemovePhone ? "" : Form.Phone.Trim().Length > 0 ? Form.Phone : null;
            await Db.WriteMemberAsync(id, new(Form.Name, Form.SageKey, phone), Actor, Now, cancellationToken);
            Say("บันทึกแล้ว");
            return Redirect($"/studio/members/{id}");
        }
        catch (PortalException refusal)
        {
            return await RefuseAsync(refusal, cancellationToken);
        }
    }

    private async Task<Member?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        Id = id;
        HasPhone = await Db.MemberContacts.AnyAsync(c => c.MemberId == id, cancellationToken);
        var member = await Db.MembersFor(Actor).AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.ErasedAt == null, cancellationToken);
        return member?.IsUnder(Actor, ThaiTime.Day(Now)) == true ? member : null;
    }
}
