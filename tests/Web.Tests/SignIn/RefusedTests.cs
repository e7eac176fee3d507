using System.Net;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.SignIn;

/// <summary>Whatever goes wrong ends on a page in Thai that knows a way on.</summary>
public sealed class RefusedTests(ProviderPortal all) : ProviderTest(all)
{
    private static readonly (int, string) Failed = (400, "เข้าสู่ระบบไม่สำเร็จ");

    [Fact]
    public async Task A_state_that_was_changed_is_refused()
    {
        await All.LinkedAsync("วันดี สถานะ");
        await RefusedAsync(Failed, await ComeAsync(change: a => a.IsCallback() ? a.With("state", "CfDJ8AAAA") : a));
    }

    [Fact]
    public async Task An_answer_that_another_browser_asked_for_is_refused()
    {
        await All.LinkedAsync("วันดี เครื่องอื่น");
        using var other = Portal.Visitor();
        var stopped = await other.TravelAsync("/sign-in/with/home", a => a.IsCallback() ? null : a);
        await RefusedAsync(Failed, await Browser.TravelAsync(stopped.Next().PathAndQuery));
    }

    [Fact]
    public async Task A_token_for_another_sign_in_is_refused()
    {
        await All.LinkedAsync("วันดี โนนซ์");
        await RefusedAsync(Failed, await ComeAsync(change: a => a.AbsolutePath == "/authorize" ? a.With("nonce", "638000000000000000.other") : a));
    }

    [Fact]
    public async Task A_code_that_is_too_old_is_refused()
    {
        await All.LinkedAsync("วันดี รหัสเก่า");
        var stopped = await ComeAsync(change: a => a.IsCallback() ? null : a);
        Provider.Wait(TimeSpan.FromHours(1));
        await RefusedAsync(Failed, await Browser.TravelAsync(stopped.Next().PathAndQuery));
    }

    [Fact]
    public async Task A_code_is_good_once_even_with_the_cookies_of_the_first_time()
    {
        await All.LinkedAsync("วันดี รหัสซ้ำ");
        using var log = new MemoryLog(Portal);
        var stopped = await ComeAsync(change: a => a.IsCallback() ? null : a);
        var callback = stopped.Next();
        var cookies = Browser.Cookies.GetCookies(callback).Select(c => new Cookie(c.Name, c.Value, c.Path, c.Domain)).ToList();
        Assert.Equal(200, (await Browser.TravelAsync(callback.PathAndQuery)).Status);
        await Browser.PressAsync(await Browser.GetAsync("/studio"), "ออกจากระบบ");

        await RefusedAsync(Failed, await Browser.TravelAsync(callback.PathAndQuery));
        cookies.ForEach(Browser.Cookies.Add);
        await RefusedAsync(Failed, await Browser.TravelAsync(callback.PathAndQuery));

        Assert.Contains("invalid_grant", log.Text, StringComparison.Ordinal);
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(callback.Query);
        Assert.All((string[])[query["code"].ToString(), query["state"].ToString(), Provider.Secret, Person.Subject], secret => Assert.DoesNotContain(secret, log.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_cancels_is_told_so()
    {
        Provider.Refuses = true;
        await RefusedAsync((200, "ยังไม่ได้เข้าสู่ระบบ"), await ComeAsync());
    }

    [Fact]
    public async Task A_provider_that_nobody_answers_for_leaves_the_rest_as_it_is()
    {
        var page = await ComeAsync(words: "เข้าสู่ระบบด้วย ที่ไม่อยู่");
        await RefusedAsync((503, "ติดต่อ ที่ไม่อยู่ ไม่ได้"), page);
        Assert.Equal(200, (await Browser.GetAsync("/health")).Status);
        await All.LinkedAsync("วันดี ทางอื่น");
        Assert.Equal("/studio", (await ComeAsync()).PathOf());
    }

    [Fact]
    public async Task A_provider_that_goes_down_on_the_way_is_named()
    {
        await All.LinkedAsync("วันดี กลางทาง");
        var stopped = await ComeAsync(change: a => a.IsCallback() ? null : a);
        Provider.IsDown = true;
        await RefusedAsync((503, "ติดต่อ บ้าน ไม่ได้"), await Browser.TravelAsync(stopped.Next().PathAndQuery));
    }

    [Fact]
    public async Task A_provider_may_change_its_key()
    {
        await All.LinkedAsync("วันดี กุญแจใหม่");
        await ComeAsync();
        await Browser.PressAsync(await Browser.GetAsync("/studio"), "ออกจากระบบ");
        Provider.ChangeKey();
        Assert.Equal("/studio", (await ComeAsync()).PathOf());
        Assert.Equal("วันดี กุญแจใหม่", await WhoAsync(Browser));
    }

    [Fact]
    public async Task What_is_signed_with_the_secret_is_taken_only_where_the_settings_say_so()
    {
        Provider.SignsWithSecret = true;
        await All.LinkedAsync("วันดี ลงชื่อ");
        await RefusedAsync(Failed, await ComeAsync());
        // Nobody's under the other name, but believed.
        Assert.Equal(403, (await ComeAsync(words: "เข้าสู่ระบบด้วย ความลับ")).Status);
        Provider.SignsWithSecret = false;
        await RefusedAsync(Failed, await ComeAsync(words: "เข้าสู่ระบบด้วย ความลับ"));
    }

    [Fact]
    public async Task A_citizen_number_is_no_name_for_a_person()
    {
        Person = Person with { Subject = "1101700230708" };
        await RefusedAsync(Failed, await ComeAsync());
        Person = Person with { Subject = "1101700230709" };
        Assert.Equal(403, (await ComeAsync()).Status);
    }

    [Theory]
    [InlineData("/sign-in/callback/home")]
    [InlineData("/sign-in/callback/home?code=1&state=2")]
    [InlineData("/sign-in/callback/home?error=server_error&error_description=%3Cscript%3E")]
    [InlineData("/sign-in/arrival")]
    [InlineData("/sign-in/refused/failed/home")]
    public async Task What_comes_from_nowhere_is_refused(string path) => await RefusedAsync(Failed, await Browser.TravelAsync(path));

    [Theory]
    [InlineData("/sign-in/with/nosuch")]
    [InlineData("/sign-in/callback/nosuch")]
    [InlineData("/sign-in/refused/nosuch")]
    [InlineData("/signout-oidc")]
    [InlineData("/signin-oidc")]
    public async Task Other_addresses_are_not_there(string path) => Assert.Equal(404, (await Browser.OnceAsync(path)).Status);

    private async Task RefusedAsync((int, string) expected, Answer page)
    {
        Assert.Equal(expected, (page.Status, page.Heading));
        Assert.DoesNotContain("Exception", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("script>", page.Main, StringComparison.Ordinal);
        Assert.Equal("", new Uri(new Uri("http://portal"), page.Path).Query);
        Assert.Equal("/sign-in", page.Link("เข้าสู่ระบบด้วยเลขประจำตัวและ PIN"));
        Assert.Null(await WhoAsync(Browser));
    }
}
