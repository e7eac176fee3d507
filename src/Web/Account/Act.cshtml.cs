using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Studio;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Account;

/// <summary>One deed on one's own account, posted from its page.</summary>
public sealed class ActModel(PortalDb db, CurrentMember current, TimeProvider clock) : MemberPage(current)
{
    private const string Home = "/account";

    public IActionResult OnGet() => Redirect(Home);

    public async Task<IActionResult> OnPostAsync(string act, string? number, Guid recorder, Guid device, bool shows, CancellationToken cancellationToken)
    {
        var (me, now) = (MemberId, clock.GetUtcNow());
        return act switch
        {
            "name-recorder" => await TryAsync(() => db.NameRecorderAsync(me, number, Actor, now, cancellationToken), "ให้เขียนแทนแล้ว", Home),
            "drop-recorder" => await TryAsync(() => db.DropRecorderAsync(me, recorder, Actor, now, cancellationToken), "เลิกให้เขียนแทนแล้ว มีผลทันที", Home),
            "drop-device" => await TryAsync(() => db.RevokeDeviceAsync(me, device, Actor, now, cancellationToken), "ลืมเครื่องนั้นแล้ว", device == Current.DeviceId ? "/" : Home),
            "sign-out-everywhere" => await TryAsync(() => db.SignOutEverywhereAsync(me, Actor, now, cancellationToken), "ออกจากระบบทุกเครื่องแล้ว", Sessions.SignInPath),
            "show-name" => await TryAsync(() => ShowNameAsync(me, shows, now, cancellationToken), shows ? "จะแสดงชื่อท่าน" : "จะไม่แสดงชื่อท่าน", Home),
            _ => NotFound(),
        };
    }

    private Task ShowNameAsync(Guid me, bool shows, DateTimeOffset now, CancellationToken cancellationToken) => db.InTransaction(
        async () =>
        {
            (await db.Members.SingleAsync(m => m.Id == me, cancellationToken)).ShowName(shows, now);
            await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);
}
