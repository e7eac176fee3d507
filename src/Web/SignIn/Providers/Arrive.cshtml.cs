using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Security.OpenId;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace KhokNongNa.Web.SignIn.Providers;

/// <summary>Where everybody comes who was at a provider: in, when the account is known; otherwise asked whether to link it.</summary>
[EnableRateLimiting(SignInRate.Policy)]
public sealed class ArriveModel(PortalDb db, OpenIdProviders providers, CurrentMember current, TimeProvider clock) : ArrivalPage(db, providers, clock)
{
    /// <summary>Whose way in the account would be.</summary>
    public Guid MemberId { get; private set; }

    public string MemberName { get; private set; } = "";

    public bool IsSignedIn => User.Identity?.IsAuthenticated == true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await HasArrivedAsync())
        {
            return Late();
        }

        if (await Db.FindLoginAsync(Arrival.Account, cancellationToken) is { } login)
        {
            return await MeetAsync(login.MemberId, login.IsOpen, cancellationToken);
        }

        if (await FindMemberAsync(cancellationToken))
        {
            Form.Remember = true;
            return Page();
        }

        if (await Db.LinkByEmailAsync(Arrival.Email, Arrival.Account, Now, cancellationToken) is { } invited)
        {
            return await EnterUnaskedAsync(invited, cancellationToken);
        }

        return Providers.TakesVillagers ? Redirect(JoinModel.Path) : Refused(RefusedModel.Unlinked);
    }

    /// <param name="member">Who was shown: another may have signed in meanwhile.</param>
    public async Task<IActionResult> OnPostAsync(Guid member, string? act, CancellationToken cancellationToken)
    {
        if (!await HasArrivedAsync() || !await FindMemberAsync(cancellationToken) || MemberId != member)
        {
            return Late();
        }

        if (act == "cancel")
        {
            await Arrival.EndAsync(HttpContext);
            return IsSignedIn ? Redirect("/account") : Refused(RefusedModel.Cancelled);
        }

        try
        {
            if (Arrival.Invitation.Length > 0)
            {
                return await EnterAsync(await Db.LinkByInvitationAsync(Arrival.Invitation, Arrival.Account, Now, cancellationToken), cancellationToken);
            }

            await Db.LinkAsync(MemberId, Arrival.Account, Now, cancellationToken);
        }
        catch (PortalException refusal)
        {
            return Refuse("Link", refusal.Message);
        }

        await Arrival.EndAsync(HttpContext);
        TempData["Said"] = $"ผูกบัญชี {Provider.Label} แล้ว";
        return LocalRedirect(Arrival.Back.Length > 0 ? Arrival.Back : "/account");
    }

    /// <summary>The account is somebody's.</summary>
    private async Task<IActionResult> MeetAsync(Guid owner, bool isOpen, CancellationToken cancellationToken)
    {
        if (!isOpen)
        {
            return Refused(RefusedModel.Closed);
        }

        if ((Arrival.Links && IsSignedIn && current.Member.Id != owner) || (Arrival.Invitation.Length > 0 && !await IsInvitedAsync(owner, cancellationToken)))
        {
            await Arrival.EndAsync(HttpContext);
            return Refused(RefusedModel.Taken);
        }

        return await EnterUnaskedAsync(owner, cancellationToken);
    }

    /// <summary>To whom the account would be linked: who is invited by the code they came with, or who is signed in.</summary>
    private async Task<bool> FindMemberAsync(CancellationToken cancellationToken)
    {
        var member = Arrival.Invitation.Length > 0 ? await Db.InvitedAsync(Arrival.Invitation, Now, cancellationToken) : IsSignedIn ? current.Member : null;
        (MemberId, MemberName) = (member?.Id ?? Guid.Empty, member?.Name ?? "");
        return member is not null;
    }

    private async Task<bool> IsInvitedAsync(Guid member, CancellationToken cancellationToken) =>
        await Db.InvitedAsync(Arrival.Invitation, Now, cancellationToken) is not { } invited || invited.Id == member;
}
