using KhokNongNa.Portal.Reading;
using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>Lessons on paper (feature V27), as Chromium prints them.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PrintTests(Browsers browsers)
{
    private const string Short = "/lessons/compost-heap-no-turn";

    [Theory]
    [InlineData("A4", 4, 8)]
    [InlineData("A5", 6, 11)]
    public async Task A_lesson_prints_with_all_that_a_reader_without_a_phone_needs(string format, int fewest, int most)
    {
        await using var window = await browsers.OpenAsync(Screen.Phone);
        var lesson = await LessonAsync();
        Assert.InRange(lesson.Content.Lesson!.Steps.Count, 6, 100);
        using var paper = await Paper.PrintAsync(await window.GoAsync(lesson.Url), format);

        Assert.InRange(paper.Pages.Count, fewest, most);
        foreach (var words in (string[])
        [
            lesson.Content.Title, "เล่าโดย" + lesson.Sages[0].Name, lesson.Sages[0].Place, "ทำจริงที่" + lesson.Centres[0].Name, "ข้อมูลสมมติ",
            "ที่มาและการนำไปใช้", lesson.Content.Sources[0].Title[..30], "CC BY", "ฉบับที่ " + lesson.Version, "14 ตุลาคม 2569", new Uri(browsers.Portal.Address, Short).Authority + Short,
        ])
        {
            Assert.True(paper.SheetOf(words) >= 0, $"«{words}» is not on the paper: {string.Join('\f', paper.Pages)}");
        }

        foreach (var words in (string[])["ข้ามไปเนื้อหา", "ค้นหา", "ในหน้านี้", "อ่านต่อ", "หน้าแรก", "ไปดูของจริง", "วิธีใช้", "LINE", "ปรับการแสดงผล"])
        {
            Assert.True(paper.SheetOf(words) < 0, $"«{words}» is on the paper.");
        }

        // A step begins and ends on one sheet.
        foreach (var step in lesson.Content.Lesson.Steps)
        {
            var sheet = paper.SheetOf(step.Title);
            Assert.True(sheet >= 0 && paper.Pages[sheet].Contains(Paper.Tight(step.Text), StringComparison.Ordinal), $"«{step.Title}» is cut in two.");
        }

        Assert.Equal([new Uri(browsers.Portal.Address, Short).ToString()], await paper.CodesAsync());
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Letters_on_paper_are_large()
    {
        await using var window = await browsers.OpenAsync(new Screen(680, 900));
        var page = await window.GoAsync((await LessonAsync()).Url);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.InRange(await PointsAsync(page), 14, 20);
        await page.SetViewportSizeAsync(450, 600);
        Assert.InRange(await PointsAsync(page), 12, 14);
    }

    [Fact]
    public async Task A_dark_screen_does_not_print_dark()
    {
        await using var window = await browsers.OpenAsync(Screen.Desk);
        var page = await window.GoAsync((await LessonAsync()).Url);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, Contrast = Contrast.More });
        using var dark = await Paper.PrintAsync(page, "A4", background: true);
        Assert.InRange(await dark.InkAsync(), 0.01, 0.2);
    }

    [Theory]
    [InlineData("/articles/", true)]
    [InlineData("/sages/", true)]
    [InlineData("/centres/", true)]
    [InlineData("/topics/", false)]
    [InlineData("/pages/", true)]
    public async Task Other_pages_print_without_the_ways_through_the_site(string start, bool hasCode)
    {
        await using var window = await browsers.OpenAsync(Screen.Phone);
        var path = (await browsers.Portal.SiteAsync()).Keys.First(p => p.StartsWith(start, StringComparison.Ordinal));
        var page = await window.GoAsync(path);
        var heading = await page.Locator("h1").InnerTextAsync();
        using var paper = await Paper.PrintAsync(page, "A5");
        Assert.Equal(0, paper.SheetOf(heading));
        Assert.True(paper.SheetOf("ข้ามไปเนื้อหา") < 0 && paper.SheetOf("หน้าแรก") < 0);
        var code = Assert.Single([.. await paper.CodesAsync(), .. hasCode ? Array.Empty<string>() : [""]]);
        if (hasCode)
        {
            await page.GotoAsync(code);
            Assert.Equal(new Uri(browsers.Portal.Address, path).AbsolutePath, new Uri(page.Url).AbsolutePath);
        }
    }

    private static Task<double> PointsAsync(IPage page) => page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.querySelector('.steps p')).fontSize) * .75");

    private Task<EntryView> LessonAsync() => browsers.Portal.AskAsync(async db =>
        (await db.EntryAsync(Portal.Knowledge.EntryType.Lesson, (await db.MovedToAsync(Portal.Knowledge.EntryType.Lesson, Short[9..], default))![9..], default))!);
}
