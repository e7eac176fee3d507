using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Reading;

/// <summary>What is near a chosen place; the choice is only in the address. A kept answer has an Age.</summary>
[Collection(CachePortal.Name)]
public sealed class NearTests(Support.Portal portal)
{
    [Fact]
    public async Task From_home_by_links_to_what_is_near()
    {
        using var visitor = portal.Visitor();
        var provinces = await visitor.ClickAsync(await visitor.GetAsync("/"), "ใกล้ฉัน เลือกตำบลของท่าน");
        var districts = await visitor.ClickAsync(provinces, "จ.บุรีรัมย์");
        var tambons = await visitor.ClickAsync(districts, "อ.นางรอง");
        var address = tambons.Link("ต.หนองโสน");
        Assert.Equal("/?near=310427#near", address);
        var home = await visitor.GetAsync("/?near=310427");
        Assert.Contains("ใกล้ ต.หนองโสน อ.นางรอง", home.Main, StringComparison.Ordinal);
        Assert.Contains("นายบุญมี ดินร่มเย็น", home.Main, StringComparison.Ordinal);
        Assert.Contains("noindex", home.Html, StringComparison.Ordinal);
        Assert.Equal(0, visitor.Cookies.Count);

        var sages = await visitor.ClickAsync(home, "ปราชญ์และครูพาทำ");
        Assert.Equal("/sages?near=310427", sages.Path);
        Assert.Contains("นายบุญมี", sages.Document.QuerySelector("main .sage")!.TextContent, StringComparison.Ordinal);
        var lessons = await visitor.ClickAsync(home, "บทเรียน");
        Assert.Contains("near=310427&page=2", lessons.Document.QuerySelector("a[rel=next]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sages")]
    [InlineData("/centres")]
    [InlineData("/lessons")]
    public async Task Each_place_has_its_own_kept_page_and_what_is_no_place_has_none(string path)
    {
        using var visitor = portal.Visitor();
        await visitor.OnceAsync(path);
        await visitor.OnceAsync(path + "?near=310427");
        var near = await visitor.OnceAsync(path + "?near=310427");
        Assert.NotNull(near.Header("Age"));
        Assert.NotEqual((await visitor.OnceAsync(path)).Main, near.Main);
        foreach (var wrong in (string[])["999999", "", "x", "31042", "%E0%B9%93%E0%B9%91", "310427%20", "31__27"])
        {
            for (var i = 0; i < 2; i++)
            {
                var page = await visitor.OnceAsync($"{path}?near={wrong}");
                Assert.True(page.Status == 404 && page.Header("Age") is null, $"{wrong}: {page.Status}");
            }
        }

        for (var i = 0; i < 2; i++)
        {
            Assert.Null((await visitor.OnceAsync($"{path}?near=310427&near=x{path.Length}")).Header("Age"));
        }
    }

    [Fact]
    public async Task A_page_that_takes_no_place_is_kept_once()
    {
        using var visitor = portal.Visitor();
        await visitor.OnceAsync("/topics");
        Assert.NotNull((await visitor.OnceAsync("/topics?near=xyz")).Header("Age"));
    }

    [Fact]
    public async Task Home_says_what_is_done_this_month()
    {
        using var visitor = portal.Visitor();
        var home = await visitor.GetAsync("/");
        var month = KhokNongNa.Thai.BuddhistDate.MonthName(KhokNongNa.Portal.ThaiTime.Day(TimeProvider.System.GetUtcNow()).Month);
        Assert.Contains($"เดือนนี้ในนา {month}", home.Main, StringComparison.Ordinal);
        Assert.Equal(6, home.Document.QuerySelectorAll("section[aria-labelledby=home-month] .entry").Length);
        Assert.Equal(
            ["home-topics", "home-month", "home-lessons", "home-sages", "home-centres"],
            home.Document.QuerySelectorAll("main section[aria-labelledby]").Select(s => s.GetAttribute("aria-labelledby")));
    }
}
