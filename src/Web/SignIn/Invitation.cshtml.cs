using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace KhokNongNa.Web.SignIn;

/// <summary>A one-time link: its holder chooses a PIN and is in.</summary>
[EnableRateLimiting(SignInRate.Policy)]
public sealed class InvitationModel(PortalDb db, TimeProvider clock) : SignInPage(db, clock)
{
    public Member Invited { get; private set; } = null!;

    public string Code { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        Form.Remember = true;
        return await FindAsync(code, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
        {
            return NotFound();
        }

        try
        {
            var member = await Db.ChoosePinByInvitationAsync(code, Form.Pin, Form.Again, Now, cancellationToken);
            TempData["Said"] = $"ตั้ง PIN แล้ว เลขประจำตัวของท่านคือ {SignInNumber.Show(member.SignInNumber!)}";
            return await EnterAsync(member.Id, SignInWay.Invitation, cancellationToken);
        }
        catch (PortalException refusal)
        {
            return Refuse(refusal.Field ?? "Pin", refusal.Message);
        }
    }

    private async Task<bool> FindAsync(string code, CancellationToken cancellationToken)
    {
        Code = code;
        Invited = (await Db.InvitedAsync(code, Now, cancellationToken))!;
        return Invited is not null;
    }
}
