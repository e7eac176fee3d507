using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Identity;

public sealed class InvitationTests(TestDatabases databases) : IdentityTest(databases)
{
    [Fact]
    public async Task The_first_administrator_comes_in_by_a_code_that_is_good_once()
    {
        var code = await Portal.Read(db => db.CreateAdministratorAsync("ธีระ", Now, Stop));

        var member = await UseAsync(code);

        Assert.Equal((member.Id, false), ((await TryAsync(member.SignInNumber!, Own)).MemberId, (await TryAsync(member.SignInNumber!, Own)).IsFirst));
        Assert.Equal(Role.Administrator, (await MemberAsync(member.Id)).Roles.Single().Role);
        Assert.Null(await Portal.Read(db => db.InvitedAsync(code, Now, Stop)));
        Assert.Equal("invitation.void", await Refused(() => UseAsync(code)));
        Assert.DoesNotContain(await Journal(), h => h.Data?.Contains(code, StringComparison.Ordinal) == true);
        Assert.DoesNotContain(code, await Portal.Read(db => db.Invitations.Select(i => i.CodeHash).SingleAsync(Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_use_it_at_once_one_comes_in()
    {
        var code = await InviteAsync();
        var won = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await UseAsync(code);
                return true;
            }
            catch (PortalException refusal) when (refusal.Code == "invitation.void")
            {
                return false;
            }
        }));
        Assert.Single(won, true);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task It_is_good_for_fourteen_days(int secondsLeft, bool good)
    {
        var code = await InviteAsync();
        Pass(Invitation.Lasts - TimeSpan.FromSeconds(secondsLeft));
        Assert.Equal(good, await Portal.Read(db => db.InvitedAsync(code, Now, Stop)) is not null);
        if (!good)
        {
            Assert.Equal("invitation.void", await Refused(() => UseAsync(code)));
        }
    }

    [Fact]
    public async Task A_choice_that_is_refused_does_not_use_it_up()
    {
        var code = await InviteAsync();
        Assert.Equal("pin.weak", await Refused(() => Portal.Run(db => db.ChoosePinByInvitationAsync(code, "123456", "123456", Now, Stop))));
        await UseAsync(code);
    }

    [Fact]
    public async Task A_closed_member_is_not_invited_and_a_newer_invitation_ends_the_older()
    {
        var member = (await EnrolAsync("บุญมี")).MemberId;
        var older = await InviteAsync(member);
        var newer = await InviteAsync(member);
        Assert.Null(await Portal.Read(db => db.InvitedAsync(older, Now, Stop)));
        await OnAsync(member, Actor.System, m => m.Close(Actor.System, Now));

        Assert.Null(await Portal.Read(db => db.InvitedAsync(newer, Now, Stop)));
        Assert.Equal("member.none", await Refused(() => UseAsync(newer)));
        Assert.Equal("member.closed", await Refused(() => InviteAsync(member)));
    }

    [Fact]
    public async Task It_is_read_as_people_copy_it_and_takes_addresses_alone()
    {
        var member = (await EnrolAsync("บุญมี")).MemberId;
        Assert.All(["x", "a@", "ก <a@example.org>", "a@example.org,b@example.org"], email =>
            Assert.Equal("invitation.email", Refused(() => InviteAsync(member, email)).GetAwaiter().GetResult()));
        var code = await InviteAsync(member, " Boonmee@Example.org ");
        Assert.Equal("boonmee@example.org", await Portal.Read(db => db.Invitations.Select(i => i.Email).SingleAsync(Stop)));
        Assert.Matches("^[2-9a-hjkmnp-z]{16}$", code);
        Assert.NotNull(await Portal.Read(db => db.InvitedAsync($" {code[..8].ToUpperInvariant()}-{code[8..]} ", Now, Stop)));

        await UseAsync(code);
        Assert.Equal("", await Portal.Read(db => db.Invitations.Select(i => i.Email).SingleAsync(Stop)));
    }

    private async Task<string> InviteAsync(Guid? member = null, string email = "")
    {
        var id = member ?? (await EnrolAsync("บุญมี")).MemberId;
        return await Portal.Read(db => db.InviteAsync(id, email, Actor.System, Now, Stop));
    }

    private Task<Member> UseAsync(string code) => Portal.Read(db => db.ChoosePinByInvitationAsync(code, Own, Own, Now, Stop));
}
