using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Studio;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.SignIn;

/// <summary>Ends the session, here and in the database.</summary>
public sealed class OutModel(PortalDb db, CurrentMember current, TimeProvider clock) : MemberPage(current)
{
    public IActionResult OnGet() => Redirect("/studio");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await db.SignOutAsync(MemberId, Current.DeviceId, clock.GetUtcNow(), cancellationToken);
        await HttpContext.SignOutAsync();
        return Redirect("/");
    }
}
