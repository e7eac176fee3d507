using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Identity;

public sealed class MemberRoleTests(TestDatabases databases) : IdentityTest(databases)
{
    [Theory]
    [InlineData(Role.Villager, "310401", "", "31", "3104")]
    [InlineData(Role.Sage, "310401", "", "31", "3104")]
    [InlineData(Role.Recorder, "31 3104 310401", "", "x", "31040")]
    [InlineData(Role.CdWorker, "3104 310401", "", "31", "3104011")]
    [InlineData(Role.DistrictHead, "3104", "", "31", "310401")]
    [InlineData(Role.ProvinceOfficer, "31", "", "3104", "310401")]
    [InlineData(Role.DepartmentOfficer, "", "31", "3104", "310401")]
    [InlineData(Role.Administrator, "", "31", "3104", "310401")]
    public void A_role_is_given_for_areas_of_its_size(Role role, string fitting, params string[] others)
    {
        Assert.All(fitting.Split(' '), area => Assert.Equal(area, Join(role, area).Roles.Single().Area));
        Assert.All(others, area => Assert.Equal("member.area", Assert.Throws<PortalException>(() => Join(role, area)).Code));
    }

    /// <summary>Rows: who acts, in the area of the other or above it; then whom they may help, give roles to and take roles from.</summary>
    [Theory]
    [InlineData(Role.Villager, "310401", "")]
    [InlineData(Role.Sage, "310401", "")]
    [InlineData(Role.Recorder, "31", "")]
    [InlineData(Role.CdWorker, "3104", "Villager Sage Recorder")]
    [InlineData(Role.DistrictHead, "3104", "Villager Sage Recorder CdWorker")]
    [InlineData(Role.ProvinceOfficer, "31", "Villager Sage Recorder CdWorker DistrictHead")]
    [InlineData(Role.DepartmentOfficer, "", "")]
    [InlineData(Role.Administrator, "", "Villager Sage Recorder CdWorker DistrictHead ProvinceOfficer DepartmentOfficer Administrator")]
    public void Nobody_reaches_above_oneself(Role role, string area, string reach)
    {
        var actor = Join(role, area).ToActor(Today);
        foreach (var other in Enum.GetValues<Role>())
        {
            var reached = reach.Split(' ').Contains(other.ToString());
            var member = Join(other, Place(other));
            Assert.True(member.IsUnder(actor, Today) == reached, $"{role} and a {other}");
            // Somebody above keeps what they are, though they have a lower role too.
            var lower = other == Role.Villager ? Role.Sage : Role.Villager;
            member.GiveRole(lower, Home, "", null, Actor.System, Now);
            Assert.True(member.IsUnder(actor, Today) == reached, $"{role} and a {other} who is a {lower}");

            var given = Refusal(() => Join(Role.Villager, Home).GiveRole(other, Place(other), "", null, actor, Now));
            Assert.True(given is null == reached, $"{role} gives {other}: {given}");
            Assert.Equal(reached ? null : "member.forbidden", Refusal(() => member.TakeRole(lower, Home, "", actor, Now)));
        }
    }

    [Fact]
    public void Nobody_reaches_out_of_ones_area_or_oneself()
    {
        var head = Join(Role.DistrictHead, "3104");
        var actor = head.ToActor(Today);
        var outside = Join(Role.Villager, "310201");
        Assert.Equal("member.forbidden", Refusal(() => outside.Close(actor, Now)));
        Assert.Equal("member.forbidden", Refusal(() => Join(Role.Villager, Home).GiveRole(Role.Recorder, "3102", "", null, actor, Now)));
        Assert.Equal("member.forbidden", Refusal(() => head.GiveRole(Role.Villager, Home, "", null, actor, Now)));
        // In both: only who has authority over both.
        outside.GiveRole(Role.Villager, Home, "", null, Actor.System, Now);
        Assert.False(outside.IsUnder(actor, Today));
        Assert.True(outside.IsUnder(People.FromProvince, Today));
    }

    [Fact]
    public async Task An_officer_below_cannot_reset_the_PIN_of_one_above_by_any_verb()
    {
        var worker = await ActorAsync((await EnrolAsync("สายใจ", Role.CdWorker, "3104")).MemberId);
        var head = (await EnrolAsync("มานพ", Role.DistrictHead, "3104")).MemberId;
        var administrator = (await EnrolAsync("ธีระ", Role.Administrator, "")).MemberId;
        await OnAsync(administrator, Actor.System, m => m.GiveRole(Role.Villager, Home, "", null, Actor.System, Now));
        var journal = (await Journal()).Count;
        foreach (var above in (Guid[])[head, administrator])
        {
            Assert.Equal("member.forbidden", await Refused(() => Portal.Run(db => db.IssueSlipsAsync([above], worker, Now, Stop))));
            Assert.Equal("member.forbidden", await Refused(() => Portal.Run(db => db.InviteAsync(above, "", worker, Now, Stop))));
            Assert.Equal("member.forbidden", await Refused(() => Portal.Run(db => db.UnlockAsync(above, worker, Now, Stop))));
            Assert.Equal("member.forbidden", await Refused(() => Portal.Run(db => db.EraseMemberAsync(above, worker, Now, Stop))));
            Assert.Equal("member.forbidden", await Refused(() => Portal.Run(db => db.WriteMemberAsync(above, new("ใครอื่น", "", null), worker, Now, Stop))));
            Assert.Equal("member.forbidden", await Refused(() => Portal.Run(db => db.GiveRoleAsync(above, Role.Villager, "310427", "", null, worker, Now, Stop))));
        }

        Assert.Equal(journal, (await Journal()).Count);
    }

    [Fact]
    public async Task A_role_holds_from_its_first_to_its_last_day_in_Bangkok()
    {
        var id = (await EnrolAsync("กันยา")).MemberId;
        await OnAsync(id, Actor.System, m => m.GiveRole(Role.Recorder, "3104", "", new(2026, 11, 30), Actor.System, Now));
        var member = await MemberAsync(id);
        bool Writes(string utc) => member.ToActor(ThaiTime.Day(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture))).MaySomewhere(Permission.Write);

        Assert.False(Writes("2026-11-21T16:59:59Z"));
        Assert.True(Writes("2026-11-21T17:00:00Z"));
        Assert.True(Writes("2026-11-30T16:59:59Z"));
        Assert.False(Writes("2026-11-30T17:00:00Z"));
        Assert.Equal("member.until", Refusal(() => member.GiveRole(Role.Recorder, "3104", "", new(2026, 11, 21), Actor.System, Now)));
    }

    [Fact]
    public void The_last_role_stays_and_one_given_again_gets_another_end()
    {
        var member = Join(Role.Villager, Home);
        Assert.Equal("member.last-role", Refusal(() => member.TakeRole(Role.Villager, Home, "", Actor.System, Now)));
        member.GiveRole(Role.Recorder, "3104", "", null, Actor.System, Now);
        member.GiveRole(Role.Recorder, "3104", "", new(2026, 12, 31), Actor.System, Now);
        Assert.Equal(new DateOnly(2026, 12, 31), Assert.Single(member.Roles, r => r.Role == Role.Recorder).Until);
        member.TakeRole(Role.Villager, Home, "", Actor.System, Now);
        Assert.Equal("member.no-role", Refusal(() => member.TakeRole(Role.Villager, Home, "", Actor.System, Now)));
    }

    [Fact]
    public async Task A_recorder_for_one_centre_sees_and_writes_only_what_names_it()
    {
        await Portal.CentreAsync("khok", "ศูนย์โคก", "310427");
        await Portal.CentreAsync("na", "ศูนย์นา", "310427");
        var actor = await ActorAsync((await EnrolAsync("กันยา", Role.Recorder, "310427", "khok")).MemberId);
        var theirs = await Portal.DraftAsync(Samples.Article("ของนา") with { Centres = ["na"] }, Actor.System, "310427");
        await Portal.DraftAsync(Samples.Article("ของใครก็ได้"), Actor.System, "310427");

        Assert.Equal("entry.forbidden", await Refused(() => Portal.DraftAsync(Samples.Article("ไม่มีศูนย์"), actor, "310427")));
        Assert.Equal("entry.forbidden", await Refused(() => Portal.DraftAsync(Samples.Article("ของนา") with { Centres = ["na"] }, actor, "310427")));
        var mine = await Portal.DraftAsync(Samples.Article("ของโคก") with { Centres = ["khok"] }, actor, "310427");
        Assert.Equal([mine], await Portal.Read(db => db.EntriesFor(actor).Select(e => e.Id).ToListAsync(Stop)));
        Assert.Equal("entry.none", await Refused(() => Portal.ReviseAsync(theirs, 1, Samples.Article("ยึด") with { Centres = ["khok"] }, actor, "310427")));
        Assert.Equal("entry.forbidden", await Refused(() => Portal.ReviseAsync(mine, 1, Samples.Article("ของโคก ไม่มีศูนย์"), actor, "310427")));
        Assert.Equal("member.centre", await Refused(() => EnrolAsync("ผิดศูนย์", Role.Recorder, "310401", "khok")));
        Assert.Equal("member.centre", await Refused(() => EnrolAsync("ผิดบทบาท", Role.Sage, "310427", "khok")));
    }

    private static string Place(Role role) => role switch
    {
        Role.Administrator or Role.DepartmentOfficer => "",
        Role.ProvinceOfficer => "31",
        Role.CdWorker or Role.DistrictHead => "3104",
        _ => Home,
    };

    private Member Join(Role role, string area) => Member.Join("ผู้ทดสอบ", role, area, Actor.System, Now);

    private static string? Refusal(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (PortalException refusal)
        {
            return refusal.Code;
        }
    }
}
