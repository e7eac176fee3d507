using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Identity;

public sealed class ExternalLoginsTests(TestDatabases databases) : PortalTest(databases)
{
    private static readonly ProviderAccount Account = new("line", "U1");
    private static readonly ProviderAccount Other = new("line", "U2");
    private static readonly string[] Offered = ["line", "google"];

    [Fact]
    public async Task An_account_opens_one_membership()
    {
        var (one, two) = (await MemberAsync("หนึ่ง"), await MemberAsync("สอง"));
        await Portal.Run(db => db.LinkAsync(one, Account, Now, Stop));
        await Portal.Run(db => db.LinkAsync(one, Account, Now, Stop));

        Assert.Equal("login.taken", await Refused(() => Portal.Run(db => db.LinkAsync(two, Account, Now, Stop))));
        Assert.Equal("login.other", await Refused(() => Portal.Run(db => db.LinkAsync(one, Other, Now, Stop))));
        Assert.Equal((one, true), await Portal.Read(db => db.FindLoginAsync(Account, Stop)));
        Assert.Null(await Portal.Read(db => db.FindLoginAsync(Other, Stop)));
        Assert.Single(await VerbsInJournal(), "member login-linked");
    }

    [Fact]
    public async Task The_last_way_in_stays()
    {
        var id = await MemberAsync("หนึ่ง");
        await Portal.Run(db => db.LinkAsync(id, Account, Now, Stop));
        await Portal.Run(db => db.LinkAsync(id, new("gone", "1"), Now, Stop));
        // What is in the settings no more is no way in.
        Assert.Equal("login.last", await Refused(() => Unlink(id)));

        await Portal.Run(db => db.LinkAsync(id, new("google", "1"), Now, Stop));
        await Unlink(id);
        Assert.Equal(["gone", "google"], (await Portal.Read(db => db.LinkedProvidersAsync(id, Stop))).Keys.Order());
        Assert.Contains("member login-unlinked", await VerbsInJournal());
    }

    [Fact]
    public async Task A_PIN_of_one_s_own_is_a_way_in_and_a_slip_s_is_not()
    {
        var id = await MemberAsync("หนึ่ง");
        await Portal.Run(db => db.LinkAsync(id, Account, Now, Stop));
        await Portal.Run(db => db.IssueSlipsAsync([id], Actor.System, Now, Stop));
        Assert.Equal("login.last", await Refused(() => Unlink(id)));

        var at = await Portal.Read(db => db.FirstPinAtAsync(id, Stop));
        await Portal.Run(db => db.ChoosePinAsync(id, at!.Value, "708194", "708194", Now, Stop));
        await Unlink(id);
        Assert.Empty(await Portal.Read(db => db.LinkedProvidersAsync(id, Stop)));
    }

    [Fact]
    public async Task A_code_is_for_one_account()
    {
        var id = await MemberAsync("หนึ่ง");
        var code = await InviteAsync(id, "");
        Assert.Equal(id, await Portal.Read(db => db.LinkByInvitationAsync(code, Account, Now, Stop)));
        Assert.Equal("invitation.void", await Refused(() => Portal.Read(db => db.LinkByInvitationAsync(code, Other, Now, Stop))));
        Assert.Equal("U1", (await Portal.Read(db => db.ExternalLogins.SingleAsync(Stop))).Subject);
    }

    [Fact]
    public async Task An_invited_address_is_for_one_account_until_the_invitation_ends()
    {
        var id = await MemberAsync("หนึ่ง");
        await InviteAsync(id, "One@Example.org");
        Assert.Null(await ByEmail("two@example.org", Account));
        Assert.Null(await ByEmail("", Account));
        Assert.Null(await Portal.Read(db => db.LinkByEmailAsync("one@example.org", Account, Now + Invitation.Lasts, Stop)));
        Assert.Equal(id, await ByEmail("ONE@example.org", Account));
        Assert.Null(await ByEmail("one@example.org", Other));
    }

    [Fact]
    public async Task A_refused_link_leaves_the_invitation_good()
    {
        var (one, two) = (await MemberAsync("หนึ่ง"), await MemberAsync("สอง"));
        await Portal.Run(db => db.LinkAsync(one, Account, Now, Stop));
        var code = await InviteAsync(two, "");
        Assert.Equal("login.taken", await Refused(() => Portal.Read(db => db.LinkByInvitationAsync(code, Account, Now, Stop))));
        Assert.Equal(two, await Portal.Read(db => db.LinkByInvitationAsync(code, Other, Now, Stop)));
    }

    [Fact]
    public async Task A_closed_member_is_neither_linked_nor_opened()
    {
        var id = await MemberAsync("หนึ่ง");
        await InviteAsync(id, "one@example.org");
        await Portal.Run(db => db.LinkAsync(id, new("google", "1"), Now, Stop));
        await Portal.Run(db => db.OnMemberAsync(id, Actor.System, Now, m =>
        {
            m.Close(Actor.System, Now);
            return Task.CompletedTask;
        }, Stop));
        Assert.Null(await ByEmail("one@example.org", Account));
        Assert.Equal("member.none", await Refused(() => Portal.Run(db => db.LinkAsync(id, Account, Now, Stop))));
        Assert.Equal((id, false), await Portal.Read(db => db.FindLoginAsync(new("google", "1"), Stop)));
    }

    [Fact]
    public async Task Nobody_joins_without_a_tambon_of_the_register()
    {
        Assert.Equal("member.area", await Refused(() => Portal.Read(db => db.JoinAsVillagerAsync("บุญชู", "310401", Account, Now, Stop))));
        Assert.Equal("member.area", await Refused(() => Portal.Read(db => db.JoinAsVillagerAsync("บุญชู", null, Account, Now, Stop))));
        Assert.Equal(0, await Portal.Read(db => db.Members.CountAsync(Stop)));
    }

    private async Task<Guid> MemberAsync(string name)
    {
        var member = Member.Join(name, Role.Recorder, "3104", Actor.System, Now);
        await Portal.Write(db => db.Members.Add(member));
        return member.Id;
    }

    private Task<string> InviteAsync(Guid id, string email) => Portal.Read(db => db.InviteAsync(id, email, Actor.System, Now, Stop));

    private Task<Guid?> ByEmail(string email, ProviderAccount account) => Portal.Read(db => db.LinkByEmailAsync(email, account, Now, Stop));

    private Task Unlink(Guid id) => Portal.Run(db => db.UnlinkAsync(id, "line", Offered, Now, Stop));
}
