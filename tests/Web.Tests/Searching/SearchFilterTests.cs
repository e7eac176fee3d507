using System.Globalization;
using System.Text.RegularExpressions;
using KhokNongNa.Portal.Network;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Searching;

/// <summary>Filters, orders and what is said of the question on the search page.</summary>
[Collection(ReadersPortal.Name)]
public sealed partial class SearchFilterTests(Support.Portal portal)
{
    private const string Soil = "/search?q=%E0%B8%94%E0%B8%B4%E0%B8%99";

    [Theory]
    [InlineData("ชนิด", "บทเรียน")]
    [InlineData("หัวข้อ", "ดิน")]
    [InlineData("อำเภอ", "อ.นางรอง")]
    [InlineData("ความยาก", "ง่าย ทำครั้งแรกก็ได้")]
    [InlineData("ค่าใช้จ่าย", "ไม่เกิน 500 บาท")]
    [InlineData("ฤดู", "หน้าฝน")]
    [InlineData("ดิน", "ดินทราย")]
    [InlineData("ทำตรงไหน", "นา")]
    public async Task Each_kind_of_filter_has_its_words(string kind, string word)
    {
        var page = await GetAsync(Soil);
        var words = page.Document.QuerySelectorAll(".facet").Single(f => f.QuerySelector("h2")!.TextContent == kind)
            .QuerySelectorAll("li a span:first-of-type").Select(s => s.TextContent).ToList();
        Assert.Contains(word, words);
        Assert.Equal(words.Count, words.Distinct().Count());
    }

    [Fact]
    public async Task Several_values_of_one_kind_widen_and_each_can_be_taken_away()
    {
        var lessons = await GetAsync(Soil + "&type=lesson");
        var both = await GetAsync(lessons.Document.QuerySelectorAll(".facets a.also").First(a => a.GetAttribute("aria-label")!.StartsWith("รวมปราชญ์ด้วย", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Equal(Total(lessons) + Total(await GetAsync(Soil + "&type=sage")), Total(both));
        Assert.Equal(["บทเรียน", "ปราชญ์"], both.Document.QuerySelectorAll(".chosen a").Select(a => a.TextContent.Trim()));
        var back = await GetAsync(both.Document.QuerySelector(".chosen a")!.GetAttribute("href")!);
        Assert.Equal(Soil + "&type=sage", back.Path);
        Assert.Empty((await GetAsync(Soil)).Document.QuerySelectorAll(".chosen"));
    }

    [Fact]
    public async Task Below_a_chosen_topic_stand_its_own()
    {
        var page = await GetAsync(Soil + "&topic=soil");
        Assert.NotEmpty(page.Document.QuerySelectorAll(".facets li li a"));
        var below = await GetAsync(page.Document.QuerySelector(".facets li li a")!.GetAttribute("href")!);
        Assert.InRange(Total(below), 1, Total(page));
        Assert.NotNull(below.Document.QuerySelector(".facets li li a[aria-current]"));
        Assert.Empty((await GetAsync(Soil)).Document.QuerySelectorAll(".facets li li"));
    }

    [Fact]
    public async Task What_is_no_value_is_passed_over()
    {
        var all = Total(await GetAsync(Soil));
        var page = await GetAsync(Soil + "&type=nothing&topic=nothing&district=99&season=nothing&cost=5&page=");
        Assert.Equal(all, Total(page));
        Assert.Empty(page.Document.QuerySelectorAll(".chosen"));
        Assert.DoesNotContain("nothing", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newest_first_to_the_last_page()
    {
        var page = await GetAsync(Soil + "&type=article");
        page = await GetAsync(page.Document.QuerySelectorAll(".sorts a").Single(a => a.TextContent == "ใหม่สุด").GetAttribute("href")!);
        Assert.Equal(Soil + "&type=article&sort=new", page.Path);
        var total = Total(page);
        var urls = new List<string>();
        for (; ; page = await GetAsync(page.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!))
        {
            urls.AddRange(page.Document.QuerySelectorAll(".hits a").Select(a => Uri.UnescapeDataString(a.GetAttribute("href")!)));
            if (page.Document.QuerySelector("a[rel=next]") is null)
            {
                break;
            }

            Assert.Contains("sort=new", page.Document.QuerySelector("a[rel=next]")!.GetAttribute("href"), StringComparison.Ordinal);
        }

        var days = await portal.AskAsync(db => db.Entries.Where(e => e.Slug != null).ToDictionaryAsync(e => "/articles/" + e.Slug, e => e.PublishedAt));
        Assert.Equal(total, urls.Count);
        Assert.Equal(urls.Select(u => days[u]).OrderDescending(), urls.Select(u => days[u]));
    }

    [Fact]
    public async Task Nearest_first_after_choosing_a_place_and_coming_back()
    {
        var page = await GetAsync(Soil + "&type=sage");
        var choose = await GetAsync(page.Document.QuerySelectorAll(".sorts a").Single(a => a.TextContent.Trim() == "ใกล้ฉัน").GetAttribute("href")!);
        choose = await GetAsync(choose.Links().First(l => l.Words == "จ.บุรีรัมย์").Href);
        choose = await GetAsync(choose.Links().First(l => l.Words == "อ.นางรอง").Href);
        var near = await GetAsync(choose.Links().First(l => l.Words == "ต.หนองโสน").Href);
        Assert.Equal(Soil + "&type=sage&sort=near&near=310427", near.Path);
        Assert.Contains("ต.หนองโสน อ.นางรอง", near.Document.QuerySelector(".sorts")!.TextContent, StringComparison.Ordinal);

        var urls = new List<string>();
        for (; ; near = await GetAsync(near.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!))
        {
            urls.AddRange(near.Document.QuerySelectorAll(".hits a").Select(a => a.GetAttribute("href")!));
            if (near.Document.QuerySelector("a[rel=next]") is null)
            {
                break;
            }
        }

        var (areas, around) = await portal.AskAsync(async db => (
            await db.Sages.ToDictionaryAsync(s => "/sages/" + s.Code, s => s.AreaCode),
            (await db.NeighbourhoodAsync("310427", TestContext.Current.CancellationToken))!));
        var distances = urls.ConvertAll(u => around.Of(areas[u]));
        Assert.Equal(Total(page), urls.Count);
        Assert.Equal(distances.Order(), distances);
        Assert.Equal(Nearness.Here, distances[0]);
        Assert.True(distances.Distinct().Count() > 2);
    }

    [Theory]
    [InlineData("https://evil.example/search?q=x")]
    [InlineData("//evil.example/search?")]
    [InlineData("/search@evil.example")]
    [InlineData("/search/../studio?")]
    [InlineData("javascript:alert(1)")]
    public async Task Choosing_a_place_leads_nowhere_else(string back)
    {
        var page = await GetAsync("/near?in=3104&back=" + Uri.EscapeDataString(back));
        var place = page.Links().First(l => l.Href.Contains("near=3104", StringComparison.Ordinal)).Href;
        Assert.Matches("^/[?]near=3104", place);
        Assert.DoesNotContain("evil", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_comes_back_as_it_was_whatever_it_held()
    {
        var page = await GetAsync("/near?in=3104&back=" + Uri.EscapeDataString("/search?q=" + Uri.EscapeDataString("\"><b>&x=1#") + "&near=99&page=3&sort=near"));
        var back = page.Links().First(l => l.Href.Contains("near=310427", StringComparison.Ordinal)).Href;
        Assert.Equal("/search?q=" + Uri.EscapeDataString("\"><b>&x=1#") + "&sort=near&near=310427", back, ignoreCase: true);
    }

    [Fact]
    public async Task The_title_says_question_and_page()
    {
        Assert.StartsWith("ค้นหา «ดิน» ·", (await GetAsync(Soil)).Document.Title, StringComparison.Ordinal);
        Assert.StartsWith("ค้นหา «ดิน» หน้า 2 ·", (await GetAsync(Soil + "&page=2")).Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_how_the_question_was_read()
    {
        Assert.Contains("ค้นหา: น้ํา → น้ำ", Answer.Squeeze((await SearchAsync("น้ํา")).Main), StringComparison.Ordinal);
        Assert.Contains("ค้นด้วยคำพ้อง บักพร้าว = มะพร้าว", (await SearchAsync("บักพร้าว")).Main, StringComparison.Ordinal);
        var typo = await SearchAsync("คลองไส้ไก");
        Assert.True(Total(typo) > 0);
        var meant = typo.Document.QuerySelector(".understood a")!;
        Assert.Equal("คลองไส้ไก่", meant.TextContent);
        var right = await GetAsync(meant.GetAttribute("href")!);
        Assert.True(Total(right) > 0);
        Assert.Null(right.Document.QuerySelector(".understood"));
    }

    [Fact]
    public async Task Nothing_found_leads_to_words_topics_and_people_who_know()
    {
        var page = await SearchAsync("ไผา");
        Assert.Equal(0, Total(page));
        var ways = page.Document.QuerySelector("section.empty")!;
        Assert.NotEmpty(ways.QuerySelectorAll("a[href^='/search?q=']"));
        Assert.NotEmpty(ways.QuerySelectorAll("a[href^='/topics/']"));
        var people = page.Document.QuerySelectorAll("section[aria-labelledby=ask] a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Contains(people, p => p.StartsWith("/sages/", StringComparison.Ordinal));
        foreach (var link in people.Concat(ways.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!)))
        {
            Assert.Equal(200, (await GetAsync(link)).Status);
        }
    }

    [Fact]
    public async Task Nothing_under_a_filter_says_how_much_there_is_without()
    {
        var all = await SearchAsync("ปลาดุก");
        var none = await GetAsync(all.Path + "&type=page&soil=acid");
        Assert.Equal(0, Total(none));
        var wider = none.Document.QuerySelector("section.empty a")!;
        Assert.Contains($"พบ {Total(all)} รายการ", wider.TextContent, StringComparison.Ordinal);
        Assert.Equal(all.Path, wider.GetAttribute("href"));
        Assert.Equal(2, none.Document.QuerySelectorAll(".chosen a").Length);
    }

    private Task<Answer> SearchAsync(string question) => GetAsync("/search?q=" + Uri.EscapeDataString(question));

    private async Task<Answer> GetAsync(string path)
    {
        using var visitor = portal.Visitor();
        return await visitor.GetAsync(path);
    }

    private static int Total(Answer page) =>
        Found().Match(page.Document.QuerySelector(".found")?.TextContent ?? "") is { Success: true } match ? int.Parse(match.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"พบ ([\d,]+) รายการ")]
    private static partial Regex Found();
}
