using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Identity;

public sealed class ActorTests(TestDatabases databases) : PortalTest(databases)
{
    [Theory]
    [InlineData("31", "310427", true)]
    [InlineData("3104", "310427", true)]
    [InlineData("310427", "310427", true)]
    [InlineData("", "310427", true)]
    [InlineData("3104", "3102", false)]
    [InlineData("3104", "31", false)]
    [InlineData("310427", "3104", false)]
    [InlineData("3104", "", false)]
    [InlineData("13", "310427", false)]
    public void A_grant_covers_its_area_and_all_below(string granted, string area, bool may)
    {
        var actor = new Actor(Guid.CreateVersion7(), [new Grant(Permission.Write, granted)]);

        Assert.Equal(may, actor.May(Permission.Write, area));
        Assert.False(actor.May(Permission.Publish, area));
    }

    [Fact]
    public void Each_role_holds_what_the_table_says_and_none_publishes_unreviewed()
    {
        Assert.Empty(Roles.Permissions(Role.Villager));
        Assert.Equal([Permission.Tell], Roles.Permissions(Role.Sage));
        Assert.Equal([Permission.Write, Permission.Register], Roles.Permissions(Role.Recorder));
        Assert.Equal([Permission.Write, Permission.Register, Permission.Check, Permission.Enrol, Permission.ReadContacts], Roles.Permissions(Role.CdWorker));
        Assert.Equal([Permission.SeeReports], Roles.Permissions(Role.DepartmentOfficer));
        Assert.DoesNotContain(Permission.Administer, Roles.Permissions(Role.ProvinceOfficer));
        Assert.All(Enum.GetValues<Role>(), role =>
        {
            Assert.DoesNotContain(Permission.PublishUnreviewed, Roles.Permissions(role));
            Assert.NotEmpty(Roles.Name(role));
        });
    }

    [Fact]
    public void The_portal_itself_may_everything_everywhere() =>
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.True(Actor.System.May(permission, "310427") && Actor.System.May(permission, "")));

    [Fact]
    public async Task A_member_comes_back_from_the_database_with_the_same_grants()
    {
        var joined = Member.Join("มาลี", Role.DistrictHead, "3104", Actor.System, Now);
        await Portal.Write(db => db.Members.Add(joined));

        var member = await Portal.Read(db => db.Members.SingleOrDefaultAsync(m => m.Id == joined.Id, Stop));

        Assert.Equal("มาลี", member!.Name);
        Assert.Equal(Roles.Permissions(Role.DistrictHead).Select(p => new Grant(p, "3104")), member.ToActor(ThaiTime.Day(Now)).Grants);
    }
}
