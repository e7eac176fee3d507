using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace KhokNongNa.Web.SignIn;

/// <summary>A PIN of one's own in place of the slip's, before there is a session.</summary>
[EnableRateLimiting(SignInRate.Policy)]
public sealed class ChooseModel(PortalDb db, FirstPinTicket ticket, TimeProvider clock) : SignInPage(db, clock)
{
    public IActionResult OnGet() => Redirect("/sign-in");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ticket.Open(Form.Ticket) is not { } shown)
        {
            return Redirect("/sign-in");
        }

        try
        {
            await Db.ChoosePinAsync(shown.MemberId, shown.FirstPinAt, Form.Pin, Form.Again, Now, cancellationToken);
        }
        catch (PortalException refusal)
        {
            return Refuse(refusal.Field ?? "Pin", refusal.Message);
        }

        return await EnterAsync(shown.MemberId, SignInWay.Pin, cancellationToken);
    }
}
