using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>What people write and paste: markup, links, very long texts, very many rows.</summary>
[Collection(WritersPortal.Name)]
public sealed class BodyTests(Support.Portal portal)
{
    private const string Hostile = """
        <script>alert(1)</script><b onclick="x()">หนา</b><style>body{display:none}</style><iframe src="https://evil.example"></iframe>

        [คลิก](javascript:alert(1)) [ข้อมูล](data:text/html,x) [วีบี](vbscript:x) [ซ่อน](JaVaScRiPt&#58;alert(1)) <javascript:alert(1)>

        ![รูป](https://evil.example/pixel.png) ![ดี](/media/lime-in-ring/ring.svg) ![ราก](//evil.example/x.png)

        [เว็บ](https://example.org/x) [โทร](tel:044123456) [ในพอร์ทัล](/lessons)

        <div><div><div><p style="position:fixed">ซ้อน</p></div></div></div>
        """;

    [Fact]
    public async Task Markup_and_script_in_a_body_are_text_on_the_page()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var entry = await writer.DraftAsync("เรื่องที่วางโค้ดมา", ("Form.Body", Hostile), ("Form.Tips", Hostile), ("Form.Summary", "<b onmouseover=x>สรุป</b>"));
        foreach (var page in (Answer[])
        [
            await writer.ClickAsync(entry, "อ่านฉบับล่าสุด"),
            await writer.PressAsync(await writer.GetAsync(entry.Path + "/edit"), "ดูทั้งหน้า"),
        ])
        {
            Security.MarkupTests.AssertClean(page);
            var main = page.Document.QuerySelector("main")!;
            Assert.Empty(main.QuerySelectorAll("iframe, script, style"));
            Assert.Contains("<script>alert(1)</script>", main.TextContent, StringComparison.Ordinal);
            Assert.All(main.QuerySelectorAll("a[href]"), a => Assert.Matches("^(/|#|https?:|tel:|mailto:)", a.GetAttribute("href")!));
            Assert.All(main.QuerySelectorAll("img[src]"), i => Assert.StartsWith("/media/", i.GetAttribute("src"), StringComparison.Ordinal));
            Assert.Contains(page.Links(), l => l == ("เว็บ", "https://example.org/x"));
            Assert.Contains(page.Links(), l => l == ("โทร", "tel:044123456"));
            Assert.Contains(main.QuerySelectorAll("img"), i => i.GetAttribute("alt") == "ดี");
        }
    }

    [Fact]
    public async Task Two_hundred_thousand_letters_are_saved_and_one_more_is_refused_in_words()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var line = string.Concat(Enumerable.Repeat("ดินดีน้ำดี ", 9)) + "\r\n\r\n";
        var body = string.Concat(Enumerable.Repeat(line, 210_000 / line.Length))[..200_000].TrimEnd();
        body += new string('ก', 199_000 - body.ReplaceLineEndings("\n").Length);
        var saved = await writer.DraftAsync("เรื่องยาวมาก", ("Form.Body", body));
        Assert.Equal(199_000, (await writer.GetAsync(saved.Path + "/edit")).Value("Form.Body").Length);
        Assert.Equal(200, (await writer.GetAsync(saved.Path + "/revisions/1")).Status);

        var tooLong = body + new string('ข', 1_001);
        var refused = await writer.PressAsync(await writer.GetAsync(Lesson.New), "บันทึกร่าง", Lesson.Fields("เรื่องยาวเกิน", ("Form.Body", tooLong)));
        Assert.Contains("เนื้อความยาวเกินไป ใช้ได้ไม่เกิน 200,000 ตัวอักษร (ตอนนี้ 200,001)", refused.Main, StringComparison.Ordinal);
        Assert.Equal(tooLong.ReplaceLineEndings("\n").Length, refused.Value("Form.Body").Length);
    }

    [Fact]
    public async Task Sixty_items_are_saved_and_more_are_refused_in_words()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var form = await writer.GetAsync(Lesson.New);
        var saved = await SendAsync(60);
        Assert.Contains("บันทึกร่างแล้ว", saved.Main, StringComparison.Ordinal);
        Assert.Equal("ขั้น 59", (await writer.GetAsync(saved.Path + "/edit")).Value("Form.Steps[59].Title"));

        var refused = await SendAsync(61);
        foreach (var message in (string[])["ขั้นตอน มีได้ไม่เกิน 60 ข้อ (ตอนนี้ 61)", "วัสดุ มีได้ไม่เกิน 60 ข้อ", "เคล็ดลับ มีได้ไม่เกิน 60 ข้อ", "ปัญหาและวิธีแก้ มีได้ไม่เกิน 60 ข้อ", "แหล่งอ้างอิง มีได้ไม่เกิน 60 ข้อ"])
        {
            Assert.Contains(message, refused.Main, StringComparison.Ordinal);
        }

        Assert.Equal("ขั้น 60", refused.Value("Form.Steps[60].Title"));
        Assert.Equal("ของ 60", refused.Value("Form.Materials[60].Name"));

        Task<Answer> SendAsync(int count) => FollowedAsync(writer, [
            ("__RequestVerificationToken", form.Value("__RequestVerificationToken")), ("act", "save"), ("Form.Title", "เรื่องหลายข้อ"), ("Form.AreaCode", "3104"),
            ("Form.Tips", string.Join("\r\n", Enumerable.Range(0, count).Select(i => $"ข้อ {i}"))),
            .. Enumerable.Range(0, count).SelectMany(i => new[]
            {
                ($"Form.Steps[{i}].Title", $"ขั้น {i}"), ($"Form.Materials[{i}].Name", $"ของ {i}"), ($"Form.Problems[{i}].Trouble", $"ปัญหา {i}"), ($"Form.Problems[{i}].Fix", "แก้"), ($"Form.Sources[{i}].Title", $"ที่มา {i}"),
            }),
        ]);
    }

    [Theory]
    [InlineData(5_000_000, 1)]
    [InlineData(10, 2_500)]
    public async Task A_form_that_is_too_big_is_refused_in_Thai(int letters, int fields)
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var token = (await writer.GetAsync(Lesson.New)).Value("__RequestVerificationToken");
        var answer = await writer.PostAsync(Lesson.New, [("__RequestVerificationToken", token), .. Enumerable.Range(0, fields).Select(i => ($"f{i}", new string('a', letters)))]);
        Assert.Equal((413, "ข้อมูลใหญ่เกินไป"), (answer.Status, answer.Heading));
        using var stranger = portal.Visitor();
        Assert.Equal(413, (await stranger.PostAsync(Lesson.New, Enumerable.Range(0, fields).Select(i => ($"f{i}", new string('a', letters))))).Status);
    }

    [Fact]
    public async Task A_zero_byte_is_refused_in_Thai()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var answer = await writer.PressAsync(await writer.GetAsync(Lesson.New), "บันทึกร่าง", Lesson.Fields("เรื่อง\0"));
        Assert.Equal((400, "คำขอไม่ถูกต้อง"), (answer.Status, answer.Heading));
    }

    [Fact]
    public async Task A_text_nested_a_thousand_times_is_refused_in_words()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var page = await writer.PressAsync(await writer.GetAsync(Lesson.New), "บันทึกร่าง", Lesson.Fields("เรื่องซ้อนลึก", ("Form.Body", new string('>', 5_000) + " ลึก")));
        Assert.Contains("ซ้อนกันหลายชั้นเกินไป", page.Main, StringComparison.Ordinal);
        var preview = await writer.PressAsync(page, "ดูทั้งหน้า");
        Assert.Contains("ซ้อนกันหลายชั้นเกินไป", preview.Main, StringComparison.Ordinal);
        Assert.EndsWith(" ลึก", preview.Value("Form.Body"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pasted_letters_are_repaired_when_saved()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var saved = await writer.PressAsync(await writer.GetAsync(Lesson.New), "บันทึกร่าง", Lesson.Fields("น\u0e49\u0e4d\u0e32หมัก\u200bเเปลงที่\u0001 ๓"));
        Assert.Equal("น้ำหมักแปลงที่ ๓", saved.Heading);
    }

    private static async Task<Answer> FollowedAsync(Visitor writer, IEnumerable<(string, string)> fields)
    {
        var answer = await writer.PostAsync(Lesson.New, fields);
        return answer.Location is { } next ? await writer.GetAsync(next) : answer;
    }
}
