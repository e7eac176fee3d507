using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.SignIn;

/// <summary>Members whose account is linked.</summary>
public sealed class LinkedTests(ProviderPortal all) : ProviderTest(all)
{
    [Fact]
    public async Task A_member_comes_in_and_goes_where_they_were_going()
    {
        var id = await All.LinkedAsync("ทองใบ มาถูกทาง");
        var page = await ComeAsync("/studio/entries/new?type=lesson");
        Assert.Equal((200, "/studio/entries/new?type=lesson"), (page.Status, page.PathOf()));
        Assert.Equal("ทองใบ มาถูกทาง", await WhoAsync(Browser));
        Assert.Equal("signed-in", (await VerbsAsync(id)).Last());
        Assert.Contains("\"way\":\"provider\"", (await Portal.AskAsync(db => db.Journal.OrderBy(h => h.Seq).LastAsync(h => h.SubjectId == id, Stop))).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_what_the_provider_sent_stays_in_the_browser_or_in_an_address()
    {
        await All.LinkedAsync("ทองใบ ไม่ทิ้งรอย");
        var seen = new List<Uri>();
        await ComeAsync(change: address =>
        {
            seen.Add(address);
            return address;
        });
        Assert.Single(seen, address => address.Query.Contains("code=", StringComparison.Ordinal));
        Assert.All(seen.SkipWhile(a => !a.IsCallback()).Skip(1), address => Assert.Equal("", address.Query));
        var left = Browser.Cookies.GetAllCookies().Select(c => c.Name).Order();
        Assert.Equal(["device", "session"], left.Where(name => name != "form"));
    }

    [Fact]
    public async Task A_browser_that_was_not_chosen_to_be_remembered_is_not()
    {
        var id = await All.LinkedAsync("ทองใบ เครื่องยืม");
        await ComeAsync();
        Assert.False((await Portal.AskAsync(db => db.Devices.SingleAsync(d => d.MemberId == id, Stop))).IsRemembered);
    }

    [Fact]
    public async Task What_was_typed_while_the_session_ended_is_sent_on_after_coming_in_by_another_tab()
    {
        await All.LinkedAsync("ทองใบ พิมพ์ค้าง");
        var form = await ComeAsync("/studio/entries/new?type=lesson");
        (string, string)[] fields = [("__RequestVerificationToken", form.Value("__RequestVerificationToken")), ("Form.Title", "พิมพ์ค้างไว้"), ("act", "preview")];
        await Browser.PressAsync(form, "ออกจากระบบ");
        var caught = await Browser.PostAsync("/studio/entries/new", fields);
        Assert.Equal("เข้าสู่ระบบอีกครั้ง", caught.Heading);

        var way = caught.Document.QuerySelectorAll("a").Single(a => a.TextContent.Contains(ByHome, StringComparison.Ordinal));
        Assert.Equal("_blank", way.GetAttribute("target"));
        await Browser.TravelAsync(way.GetAttribute("href")!);

        Assert.Equal("พิมพ์ค้างไว้", (await Browser.PostAsync("/studio/entries/new", fields)).Heading);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task No_address_leads_out_of_the_portal(string back)
    {
        await All.LinkedAsync("ทองใบ ไม่หลง");
        var page = await Browser.TravelAsync($"/sign-in/with/home?back={Uri.EscapeDataString(back)}");
        Assert.Equal((200, "/studio"), (page.Status, page.PathOf()));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here()
    {
        var id = await All.LinkedAsync("ทองใบ ออกแล้ว");
        var home = await Browser.PressAsync(await ComeAsync(), "ออกจากระบบ");
        Assert.Equal("/", home.PathOf());
        Assert.Null(await WhoAsync(Browser));
        Assert.Equal("signed-out", (await VerbsAsync(id)).Last());
        // The arrival was for one time.
        Assert.Equal(400, (await Browser.TravelAsync("/sign-in/arrival")).Status);
        await ComeAsync();
        Assert.Equal("ทองใบ ออกแล้ว", await WhoAsync(Browser));
    }

    [Fact]
    public async Task A_closed_member_stays_outside()
    {
        var id = await All.LinkedAsync("ทองใบ ปิดไปแล้ว");
        await Portal.AskAsync(async db =>
        {
            await db.OnMemberAsync(id, Actor.System, TimeProvider.System.GetUtcNow(), member =>
            {
                member.Close(Actor.System, TimeProvider.System.GetUtcNow());
                return Task.CompletedTask;
            }, Stop);
            return true;
        });
        var page = await ComeAsync();
        Assert.Equal((403, "การเป็นสมาชิกปิดอยู่"), (page.Status, page.Heading));
        Assert.Null(await WhoAsync(Browser));
    }

    [Fact]
    public async Task An_erased_member_leaves_an_account_that_nobody_knows()
    {
        var id = await All.LinkedAsync("ทองใบ ลบแล้ว");
        await Portal.AskAsync(async db =>
        {
            await db.EraseMemberAsync(id, Actor.System, TimeProvider.System.GetUtcNow(), Stop);
            return true;
        });
        Assert.Equal((403, "บัญชีนี้ยังไม่ได้ผูกกับสมาชิกของพอร์ทัล"), Seen(await ComeAsync()));
    }

    private static (int, string) Seen(Answer page) => (page.Status, page.Heading);
}
