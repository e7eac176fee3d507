using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Reading;

/// <summary>What stands on the pages.</summary>
[Collection(ReadersPortal.Name)]
public sealed partial class WordTests(Support.Portal portal)
{
    // Licences, units and names that Thai texts write in Latin letters.
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "CC", "BY", "NC", "CLM", "HLM", "EM", "pH", "SLS", "SLES", "WCAG", "AA", "IMO", "PGS", "axe", "Tab", "display", "form" };

    [Fact]
    public async Task No_English_leaks_onto_a_page()
    {
        var leaks = from page in await portal.SiteAsync()
                    from text in Seen(page.Value)
                    from word in Latin().Matches(text)
                    where !Known.Contains(word.Value)
                    group page.Key by word.Value into pages
                    select $"{pages.Key}: {pages.First()}";
        Assert.Empty(leaks);
    }

    [Fact]
    public async Task Dates_are_written_in_the_Buddhist_era()
    {
        var site = await portal.SiteAsync();
        var others = from page in site
                     from text in Seen(page.Value)
                     from year in OtherYear().Matches(text)
                     select $"{page.Key}: {year.Value} in «{text}»";
        Assert.Empty(others);

        foreach (var (path, page) in site.Where(p => p.Key.StartsWith("/lessons/", StringComparison.Ordinal)))
        {
            Assert.Matches(@"เผยแพร่ \d{1,2} [ก-๙]+ 25\d\d", page.Main);
            Assert.Matches(@"ฉบับที่ \d+", page.Main);
        }
    }

    [Fact]
    public async Task Lessons_and_articles_name_their_sources_or_say_that_there_are_none()
    {
        var texts = (await portal.SiteAsync()).Where(p => p.Key.StartsWith("/lessons/", StringComparison.Ordinal) || p.Key.StartsWith("/articles/", StringComparison.Ordinal)).ToList();
        Assert.True(texts.Count >= 15);
        foreach (var (path, page) in texts)
        {
            var none = page.Main.Contains("ยังไม่ได้อ้างอิง", StringComparison.Ordinal);
            var some = page.Main.Contains("อ่านประกอบจาก", StringComparison.Ordinal);
            Assert.True(none != some, $"{path}: none {none}, some {some}");
            Assert.True(page.Main.Contains("CC BY", StringComparison.Ordinal) || page.Main.Contains("ชุมชน", StringComparison.Ordinal), $"{path}: no licence");
        }
    }

    [Fact]
    public async Task A_lesson_shows_all_that_its_file_says()
    {
        using var visitor = portal.Visitor();
        var results = await visitor.GetAsync("/search?q=" + Uri.EscapeDataString("ปุ๋ยหมักไม่กลับกอง") + "&type=lesson");
        var lesson = await visitor.GetAsync(results.Document.QuerySelector("main .hits a")!.GetAttribute("href")!);
        foreach (var heading in (string[])["ทำแล้วได้อะไร", "ของที่ต้องเตรียม", "ลงมือทำ", "ข้อควรระวัง", "เคล็ดลับ", "เคยพลาดเพราะ", "เหมาะกับ", "ไม่เหมาะกับ", "รู้ได้อย่างไรว่าได้ผล", "ปัญหาและวิธีแก้", "ที่มาและการนำไปใช้"])
        {
            Assert.Contains(lesson.Document.QuerySelectorAll("h2,h3"), h => h.TextContent.Contains(heading, StringComparison.Ordinal));
        }

        foreach (var fact in (string[])["ลงมือ", "รอผล", "ต้นทุน", "ความยาก", "ฤดู", "พื้นที่", "ดิน", "น้ำ", "ฐานเรียนรู้"])
        {
            Assert.Contains(lesson.Document.QuerySelectorAll("dl dt"), d => d.TextContent.Contains(fact, StringComparison.Ordinal));
        }

        Assert.NotEmpty(lesson.Document.QuerySelectorAll("ol > li img[alt]"));
        Assert.Contains("เล่าโดย", lesson.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_say_what_they_show_and_are_there()
    {
        using var visitor = portal.Visitor();
        var pictures = (await portal.SiteAsync()).SelectMany(p => p.Value.Document.QuerySelectorAll("img")).ToList();
        Assert.NotEmpty(pictures);
        Assert.All(pictures, p => Assert.True(p.HasAttribute("alt"), p.OuterHtml));
        foreach (var source in pictures.Select(p => p.GetAttribute("src")!).Distinct())
        {
            var file = await visitor.GetAsync(source);
            Assert.True(file.Status == 200 && file.Body.Length > 100, $"{source}: {file.Status}");
        }
    }

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Latin();

    // A year of the common era, or 543 added twice. Prices have a comma.
    [GeneratedRegex(@"(?<![\d,.-])(19|20|21|30|31)\d\d(?![\d,-])")]
    private static partial Regex OtherYear();

    // Text, and the attributes that are read out or shown; titles of sources and the address on paper stand as they are.
    // A letter of an office is shown as it was written, English words and all.
    private static IEnumerable<string> Seen(Answer page)
    {
        foreach (var text in page.Document.Body!.Descendants<IText>().Where(t => t.ParentElement?.Closest("script, style, a[rel~=external], [data-as-written], .paper-code") is null))
        {
            yield return text.Data;
        }

        foreach (var element in page.Document.All)
        {
            foreach (var name in (string[])["alt", "title", "aria-label", "placeholder"])
            {
                yield return element.GetAttribute(name) ?? "";
            }
        }

        yield return page.Document.Title ?? "";
        yield return page.Document.QuerySelector("meta[name=description]")?.GetAttribute("content") ?? "";
    }
}
