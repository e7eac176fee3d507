using KhokNongNa.Portal;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.SignIn;

/// <summary>Accounts that are nobody's yet.</summary>
public sealed class FirstTimeTests(ProviderPortal all) : ProviderTest(all)
{
    private const string Unknown = "บัญชีนี้ยังไม่ได้ผูกกับสมาชิกของพอร์ทัล";

    [Fact]
    public async Task An_invitation_is_used_by_linking_an_account_and_only_once()
    {
        var (id, code) = await All.InvitedAsync("สมหมาย ได้คำเชิญ");
        var asked = await ComeAsync($"/sign-in/invitation/{code}", "ผูกกับบัญชี บ้าน");
        Assert.Equal((200, "ผูกบัญชี บ้าน"), Seen(asked));
        Assert.Contains("สมหมาย ได้คำเชิญ", asked.Main, StringComparison.Ordinal);
        Assert.Contains(Person.Name, asked.Main, StringComparison.Ordinal);
        Assert.Empty(await LoginsAsync(id));

        var home = await Browser.PressAsync(asked, "ใช่ ผูกบัญชีนี้");
        Assert.Equal((200, "/studio"), (home.Status, home.PathOf()));
        Assert.Equal("สมหมาย ได้คำเชิญ", await WhoAsync(Browser));
        Assert.Equal(["invitation-used", "login-linked", "signed-in"], (await VerbsAsync(id)).TakeLast(3));
        Assert.Equal(Person.Subject, Assert.Single(await LoginsAsync(id)).Subject);
        Assert.Equal(404, (await Browser.GetAsync($"/sign-in/invitation/{code}")).Status);
    }

    [Fact]
    public async Task Who_says_no_is_not_linked_and_may_use_the_invitation_later()
    {
        var (id, code) = await All.InvitedAsync("สมหมาย ยังไม่เอา");
        var page = await Browser.PressAsync(await ComeAsync($"/sign-in/invitation/{code}", "ผูกกับบัญชี บ้าน"), "ไม่ใช่");
        Assert.Equal((200, "ยังไม่ได้เข้าสู่ระบบ"), Seen(page));
        Assert.Empty(await LoginsAsync(id));
        Assert.Equal(200, (await Browser.GetAsync($"/sign-in/invitation/{code}")).Status);
    }

    [Fact]
    public async Task Of_two_accounts_that_use_one_invitation_at_once_one_is_linked()
    {
        var (id, code) = await All.InvitedAsync("สมหมาย คนเดียว");
        using var other = Portal.Visitor();
        var way = (await Browser.GetAsync($"/sign-in/invitation/{code}")).Link("ผูกกับบัญชี บ้าน");
        var first = await Browser.TravelAsync(way);
        Person = Person.New("สมศรี");
        var second = await other.TravelAsync(way);

        var answers = await Task.WhenAll(Browser.PressAsync(first, "ใช่ ผูกบัญชีนี้"), other.PressAsync(second, "ใช่ ผูกบัญชีนี้"));

        Assert.Single(await LoginsAsync(id));
        Assert.Single(answers, a => a.PathOf() == "/studio");
        Assert.Single(await VerbsAsync(id), verb => verb == "invitation-used");
    }

    [Fact]
    public async Task A_verified_address_that_was_invited_is_linked_whatever_its_case()
    {
        var (id, _) = await All.InvitedAsync("สมหมาย มีอีเมล", Person.Email);
        Person = Person with { Email = Person.Email.ToUpperInvariant() };
        Assert.Equal("/studio", (await ComeAsync()).PathOf());
        Assert.Equal("สมหมาย มีอีเมล", await WhoAsync(Browser));
        Assert.Equal(["invitation-used", "login-linked", "signed-in"], (await VerbsAsync(id)).TakeLast(3));
    }

    [Fact]
    public async Task An_address_that_nobody_verified_opens_nothing()
    {
        var (id, _) = await All.InvitedAsync("สมหมาย ไม่ยืนยัน", Person.Email);
        Person = Person with { IsVerified = false };
        Assert.Equal((403, Unknown), Seen(await ComeAsync()));
        Assert.Empty(await LoginsAsync(id));
        Assert.Null(await WhoAsync(Browser));
    }

    [Fact]
    public async Task An_address_that_only_looks_like_the_invited_one_opens_nothing()
    {
        var (id, _) = await All.InvitedAsync("สมหมาย ตัวหลอก", "k" + Person.Email);
        // The sign of the kelvin becomes a k in lower case.
        Person = Person with { Email = "\u212a" + Person.Email };
        Assert.Equal((403, Unknown), Seen(await ComeAsync()));
        Assert.Empty(await LoginsAsync(id));
    }

    [Fact]
    public async Task An_address_by_which_two_are_invited_opens_neither()
    {
        var (one, _) = await All.InvitedAsync("สมหมาย หนึ่ง", Person.Email);
        var (two, _) = await All.InvitedAsync("สมหมาย สอง", Person.Email);
        Assert.Equal((403, Unknown), Seen(await ComeAsync()));
        Assert.Empty((await LoginsAsync(one)).Concat(await LoginsAsync(two)));
    }

    [Fact]
    public async Task Who_is_not_known_can_come_in_otherwise_and_then_link()
    {
        var unknown = await ComeAsync();
        Assert.Equal((403, Unknown), Seen(unknown));
        Assert.Equal(404, (await Browser.GetAsync("/sign-in/join")).Status);
        var pin = await Browser.ClickAsync(unknown, "เข้าสู่ระบบด้วยเลขประจำตัวและ PIN");
        Assert.Equal("/sign-in/arrival", pin.Value("Form.Back"));

        // Somebody chosen without proof stands for somebody with a PIN.
        var asked = await Browser.PressAsync(await Browser.ClickAsync(pin, "เข้าสู่ระบบเพื่อทดลอง"), "กันยา");
        Assert.Contains("กันยา", asked.Main, StringComparison.Ordinal);
        await Browser.PressOnceAsync(asked, "ใช่ ผูกบัญชีนี้");
        var login = Assert.Single(await LoginsAsync(await Portal.MemberIdAsync("กันยา")));
        Assert.Equal(Person.Subject, login.Subject);
    }

    [Fact]
    public async Task A_member_adds_a_way_in_and_takes_it_away_but_never_the_last()
    {
        var id = await All.LinkedAsync("สมหมาย สองทาง");
        await ComeAsync();
        Assert.Equal("login.last", (await Assert.ThrowsAsync<PortalException>(() => UnlinkAsync(id, "home"))).Code);

        Provider.SignsWithSecret = true;
        var asked = await Browser.TravelAsync("/sign-in/with/secret?links=true&back=/studio/entries");
        var done = await Browser.PressAsync(asked, "ใช่ ผูกบัญชีนี้");
        Assert.Equal((200, "/studio/entries"), (done.Status, done.PathOf()));
        Assert.Equal(2, (await LoginsAsync(id)).Count);

        var unlinked = await PostUnlinkAsync("home");
        Assert.Equal((302, "/account"), (unlinked.Status, unlinked.Location));
        Assert.Equal("secret", Assert.Single(await LoginsAsync(id)).Provider);
        await PostUnlinkAsync("secret");
        Assert.Equal("secret", Assert.Single(await LoginsAsync(id)).Provider);
        Assert.Equal("login-unlinked", (await VerbsAsync(id)).Last());
        Assert.Equal(404, (await PostUnlinkAsync("nosuch")).Status);
    }

    [Fact]
    public async Task An_account_of_one_member_is_not_linked_with_another()
    {
        var id = await All.LinkedAsync("สมหมาย เจ้าของ");
        var (other, code) = await All.InvitedAsync("สมหมาย อีกคน");
        Assert.Equal((409, "บัญชีนี้ผูกกับสมาชิกอีกคนแล้ว"), Seen(await ComeAsync($"/sign-in/invitation/{code}", "ผูกกับบัญชี บ้าน")));
        using var member = await Portal.MemberAsync("สายใจ");
        Assert.Equal((409, "บัญชีนี้ผูกกับสมาชิกอีกคนแล้ว"), Seen(await member.TravelAsync("/sign-in/with/home?links=true")));
        Assert.Equal("สายใจ (สมมติ)", await WhoAsync(member));
        Assert.Single(await LoginsAsync(id));
        Assert.Empty(await LoginsAsync(other));
    }

    [Fact]
    public async Task A_new_invitation_replaces_an_account_that_was_lost()
    {
        var id = await All.LinkedAsync("สมหมาย บัญชีหาย");
        var code = await Portal.AskAsync(db => db.InviteAsync(id, "", Actor.System, TimeProvider.System.GetUtcNow(), Stop));
        Person = Person.New();
        await Browser.PressAsync(await ComeAsync($"/sign-in/invitation/{code}", "ผูกกับบัญชี บ้าน"), "ใช่ ผูกบัญชีนี้");
        Assert.Equal(Person.Subject, Assert.Single(await LoginsAsync(id)).Subject);
        Assert.Equal(["login-unlinked", "login-linked"], (await VerbsAsync(id)).Where(v => v.StartsWith("login", StringComparison.Ordinal)).TakeLast(2));
    }

    [Fact]
    public async Task Linking_is_asked_of_the_member_and_never_done_by_a_link_alone()
    {
        using var member = await Portal.MemberAsync("มานพ");
        var asked = await member.TravelAsync("/sign-in/with/home?links=true");
        Assert.Equal("ผูกบัญชี บ้าน", asked.Heading);
        var forged = await member.PostAsync("/sign-in/arrival", [("member", (await Portal.MemberIdAsync("มานพ")).ToString())]);
        Assert.Equal(400, forged.Status);
        Assert.Empty(await LoginsAsync(await Portal.MemberIdAsync("มานพ")));
    }

    private async Task<Answer> PostUnlinkAsync(string provider) =>
        await Browser.PostAsync($"/account/providers/{provider}", [("__RequestVerificationToken", (await Browser.GetAsync("/studio/entries")).Value("__RequestVerificationToken"))]);

    private Task<bool> UnlinkAsync(Guid id, string provider) => Portal.AskAsync(async db =>
    {
        await db.UnlinkAsync(id, provider, ["home", "secret"], TimeProvider.System.GetUtcNow(), Stop);
        return true;
    });

    private static (int, string) Seen(Answer page) => (page.Status, page.Heading);
}
