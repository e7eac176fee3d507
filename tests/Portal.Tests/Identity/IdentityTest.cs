using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Identity;

/// <summary>A test with members as officers make them. Tests are in 310401 unless they say otherwise.</summary>
public abstract class IdentityTest(TestDatabases databases) : PortalTest(databases)
{
    protected const string Home = "310401";

    // Nobody's PIN, and none of the weak ones.
    protected const string Wrong = "908172";

    protected const string Own = "407193";

    private bool _hasAreas;

    protected DateOnly Today => ThaiTime.Day(Now);

    protected async Task<Slip> EnrolAsync(string name, Role role = Role.Villager, string area = Home, string centre = "", string phone = "", Actor? by = null)
    {
        if (!_hasAreas)
        {
            await Portal.AreasAsync();
            _hasAreas = true;
        }

        return await Portal.Read(db => db.EnrolAsync(new(name, "", phone), role, area, centre, null, by ?? Actor.System, Now, Stop));
    }

    /// <summary>A member who has chosen a PIN of their own, <see cref="Own"/>.</summary>
    protected async Task<Slip> SettledAsync(string name, Role role = Role.Villager)
    {
        var slip = await EnrolAsync(name, role);
        await ChooseAsync(slip);
        return slip;
    }

    protected async Task ChooseAsync(Slip slip, string pin = Own)
    {
        var at = await Portal.Read(db => db.FirstPinAtAsync(slip.MemberId, Stop));
        await Portal.Run(db => db.ChoosePinAsync(slip.MemberId, at!.Value, pin, pin, Now, Stop));
    }

    protected Task<PinAnswer> TryAsync(string number, string pin, DeviceProof? proof = null) => Portal.Read(db => db.TryPinAsync(number, pin, proof, Now, Stop));

    protected Task<OpenedSession> EnterAsync(Guid member, DeviceProof? proof = null, bool remember = true) =>
        Portal.Read(db => db.OpenSessionAsync(member, SignInWay.Pin, "Chrome บน Android", remember, proof, Now, Stop));

    protected static DeviceProof Proof(OpenedSession opened) => new(opened.DeviceId, opened.Secret!);

    /// <summary>What a request with that session's cookie would find.</summary>
    protected Task<Member?> BehindAsync(OpenedSession opened) =>
        Portal.Read(db => db.SessionMemberAsync(opened.MemberId, opened.DeviceId, opened.Session, opened.Stamp, Now, Stop));

    protected Task<Member> MemberAsync(Guid id) => Portal.Read(db => db.Members.AsNoTracking().SingleAsync(m => m.Id == id, Stop));

    /// <summary>The member as each request makes an actor of them.</summary>
    protected async Task<Actor> ActorAsync(Guid id)
    {
        var member = await MemberAsync(id);
        return member.ToActor(Today) with { Tellers = await Portal.Read(db => db.TellersAsync(member, Today, Stop)) };
    }

    protected Task OnAsync(Guid id, Actor by, Action<Member> act) => Portal.Run(db => db.OnMemberAsync(
        id,
        by,
        Now,
        member =>
        {
            act(member);
            return Task.CompletedTask;
        },
        Stop));

    protected void Pass(TimeSpan time) => Portal.Clock.Now += time;
}
