using System.Net;
using KhokNongNa.Web.Site;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Reading;

/// <summary>Letters, colours and pictures as the reader wants them, without account and without script.</summary>
[Collection(ReadersPortal.Name)]
public sealed class DisplayTests(Support.Portal portal)
{
    private const string Lesson = "/lessons/ปลูกมะนาวในวงบ่อ-คุมน้ำได้-มีลูกหน้าแล้ง";

    [Fact]
    public async Task A_choice_is_kept_for_a_year_and_leads_back_to_the_page()
    {
        using var reader = portal.Visitor();
        var form = await FormAsync(reader, portal.Address + "lessons?page=2");
        var saved = await reader.PressOnceAsync(form, "ใช้แบบนี้", ("size", "25"), ("tone", "dark"), ("contrast", "1"));
        Assert.Equal((302, "/lessons?page=2"), (saved.Status, saved.Location));
        var cookie = saved.Header("Set-Cookie")!.ToLowerInvariant();
        Assert.Contains("display=25-dark-contrast-pictures", cookie, StringComparison.Ordinal);
        foreach (var part in (string[])["max-age=31536000", "path=/", "samesite=lax", "httponly"])
        {
            Assert.Contains(part, cookie, StringComparison.Ordinal);
        }

        foreach (var path in (string[])["/", "/lessons?page=2", "/search?q=x", "/display", "/nothing"])
        {
            Assert.Equal("text-25 dark contrast", (await reader.GetAsync(path)).Document.DocumentElement.ClassName);
        }

        var again = await FormAsync(reader, null);
        Assert.Equal(["25", "dark", "1"], again.Document.QuerySelectorAll("input:checked").Select(e => e.GetAttribute("value")));
        var reset = await reader.PressOnceAsync(again, "กลับเป็นแบบเดิม");
        Assert.Contains("expires=Thu, 01 Jan 1970", reset.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("max-age", reset.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
        Assert.False((await reader.GetAsync("/")).Document.DocumentElement.HasAttribute("class"));
    }

    [Theory]
    [InlineData("https://evil.example/lessons")]
    [InlineData("http://{0}@evil.example/")]
    [InlineData("not an address")]
    [InlineData("http://{0}//evil.example/")]
    [InlineData("http://{0}/display")]
    public async Task Only_a_page_of_this_portal_is_gone_back_to(string referer)
    {
        using var reader = portal.Visitor();
        Assert.Equal("/", (await FormAsync(reader, referer.Replace("{0}", portal.Address.Authority, StringComparison.Ordinal))).Value("back"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("~//evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    [InlineData("/display")]
    public async Task A_form_that_was_tampered_with_leads_home(string back)
    {
        using var reader = portal.Visitor();
        var form = await FormAsync(reader, null);
        Assert.Equal("/", (await reader.PressOnceAsync(form, "ใช้แบบนี้", ("back", back))).Location);
    }

    [Theory]
    [InlineData("")]
    [InlineData("big")]
    [InlineData("25-dark-contrast-saver-more")]
    [InlineData("25-DARK-contrast-saver")]
    [InlineData("99-dark-contrast-saver")]
    [InlineData("%00%ff%zz")]
    [InlineData("๒๕-dark-contrast-saver")]
    public async Task Any_other_cookie_is_none(string value)
    {
        Assert.Same(Display.Default, Display.Parse(value));
        using var reader = portal.Visitor();
        var page = await reader.OnceAsync("/centres", ("Cookie", "display=" + Uri.EscapeDataString(value)));
        Assert.Equal((200, false), (page.Status, page.Document.DocumentElement.HasAttribute("class")));
    }

    [Fact]
    public async Task What_the_form_does_not_offer_is_as_good_as_nothing()
    {
        using var reader = portal.Visitor();
        var form = await FormAsync(reader, null);
        var token = form.Value("__RequestVerificationToken");
        var saved = await reader.PostAsync("/display", [("__RequestVerificationToken", token), ("size", "1000"), ("tone", "<b>")]);
        Assert.Equal((302, "/"), (saved.Status, saved.Location));
        Assert.False((await reader.GetAsync("/")).Document.DocumentElement.HasAttribute("class"));
        // Without the form's token nothing is set.
        using var other = portal.Visitor();
        Assert.Equal(400, (await other.PostAsync("/display", [("size", "25")])).Status);
    }

    [Fact]
    public void There_are_thirty_six_ways_and_each_is_read_as_it_was_written()
    {
        var all = from size in Enum.GetValues<TextSize>() from tone in Enum.GetValues<Tone>() from contrast in (bool[])[false, true] from saves in (bool[])[false, true] select new Display(size, tone, contrast, saves);
        Assert.Equal(36, all.Select(d => d.Code).Distinct().Count());
        Assert.All(all, d => Assert.Equal(d, Display.Parse(d.Code)));
    }

    [Fact]
    public async Task Who_saves_data_gets_words_in_place_of_every_picture()
    {
        using var reader = portal.Visitor();
        var pictures = (await reader.GetAsync(Lesson)).Document.QuerySelectorAll("main img").Select(i => (Source: i.GetAttribute("src")!, Words: i.GetAttribute("alt")!)).ToList();
        Assert.NotEmpty(pictures);
        reader.Cookies.Add(portal.Address, new Cookie(Display.Cookie, "18-device-plain-saver"));
        var page = await reader.GetAsync(Lesson);
        Assert.Empty(page.Document.QuerySelectorAll("img"));
        foreach (var (source, words) in pictures)
        {
            var size = (await reader.GetAsync(source)).Body.Length;
            Assert.Contains(page.Links(), l => l.Href == source && l.Words == $"แตะเพื่อดูรูป: {words} ({Math.Max(1, (size + 512) / 1024)} KB)");
        }

        foreach (var path in (string[])["/", "/nothing", "/search?q=zzz"])
        {
            Assert.Empty((await reader.GetAsync(path)).Document.QuerySelectorAll("img, .cross-section"));
        }
    }

    [Theory]
    [InlineData("<p>ก<img src=\"/media/lime-in-ring/ring.svg\" alt=\"&lt;b&gt; &quot;วง&quot;\">ข</p>", "<p>ก<a class=\"picture-link\" href=\"/media/lime-in-ring/ring.svg\">แตะเพื่อดูรูป: &lt;b&gt; &quot;วง&quot; (")]
    [InlineData("<img src=\"/media/../portal.db\" alt=\"x\">", "<a class=\"picture-link\" href=\"/media/../portal.db\">แตะเพื่อดูรูป: x</a>")]
    [InlineData("<img alt=\"x\">", "")]
    [InlineData("<p>&lt;img src=x&gt;</p>", "<p>&lt;img src=x&gt;</p>")]
    public async Task A_picture_within_a_text_becomes_words_too(string html, string expected)
    {
        var pictures = (TagHelpers.SavedPictures)portal.Services.GetService(typeof(TagHelpers.SavedPictures))!;
        Assert.StartsWith(expected, await pictures.WithoutPicturesAsync(html), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", await pictures.WithoutPicturesAsync(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Studio_follows()
    {
        using var member = await portal.MemberAsync("อรุณี");
        var form = await FormAsync(member, portal.Address + "studio/entries");
        var saved = await member.PressAsync(form, "ใช้แบบนี้", ("size", "21"), ("tone", "light"));
        Assert.Equal("/studio/entries", saved.Path);
        Assert.Equal("text-21 light", saved.Document.DocumentElement.ClassName);
    }

    [Fact]
    public async Task Every_page_links_to_the_form_and_no_kept_page_holds_it()
    {
        foreach (var (path, page) in await portal.SiteAsync())
        {
            Assert.True(page.Links().Any(l => l.Href == "/display" && l.Words.Contains("แสดงผล", StringComparison.Ordinal)), path);
        }

        using var reader = portal.Visitor();
        Assert.Contains("no-store", (await reader.GetAsync("/display")).Header("Cache-Control"), StringComparison.Ordinal);
    }

    private static Task<Answer> FormAsync(Visitor reader, string? referer) =>
        referer is null ? reader.OnceAsync("/display") : reader.OnceAsync("/display", ("Referer", referer));
}
