using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Identity;

/// <summary>When a session is over, asked as each request asks.</summary>
public sealed class SessionTests(TestDatabases databases) : IdentityTest(databases)
{
    [Theory]
    [InlineData("revoked", "there")]
    [InlineData("signed out", "there")]
    [InlineData("everywhere", "")]
    [InlineData("closed", "")]
    [InlineData("closed and open again", "")]
    [InlineData("erased", "")]
    public async Task What_ends_a_session_ends_it_at_the_next_request(string how, string stays)
    {
        var member = (await EnrolAsync("บุญมี")).MemberId;
        var (here, there) = (await EnterAsync(member), await EnterAsync(member));
        Assert.NotNull(await BehindAsync(here));
        await (how switch
        {
            "revoked" => Portal.Run(db => db.RevokeDeviceAsync(member, here.DeviceId, Actor.System, Now, Stop)),
            "signed out" => Portal.Run(db => db.SignOutAsync(member, here.DeviceId, Now, Stop)),
            "everywhere" => Portal.Run(db => db.SignOutEverywhereAsync(member, Actor.System, Now, Stop)),
            "erased" => Portal.Run(db => db.EraseMemberAsync(member, Actor.System, Now, Stop)),
            _ => OnAsync(member, Actor.System, m => m.Close(Actor.System, Now)),
        });
        if (how.EndsWith("again", StringComparison.Ordinal))
        {
            await OnAsync(member, Actor.System, m => m.Reopen(Actor.System, Now));
        }

        Assert.Null(await BehindAsync(here));
        Assert.Equal(stays == "there", await BehindAsync(there) is not null);
    }

    [Fact]
    public async Task A_closed_or_erased_member_does_not_come_in()
    {
        var member = (await EnrolAsync("บุญมี")).MemberId;
        await OnAsync(member, Actor.System, m => m.Close(Actor.System, Now));
        Assert.Equal("member.none", await Refused(() => EnterAsync(member)));
        await Portal.Run(db => db.EraseMemberAsync(member, Actor.System, Now, Stop));
        Assert.Equal("member.none", await Refused(() => EnterAsync(member)));
    }

    [Fact]
    public async Task A_role_taken_away_or_over_is_gone_at_the_next_request()
    {
        var member = (await EnrolAsync("กันยา")).MemberId;
        await OnAsync(member, Actor.System, m => m.GiveRole(Role.Recorder, "3104", "", Today, Actor.System, Now));
        await OnAsync(member, Actor.System, m => m.GiveRole(Role.CdWorker, "3104", "", null, Actor.System, Now));
        var opened = await EnterAsync(member);
        async Task<bool> MayAsync(Permission permission) => (await BehindAsync(opened))!.ToActor(Today).MaySomewhere(permission);
        Assert.True(await MayAsync(Permission.Enrol));

        await OnAsync(member, Actor.System, m => m.TakeRole(Role.CdWorker, "3104", "", Actor.System, Now));

        Assert.False(await MayAsync(Permission.Enrol));
        Assert.True(await MayAsync(Permission.Write));
        Pass(TimeSpan.FromDays(1));
        Assert.False(await MayAsync(Permission.Write));
    }

    [Theory]
    [InlineData(true, 90 * 24)]
    [InlineData(false, 12)]
    public async Task A_session_lasts_as_long_as_its_device(bool remember, int hours)
    {
        var opened = await EnterAsync((await EnrolAsync("บุญมี")).MemberId, remember: remember);
        Assert.Equal(Now.AddHours(hours), opened.ExpiresAt);
        Pass(TimeSpan.FromHours(hours) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await BehindAsync(opened));
        Pass(TimeSpan.FromSeconds(1));
        Assert.Null(await BehindAsync(opened));
    }

    [Fact]
    public async Task Signing_in_again_opens_another_session_on_the_same_device()
    {
        var member = (await EnrolAsync("บุญมี")).MemberId;
        var first = await EnterAsync(member);
        var again = await EnterAsync(member, Proof(first));
        Assert.Equal((first.DeviceId, null), (again.DeviceId, again.Secret));
        Assert.Null(await BehindAsync(first));
        Assert.NotNull(await BehindAsync(again));

        // Nobody's cookie makes a device somebody else's.
        var other = await EnterAsync((await EnrolAsync("ทองดี")).MemberId, Proof(first));
        Assert.NotEqual(first.DeviceId, other.DeviceId);
        Assert.NotNull(await BehindAsync(again));
    }

    [Fact]
    public async Task Each_part_of_a_session_is_asked_for()
    {
        var mine = await EnterAsync((await EnrolAsync("บุญมี")).MemberId);
        var theirs = await EnterAsync((await EnrolAsync("ทองดี")).MemberId);
        Assert.All(
            [mine with { MemberId = theirs.MemberId }, mine with { DeviceId = theirs.DeviceId }, mine with { Session = theirs.Session }, mine with { Stamp = theirs.Stamp }],
            forged => Assert.Null(BehindAsync(forged).GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task The_device_that_was_away_longest_makes_room_for_one_too_many()
    {
        var member = (await EnrolAsync("บุญมี")).MemberId;
        var opened = new List<OpenedSession>();
        for (var i = 0; i <= SigningIn.MostDevices; i++)
        {
            Pass(TimeSpan.FromMinutes(1));
            // The first comes back, so the second is the one that was away longest.
            opened.Add(i == SigningIn.MostDevices - 1 ? await EnterAsync(member, Proof(opened[0])) : await EnterAsync(member));
        }

        Pass(TimeSpan.FromMinutes(1));
        var last = await EnterAsync(member);
        Assert.Equal(SigningIn.MostDevices, await Portal.Read(db => db.Devices.CountAsync(Stop)));
        Assert.Null(await BehindAsync(opened[1]));
        Assert.All([opened[2], opened[SigningIn.MostDevices - 1], last], o => Assert.NotNull(BehindAsync(o).GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task The_secret_of_a_device_is_kept_as_a_hash()
    {
        var opened = await EnterAsync((await EnrolAsync("บุญมี")).MemberId);
        var kept = await Portal.Read(db => db.Devices.Select(d => d.SecretHash).SingleAsync(Stop));
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(opened.Secret!)), kept);
    }
}
