using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Reading;

[Collection(ReadersPortal.Name)]
public sealed class AddressTests(Support.Portal portal)
{
    [Theory]
    [InlineData("/lessons/ไม่มีเรื่องนี้")]
    [InlineData("/articles/no-such")]
    [InlineData("/pages/1")]
    [InlineData("/topics/ไม่มี")]
    [InlineData("/bases/x")]
    [InlineData("/sages/zzzzz")]
    [InlineData("/centres/zzzzz")]
    [InlineData("/areas/99")]
    [InlineData("/areas/3")]
    [InlineData("/areas/31040199")]
    [InlineData("/areas/๓๑")]
    [InlineData("/no/such/page")]
    [InlineData("/index.html")]
    [InlineData("/Site/Pages/HomePage")]
    [InlineData("/problem/500")]
    [InlineData("/problem/404")]
    [InlineData("/sign-in/again")]
    [InlineData("/lessons/%FF%FE")]
    [InlineData("/lessons/%E0%B8")]
    [InlineData("/lessons/a%00b")]
    [InlineData("/lessons/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    public async Task An_unknown_address_is_answered_in_Thai_with_a_way_on(string path)
    {
        using var visitor = portal.Visitor();
        var page = await visitor.GetAsync(path);
        // Kestrel itself refuses a zero byte.
        Assert.Equal(path.Contains("%00", StringComparison.Ordinal) ? 400 : 404, page.Status);
        if (page.Status == 404)
        {
            Assert.Equal("ไม่พบหน้านี้", page.Heading);
            Assert.NotNull(page.Document.QuerySelector("form[role=search] input[name=q]"));
            Assert.Contains(page.Links(), l => l.Href == "/topics");
            Assert.Equal("noindex", page.Document.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
            Assert.Null(page.Document.QuerySelector("link[rel=canonical]"));
        }
    }

    [Fact]
    public async Task Addresses_keep_their_Thai_letters()
    {
        var lessons = (await portal.SiteAsync()).Keys.Where(p => p.StartsWith("/lessons/", StringComparison.Ordinal)).ToList();
        Assert.All(lessons, l => Assert.Matches("^/lessons/[ก-๙0-9a-z-]+$", l));
        using var visitor = portal.Visitor();
        var encoded = await visitor.OnceAsync(new Uri(portal.Address, lessons[0]).AbsolutePath);
        Assert.Equal(200, encoded.Status);
        Assert.Contains('%', encoded.Path);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("abc")]
    [InlineData("99999999999999999999")]
    [InlineData("๒")]
    [InlineData("")]
    [InlineData("1.5")]
    public async Task A_page_number_that_makes_no_sense_is_brought_into_range(string number)
    {
        using var visitor = portal.Visitor();
        foreach (var list in (string[])["/lessons", "/articles", "/topics/ดิน"])
        {
            var page = await visitor.GetAsync($"{list}?page={Uri.EscapeDataString(number)}");
            Assert.Equal(200, page.Status);
            Assert.NotEmpty(page.Document.QuerySelectorAll("main .entries a"));
        }
    }

    [Fact]
    public async Task The_reader_finds_the_pages_about_the_portal_below_every_page()
    {
        foreach (var (path, page) in await portal.SiteAsync())
        {
            Assert.True(page.Document.QuerySelectorAll("footer a[href^='/pages/']").Length >= 6, path);
        }
    }
}
