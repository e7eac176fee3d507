using System.Globalization;
using System.Text.RegularExpressions;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Searching;

[Collection(ReadersPortal.Name)]
public sealed partial class SearchPageTests(Support.Portal portal)
{
    [Fact]
    public async Task The_first_page_has_a_search_box_and_examples_that_all_find_something()
    {
        using var visitor = portal.Visitor();
        var home = await visitor.GetAsync("/");
        var found = await visitor.PressAsync(home, "ค้นหา", ("q", "ห่มดิน"));
        Assert.True(Total(found) > 0);
        Assert.Equal("ห่มดิน", found.Value("q"));
        Assert.EndsWith("/search", found.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        var examples = home.Links().Concat((await visitor.GetAsync("/search")).Links()).Where(l => l.Href.StartsWith("/search?q=", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(examples.Count >= 5);
        foreach (var (words, href) in examples)
        {
            Assert.True(Total(await visitor.GetAsync(href)) > 0, words);
        }
    }

    [Fact]
    public async Task Results_show_type_place_and_the_words_that_matched()
    {
        var page = await SearchAsync("ปุ๋ยหมัก");
        var hits = page.Document.QuerySelectorAll(".hits > li");
        Assert.Equal(Math.Min(10, Total(page)), hits.Length);
        Assert.All(hits, h => Assert.Matches("บทเรียน|บทความ|ปราชญ์|ศูนย์เรียนรู้|หัวข้อ|ฐาน|หน้าเว็บ", h.TextContent));
        var marks = page.Document.QuerySelectorAll("main mark").Select(m => m.TextContent).ToList();
        Assert.Contains("ปุ๋ยหมัก", marks);
        // A mark never begins or ends inside a cluster.
        Assert.All(marks, m => Assert.DoesNotMatch(@"^[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]", m));
        Assert.Contains("อ.", page.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ดิน")]
    [InlineData("น้ำหมัก")]
    [InlineData("ปุ๋ย")]
    public async Task Every_number_at_a_filter_is_what_following_it_finds(string question)
    {
        using var visitor = portal.Visitor();
        var page = await SearchAsync(question);
        Assert.True(await CheckAsync(page) > 3);
        // And once more under a filter of each kind.
        foreach (var kind in (string[])["type=", "topic=", "district=", "base=", "difficulty=", "cost=", "season=", "soil=", "part=", "media="])
        {
            var choice = Choices(page).Where(c => c.Href.Contains("&" + kind, StringComparison.Ordinal)).Take(1).ToList();
            Assert.NotEmpty(choice);
            foreach (var (_, href, _, _) in choice)
            {
                await CheckAsync(await visitor.GetAsync(href));
            }
        }

        async Task<int> CheckAsync(Answer from)
        {
            var choices = Choices(from).ToList();
            foreach (var (title, href, count, isChosen) in choices)
            {
                var to = await visitor.GetAsync(href);
                if (isChosen)
                {
                    Assert.Equal(Total(from), count);
                    Assert.True(Total(to) >= count);
                }
                else
                {
                    Assert.True(Total(to) == count, $"{from.Path}: {title} says {count}, finds {Total(to)}");
                }
            }

            foreach (var also in from.Document.QuerySelectorAll(".facets a.also").Take(3))
            {
                var count = int.Parse(Number().Match(also.GetAttribute("aria-label")!).Groups[1].Value, CultureInfo.InvariantCulture);
                Assert.Equal(count, Total(await visitor.GetAsync(also.GetAttribute("href")!)));
            }

            return choices.Count;
        }
    }

    [Fact]
    public async Task Filters_add_up_stay_in_the_address_and_can_be_taken_back()
    {
        using var visitor = portal.Visitor();
        var all = await SearchAsync("ดิน");
        var lessons = await visitor.GetAsync(Choices(all).First(c => c.Title == "บทเรียน").Href);
        Assert.All(lessons.Document.QuerySelectorAll(".hits .kind"), k => Assert.Equal("บทเรียน", k.TextContent.Trim()));
        var inOne = await visitor.GetAsync(Choices(lessons).First(c => c.Href.Contains("district=", StringComparison.Ordinal)).Href);
        Assert.Contains("type=lesson", inOne.Path, StringComparison.Ordinal);
        Assert.InRange(Total(inOne), 1, Total(lessons));
        var back = await visitor.GetAsync(Choices(inOne).First(c => c.Title == "บทเรียน").Href);
        Assert.DoesNotContain("type=", back.Path, StringComparison.Ordinal);
        Assert.Contains("district=", back.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_go_to_the_end_and_show_everything_once()
    {
        using var visitor = portal.Visitor();
        var page = await SearchAsync("ดิน");
        var total = Total(page);
        Assert.True(total > 20);
        var seen = new List<string>();
        while (true)
        {
            seen.AddRange(page.Document.QuerySelectorAll(".hits a").Select(a => a.GetAttribute("href")!));
            if (page.Document.QuerySelector("a[rel=next]") is not { } next)
            {
                break;
            }

            Assert.Equal(total, Total(page));
            page = await visitor.GetAsync(next.GetAttribute("href")!);
        }

        Assert.Equal(total, seen.Count);
        Assert.Equal(total, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_page_beyond_the_end_shows_the_last_one()
    {
        var last = await SearchAsync("ดิน", "&page=9999");
        Assert.NotEmpty(last.Document.QuerySelectorAll(".hits a"));
        Assert.Null(last.Document.QuerySelector("a[rel=next]"));
        Assert.Matches(@"หน้า (\d+) จาก \1", last.Main);
    }

    [Fact]
    public async Task Finding_nothing_still_helps()
    {
        var page = await SearchAsync("เครื่องบินเจ็ต");
        if (Total(page) > 0)
        {
            page = await SearchAsync("ฏฎฐฑฒณฬฆฌ");
        }

        Assert.Contains("ไม่พบ", page.Main, StringComparison.Ordinal);
        Assert.True(page.Links().Count(l => l.Href.StartsWith("/topics/", StringComparison.Ordinal)) > 10);
        Assert.NotNull(page.Document.QuerySelector("main form[role=search]"));
    }

    [Fact]
    public async Task Words_near_to_one_that_is_not_there_are_offered_and_find_something()
    {
        using var visitor = portal.Visitor();
        var offered = 0;
        foreach (var typed in (string[])["ไผ", "ไผา", "ฟาม", "nbk"])
        {
            var page = await SearchAsync(typed);
            foreach (var word in page.Document.QuerySelectorAll("section.empty a[href^='/search?q=']").Select(a => a.GetAttribute("href")!))
            {
                Assert.True(Total(await visitor.GetAsync(word)) > 0, word);
                offered++;
            }
        }

        Assert.True(offered > 0);
    }

    [Theory]
    [InlineData("q=")]
    [InlineData("q=%20")]
    [InlineData("q=%00%01%07%1b%7f")]
    [InlineData("q=%FF%FE%E0%B8")]
    [InlineData("q=%E0%B8%94%E0%B8")]
    [InlineData("q=%E0%B8%94%E0%B8%B4%E0%B8%99&page=-1")]
    [InlineData("q=%E0%B8%94%E0%B8%B4%E0%B8%99&page=abc")]
    [InlineData("q=%E0%B8%94%E0%B8%B4%E0%B8%99&page=%E0%B9%92")]
    [InlineData("q=%E0%B8%94%E0%B8%B4%E0%B8%99&type=nothing&topic=nothing&district=99")]
    [InlineData("q=x&q=y&page=1&page=2")]
    [InlineData("q=%22%27*%3F%5B%5D%7B%7D%28%29%3A%5C%2F%5E~+AND+OR+NOT")]
    [InlineData("type=lesson")]
    [InlineData("district=3104&topic=soil")]
    [InlineData("q=x&sort=nothing&near=nothing&soil=%00&part=%F0%9F%8C%BE&cost=-1&season=&base=%22")]
    [InlineData("q=%E0%B8%94%E0%B8%B4%E0%B8%99&sort=near")]
    [InlineData("q=%E0%B8%94%E0%B8%B4%E0%B8%99&sort=near&near=999999&near=31")]
    [InlineData("type=lesson&type=sage&type=lesson&type=nothing&sort=new&sort=near")]
    public async Task Nothing_that_is_asked_can_break_it(string query)
    {
        using var visitor = portal.Visitor();
        var page = await visitor.GetAsync("/search?" + query);
        Assert.Equal((200, "ค้นหา"), (page.Status, page.Heading));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("ดิน<b onmouseover='x'>")]
    public async Task What_was_typed_is_shown_as_text(string typed)
    {
        var page = await SearchAsync(typed);
        Assert.Equal(typed, page.Value("q"));
        Assert.Empty(page.Document.QuerySelectorAll("script:not([src^='/search.']), main img, [onerror], [onmouseover]"));
    }

    [Theory]
    [InlineData(201)]
    [InlineData(10_000)]
    public async Task A_question_that_is_too_long_is_cut_and_the_page_says_so(int length)
    {
        var page = await SearchAsync(new string('ก', length));
        Assert.Equal(200, page.Status);
        Assert.Contains("คำค้นยาวเกินไป", page.Main, StringComparison.Ordinal);
        Assert.Equal(200, page.Value("q").Length);
        Assert.DoesNotContain("คำค้นยาวเกินไป", (await SearchAsync(new string('ก', 200))).Main, StringComparison.Ordinal);
    }

    private async Task<Answer> SearchAsync(string question, string more = "")
    {
        using var visitor = portal.Visitor();
        return await visitor.GetAsync("/search?q=" + Uri.EscapeDataString(question) + more);
    }

    private static int Total(Answer page) =>
        Found().Match(page.Main) is { Success: true } match ? int.Parse(match.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) : 0;

    private static IEnumerable<(string Title, string Href, int Count, bool IsChosen)> Choices(Answer page) =>
        from link in page.Document.QuerySelectorAll(".facets li a:not(.also)")
        let count = link.QuerySelector(".count")!.TextContent
        select (Answer.Squeeze(link.TextContent.Replace(count, "", StringComparison.Ordinal)), link.GetAttribute("href")!, int.Parse(count, CultureInfo.InvariantCulture), link.HasAttribute("aria-current"));

    [GeneratedRegex(@"เป็น (\d+) รายการ")]
    private static partial Regex Number();

    [GeneratedRegex(@"พบ ([\d,]+) รายการ")]
    private static partial Regex Found();
}
