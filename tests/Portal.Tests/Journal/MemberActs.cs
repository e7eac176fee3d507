using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Journal;

/// <summary>Everything that can be done to members and by them, each through the verb that people use.</summary>
internal sealed class MemberActs(TestPortal portal)
{
    public const string SageName = "typed บุญมี ดีมาก";
    public const string RecorderName = "typed กันยา ขยัน";
    public const string Phone = "081-234-5678";

    private const string Pin = "847261";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => portal.Clock.Now;

    public Actor Head { get; } = People.InRole(Role.DistrictHead, "3104");

    public Slip Sage { get; private set; } = null!;

    public Slip Recorder { get; private set; } = null!;

    public async Task AllAsync()
    {
        await EnrolAsync();
        await SignInAsync();
        await InviteAsync();
        await NameRecorderAsync();
        await LinkAsync();
        await LookAsync();
        await ChangeAsync();
        await FloodAsync();
        await EraseAsync();
    }

    public async Task EnrolAsync()
    {
        await portal.Write(db => db.Areas.AddRange(Area.Create("3104", "typed นางรอง", "", "", null, null), Area.Create("310427", "typed หนองโสน", "", "", null, null)));
        await portal.SageAsync("typed-sage", "typed ครูบุญมี");
        Sage = await portal.Read(db => db.EnrolAsync(new("typed บุญมี", "", "0812345678"), Role.Sage, "310427", "", null, Head, Now, Stop));
        Recorder = await portal.Read(db => db.EnrolAsync(new(RecorderName, "", null), Role.Recorder, "310427", "", null, Head, Now, Stop));
    }

    public async Task SignInAsync()
    {
        var first = await portal.Read(db => db.TryPinAsync(Sage.Number, Sage.Pin, null, Now, Stop));
        Assert.True(first.IsFirst);
        var given = await portal.Read(db => db.FirstPinAtAsync(Sage.MemberId, Stop));
        await portal.Run(db => db.ChoosePinAsync(Sage.MemberId, given!.Value, Pin, Pin, Now, Stop));
        for (var i = 0; i < SignInLimits.FreeTries; i++)
        {
            await portal.Read(db => db.TryPinAsync(Sage.Number, "999888", null, Now, Stop));
        }

        await portal.Run(db => db.UnlockAsync(Sage.MemberId, Head, Now, Stop));
        Assert.Equal(Sage.MemberId, (await portal.Read(db => db.TryPinAsync(Sage.Number, Pin, null, Now, Stop))).MemberId);
        var session = await OpenAsync();
        await portal.Run(db => db.SignOutAsync(Sage.MemberId, session.DeviceId, Now, Stop));
        await portal.Run(db => db.RevokeDeviceAsync(Sage.MemberId, session.DeviceId, new Actor(Sage.MemberId, []), Now, Stop));
        await OpenAsync();
        await portal.Run(db => db.SignOutEverywhereAsync(Sage.MemberId, new Actor(Sage.MemberId, []), Now, Stop));
    }

    public Task<string> LookAsync() => portal.Read(db => db.LookAtPhoneAsync(Sage.MemberId, Head, Now, Stop));

    public Task EraseAsync() => portal.Run(db => db.EraseMemberAsync(Sage.MemberId, Head, Now, Stop));

    public async Task ChangeAsync()
    {
        var (sage, officer) = (Sage.MemberId, Head);
        await portal.Run(db => db.WriteMemberAsync(sage, new(SageName, "typed-sage", "0898765432"), officer, Now, Stop));
        await portal.Run(db => db.GiveRoleAsync(sage, Role.Villager, "310427", "", new DateOnly(2027, 12, 31), officer, Now, Stop));
        await OnSageAsync(m => m.TakeRole(Role.Villager, "310427", "", officer, Now));
        await OnSageAsync(m => m.ShowName(true, Now));
        await OnSageAsync(m => m.Close(officer, Now));
        await OnSageAsync(m => m.Reopen(officer, Now));
    }

    private async Task InviteAsync()
    {
        var code = await portal.Read(db => db.InviteAsync(Recorder.MemberId, "typed@example.org", Head, Now, Stop));
        await portal.Read(db => db.ChoosePinByInvitationAsync(code, "385162", "385162", Now, Stop));
    }

    private async Task LinkAsync()
    {
        await portal.Run(db => db.LinkAsync(Recorder.MemberId, new ProviderAccount("line", "typed-subject"), Now, Stop));
        await portal.Run(db => db.UnlinkAsync(Recorder.MemberId, "line", ["line"], Now, Stop));
    }

    private async Task NameRecorderAsync()
    {
        await portal.Run(db => db.NameRecorderAsync(Sage.MemberId, Recorder.Number, Head, Now, Stop));
        await portal.Run(db => db.DropRecorderAsync(Sage.MemberId, Recorder.MemberId, Head, Now, Stop));
    }

    // The counter stands where two hundred wrong tries leave it, each of which would cost a hash; the next is a real one.
    private async Task FloodAsync()
    {
        await portal.Write(async db =>
        {
            var site = await db.SignInTries.SingleOrDefaultAsync(t => t.Key == SignInTry.Site, Stop);
            if (site is null)
            {
                db.SignInTries.Add(site = new SignInTry { Key = SignInTry.Site });
            }

            (site.Failures, site.Since, site.LastAt, site.NotBefore) = (SignInLimits.SiteTries, Now, Now, null);
        });
        await portal.Read(db => db.TryPinAsync(Recorder.Number, "999888", null, Now, Stop));
    }

    private Task OnSageAsync(Action<Member> act) => portal.Run(db => db.OnMemberAsync(
        Sage.MemberId,
        Head,
        Now,
        member =>
        {
            act(member);
            return Task.CompletedTask;
        },
        Stop));

    private Task<OpenedSession> OpenAsync() =>
        portal.Read(db => db.OpenSessionAsync(Sage.MemberId, SignInWay.Pin, "typed Chrome บน Android", remember: true, null, Now, Stop));
}
