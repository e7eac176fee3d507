using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Studio;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Account;

/// <summary>Another PIN for oneself; the first one for who came in by another provider.</summary>
public sealed class PinModel(PortalDb db, CurrentMember current, TimeProvider clock) : MemberPage(current)
{
    public IReadOnlyList<(string Id, string Label, string Kind)> Fields { get; private set; } = [];

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? old, string? pin, string? again, CancellationToken cancellationToken)
    {
        try
        {
            await db.ChangePinAsync(MemberId, Current.DeviceId, old, pin, again, clock.GetUtcNow(), cancellationToken);
            Say("เปลี่ยน PIN แล้ว");
            return Redirect("/account");
        }
        catch (PortalException refusal)
        {
            Wrong = [(refusal.Field ?? "Pin", refusal.Message)];
            await LoadAsync(cancellationToken);
            return Page();
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var me = MemberId;
        var has = await db.Pins.AnyAsync(p => p.MemberId == me, cancellationToken);
        Fields = [.. has ? [("Old", "PIN เดิม", "current-password")] : Array.Empty<(string, string, string)>(), ("Pin", "PIN ใหม่", "new-password"), ("Again", "PIN ใหม่อีกครั้ง", "new-password")];
    }
}
