using System.Globalization;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Reading;

/// <summary>The directory of sages by plain links (V21).</summary>
[Collection(ReadersPortal.Name)]
public sealed class SagesPageTests(Support.Portal portal)
{
    [Theory]
    [InlineData("/sages")]
    [InlineData("/sages?topic=soil")]
    [InlineData("/sages?area=3104")]
    [InlineData("/sages?can=lead&language=khmer")]
    [InlineData("/sages?topic=water&language=isan&near=310427")]
    public async Task Each_choice_leads_to_as_many_as_stands_beside_it(string path)
    {
        using var visitor = portal.Visitor();
        var page = await visitor.OnceAsync(path);
        var choices = page.Document.QuerySelectorAll(".facets li > a:first-child").Where(a => a.GetAttribute("aria-current") is null).ToList();
        Assert.True(choices.Count > 5, $"Only {choices.Count} choices.");
        foreach (var choice in choices)
        {
            var led = await visitor.OnceAsync(choice.GetAttribute("href")!);
            Assert.Equal(Number(choice.QuerySelector(".count")!.TextContent), Total(led));
        }
    }

    [Fact]
    public async Task Everybody_who_agreed_stands_on_some_page_once()
    {
        using var visitor = portal.Visitor();
        List<string> seen = [];
        var page = await visitor.OnceAsync("/sages");
        while (true)
        {
            seen.AddRange(page.Document.QuerySelectorAll(".sage .entry-title").Select(a => a.GetAttribute("href")!));
            if (page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href") is not { } next)
            {
                break;
            }

            page = await visitor.OnceAsync(next);
        }

        var all = await portal.AskAsync(db => db.PublicSages().OrderBy(s => s.IsDeceased).ThenBy(s => s.SortKey).Select(s => "/sages/" + s.Code).ToListAsync());
        Assert.Equal(all, seen);
        Assert.Contains("รำลึก", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_narrowed_list_is_made_anew_and_not_for_search_engines()
    {
        using var visitor = portal.Visitor();
        for (var i = 0; i < 2; i++)
        {
            var page = await visitor.OnceAsync("/sages?topic=soil");
            Assert.Null(page.Header("Age"));
            Assert.Contains("noindex", page.Html, StringComparison.Ordinal);
            Assert.Equal(portal.Address + "sages", page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        }

        await visitor.OnceAsync("/sages");
        Assert.NotNull((await visitor.OnceAsync("/sages")).Header("Age"));
    }

    [Fact]
    public async Task What_the_portal_does_not_know_is_passed_over()
    {
        using var visitor = portal.Visitor();
        var everybody = await visitor.OnceAsync("/sages");
        var odd = await visitor.OnceAsync("/sages?topic=%27--&area=99&can=fly&language=x&page=abc");
        Assert.Equal((200, Total(everybody)), (odd.Status, Total(odd)));
        Assert.Empty(odd.Document.QuerySelectorAll(".chosen a"));
    }

    [Fact]
    public async Task Choosing_a_place_keeps_what_was_chosen()
    {
        using var visitor = portal.Visitor();
        var page = await visitor.ClickAsync(await visitor.GetAsync("/sages?topic=soil&can=teach"), "ใกล้ฉัน เลือกตำบลของท่าน");
        var tambons = await visitor.ClickAsync(await visitor.ClickAsync(page, "จ.บุรีรัมย์"), "อ.นางรอง");
        var near = await visitor.ClickAsync(tambons, "ต.หนองโสน");
        Assert.Equal("/sages?topic=soil&can=teach&near=310427", near.Path);
        Assert.StartsWith("นายบุญมี", near.Document.QuerySelector(".sage .entry-title")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("ในตำบลนี้", near.Document.QuerySelector("h3.near-title")!.TextContent);
    }

    [Fact]
    public async Task Who_can_be_asked_is_found_by_what_and_in_which_language()
    {
        using var visitor = portal.Visitor();
        var found = await visitor.GetAsync("/api/search?size=3&q=" + Uri.EscapeDataString("ครูพาทำ เขมร ดิน"));
        var khmer = await portal.AskAsync(async db => (await db.PublicSages().ToListAsync()).Where(s => s.Profile.Languages.Contains(Language.Khmer)).Select(s => s.Key).ToList());
        Assert.NotEmpty(khmer);
        Assert.Contains(found.Json.GetProperty("results")[0].GetProperty("id").GetString(), khmer);
    }

    [Fact]
    public async Task A_page_of_remembrance_invites_nobody()
    {
        using var visitor = portal.Visitor();
        var code = await portal.AskAsync(db => db.PublicSages().Where(s => s.IsDeceased).OrderBy(s => s.Code).Select(s => s.Code).FirstAsync());
        var page = await visitor.GetAsync($"/sages/{code}");
        Assert.Contains("รำลึก", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("อยากไปเรียนด้วย", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("ติดต่อผ่าน", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Links(), l => l.Href.StartsWith("tel:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_number_the_page_says_what_to_do_instead()
    {
        using var visitor = portal.Visitor();
        Assert.Contains("สำนักงานพัฒนาชุมชนอำเภอนางรอง", (await visitor.GetAsync("/sages/m7kq4")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_of_a_base_leads_to_its_centre_leader_lessons_and_shared_base_and_they_lead_back()
    {
        using var visitor = portal.Visitor();
        var site = await portal.SiteAsync();
        var scripts = site.Where(p => p.Key.StartsWith("/centres/", StringComparison.Ordinal) && p.Key.Contains("/bases/", StringComparison.Ordinal)).ToList();
        Assert.True(scripts.Count >= 6, $"Only {scripts.Count} scripts.");
        foreach (var (path, page) in scripts)
        {
            Assert.True(page.Document.QuerySelectorAll("ol.steps > li").Length >= 4, path);
            Assert.Contains("สำหรับ", page.Document.QuerySelector("#materials")!.TextContent, StringComparison.Ordinal);
            foreach (var start in (string[])["/centres/", "/sages/", "/bases/", "/lessons/"])
            {
                Assert.Contains(page.Document.QuerySelectorAll("main a[href]"), a => a.GetAttribute("href")!.StartsWith(start, StringComparison.Ordinal));
            }

            var sharedBase = page.Links().First(l => l.Href.StartsWith("/bases/", StringComparison.Ordinal)).Href;
            foreach (var back in (string[])[path[..path.IndexOf("/bases/", StringComparison.Ordinal)], sharedBase])
            {
                Assert.Contains(site[back].Links(), l => l.Href == path);
            }
        }

        Assert.Equal(404, (await visitor.GetAsync(scripts[0].Key[..^1] + "99")).Status);
        var old = await visitor.OnceAsync("/centres/centre-nong-sano/bases/1");
        Assert.Equal(301, old.Status);
        Assert.Equal(200, (await visitor.GetAsync(old.Location!)).Status);
    }

    private static int Total(Answer page) => page.Document.QuerySelector("h2.found") is { } found ? Number(found.TextContent) : 0;

    private static int Number(string text) => int.Parse(new string([.. text.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);
}
