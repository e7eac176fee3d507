using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>Something is wrong: the page says what and where, and every box keeps what was typed.</summary>
[Collection(WritersPortal.Name)]
public sealed class FormErrorTests(Support.Portal portal)
{
    [Theory]
    [InlineData("Form.Title", "   ", "โปรดตั้งชื่อเรื่อง")]
    [InlineData("Form.Title", "", "โปรดตั้งชื่อเรื่อง")]
    [InlineData("Form.Title", "🌾🌾🌾", "โปรดตั้งชื่อเรื่อง")]
    [InlineData("Form.Title", "\u200b\u00a0", "โปรดตั้งชื่อเรื่อง")]
    [InlineData("Form.WorkMinutes", "ครึ่งวัน", "เวลาลงมือต้องเป็นตัวเลข ไม่ใช่ «ครึ่งวัน»")]
    [InlineData("Form.WaitDays", "1.5", "เวลารอผลต้องเป็นตัวเลข")]
    [InlineData("Form.CostBaht", "ห้าร้อย", "ต้นทุนต้องเป็นตัวเลข")]
    [InlineData("Form.CostBaht", "-5", "ต้นทุน")]
    [InlineData("Form.CostBaht", "1e9", "ต้นทุน")]
    [InlineData("Form.MinRai", "หนึ่งงาน", "ขนาดที่ดินต้องเป็นตัวเลข")]
    [InlineData("Form.WorkMinutes", "99999999999999999999", "เวลาลงมือ")]
    [InlineData("Form.Materials[0].Amount", "มาก", "จำนวนของวัสดุที่ 1ต้องเป็นตัวเลข")]
    [InlineData("Form.Materials[1].Cost", "แพง", "ราคาของวัสดุที่ 2ต้องเป็นตัวเลข")]
    [InlineData("Form.Materials[0].Name", "", "มีวัสดุที่ยังไม่ได้ใส่ชื่อ")]
    [InlineData("Form.Steps[0].Minutes", "นาน", "เวลาของขั้นตอนที่ 1ต้องเป็นตัวเลข")]
    [InlineData("Form.Sources[0].Url", "javascript:alert(1)", "http://")]
    [InlineData("Form.Sources[0].Read", "31 ก.พ. 2564", "วันที่อ่าน")]
    [InlineData("Form.Slug", "มี ช่อง ว่าง", "ที่อยู่ของหน้า")]
    [InlineData("Form.Slug", "../../etc", "ที่อยู่ของหน้า")]
    public async Task What_is_wrong_is_said_above_and_beside_and_nothing_is_lost(string field, string typed, string message)
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var fields = Lesson.Fields("เรื่องที่มีข้อผิด", (field, typed));
        var page = await writer.PressAsync(await writer.GetAsync(Lesson.New), "บันทึกร่าง", fields);
        Assert.Equal(200, page.Status);

        var summary = page.Document.QuerySelector("[role=alert]");
        Assert.NotNull(summary);
        Assert.Contains(message, summary.TextContent, StringComparison.Ordinal);
        foreach (var link in summary.QuerySelectorAll("a"))
        {
            Assert.True(page.Document.GetElementById(link.GetAttribute("href")![1..]) is not null, $"{link.GetAttribute("href")} leads nowhere");
        }

        Assert.Contains(page.Document.QuerySelectorAll("form .field-error"), e => e.TextContent.Contains(message, StringComparison.Ordinal));
        AssertKept(page, fields);
    }

    [Theory]
    [InlineData("Form.Difficulty", "Impossible")]
    [InlineData("Form.Seasons", "Winter")]
    [InlineData("Form.Months", "มกราคม")]
    [InlineData("Form.Months", "13")]
    [InlineData("Form.Licence", "Mine")]
    [InlineData("Form.MainTopic", "no-such-topic")]
    [InlineData("Form.Sages", "no-such-sage")]
    public async Task A_choice_that_is_not_in_the_list_breaks_nothing(string field, string value)
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var fields = Lesson.Fields("เรื่องที่เลือกสิ่งที่ไม่มี", (field, value));
        var page = await writer.PressAsync(await writer.GetAsync(Lesson.New), "บันทึกร่าง", fields);
        Assert.Equal(200, page.Status);
        Assert.True(page.Document.QuerySelector("[role=alert]") is not null || page.Main.Contains("บันทึกร่างแล้ว", StringComparison.Ordinal), page.Main);
        if (page.Document.QuerySelector("form.entry-form") is not null)
        {
            AssertKept(page, [.. fields.Where(f => f.Name != field)]);
        }
    }

    [Fact]
    public async Task More_rows_keep_what_was_typed()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var fields = Lesson.Fields("เรื่องที่ขอแถวเพิ่ม", ("Form.WorkMinutes", "ผิดอยู่"));
        var page = await writer.PressAsync(await writer.GetAsync(Lesson.New), "เพิ่มแถว", fields);
        Assert.Null(page.Document.QuerySelector("[role=alert]"));
        AssertKept(page, fields);
        Assert.Equal(5, page.Document.QuerySelectorAll("input[name^='Form.Materials'][name$='.Name']").Length);
        for (var i = 0; i < 25; i++)
        {
            page = await writer.PressAsync(page, "เพิ่มแถว", ($"Form.Steps[{2 + i}].Title", $"ขั้นเพิ่ม {i}"), ($"Form.Materials[{2 + i}].Name", $"ของเพิ่ม {i}"));
        }

        var saved = await writer.PressAsync(page, "บันทึกร่าง", ("Form.WorkMinutes", "5"));
        var edit = await writer.GetAsync(saved.Path + "/edit");
        Assert.Equal("ขั้นเพิ่ม 24", edit.Value("Form.Steps[26].Title"));
        Assert.Equal("ของเพิ่ม 24", edit.Value("Form.Materials[26].Name"));
    }

    [Fact]
    public async Task A_form_with_nothing_in_it_asks_for_the_title_alone()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        foreach (var type in (string[])["lesson", "article", "page"])
        {
            var page = await writer.PressAsync(await writer.GetAsync("/studio/entries/new?type=" + type), "บันทึกร่าง");
            Assert.Equal("ยังบันทึกไม่ได้ 1 จุด", page.Document.QuerySelector("[role=alert] h2")!.TextContent);
            var saved = await writer.PressAsync(page, "บันทึกร่าง", ("Form.Title", "มีแต่ชื่อ " + type));
            Assert.Contains("บันทึกร่างแล้ว", saved.Main, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Fields_that_are_not_sent_at_all_break_nothing()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var token = (await writer.GetAsync(Lesson.New)).Value("__RequestVerificationToken");
        foreach (var fields in ((string, string)[][])
            [[], [("act", "preview")], [("act", "more")], [("act", "nothing")], [("Form.Title", "ก"), ("act", "preview")], [("Form.Materials[5].Name", "ข้ามแถว"), ("act", "more")], [("Form.Materials[x].Name", "x")], [("Form", "x")]])
        {
            var page = await writer.PostAsync(Lesson.New, [("__RequestVerificationToken", token), .. fields]);
            Assert.Equal(200, page.Status);
        }
    }

    internal static void AssertKept(Answer page, params (string Name, string? Value)[] fields)
    {
        var kept = Forms.Fill((AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector("form.entry-form")!);
        foreach (var (name, value) in fields.Where(f => f.Value is not null))
        {
            Assert.True(kept.Contains((name, value!)), $"{name}: «{value}» became «{string.Join("|", kept.Where(h => h.Name == name).Select(h => h.Value))}»");
        }
    }
}
