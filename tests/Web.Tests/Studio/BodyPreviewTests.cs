using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Tests.Media;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>A body as readers would see it, while it is written.</summary>
[Collection(WritersPortal.Name)]
public sealed class BodyPreviewTests(Support.Portal portal)
{
    [Fact]
    public async Task What_is_typed_is_shown_by_the_rules_of_the_page_and_nothing_is_kept()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var entry = await writer.DraftAsync("เรื่องที่ดูตัวอย่างไปด้วย");
        var edit = await writer.GetAsync(entry.Path + "/edit");
        var (seq, sessions) = await StandAsync();

        var shown = await LiveAsync(writer, edit, "<script>alert(1)</script> [x](javascript:alert(1)) ![p](https://evil.example/p.png) **หนา**\n\n::: plan\n- โคก ๑๐\n- หนอง 30\n:::");
        Assert.Equal((200, "text/html; charset=utf-8", "no-store"), (shown.Status, shown.Header("Content-Type"), shown.Header("Cache-Control")!.Split(',')[0]));
        var body = Assert.Single(shown.Document.QuerySelectorAll("[data-body] > .prose"));
        Assert.Empty(shown.Document.QuerySelectorAll("script, style, iframe, [href^=javascript], [src^=http]"));
        Assert.Contains("<script>alert(1)</script>", body.TextContent, StringComparison.Ordinal);
        Assert.Equal("หนา", body.QuerySelector("strong")!.TextContent);
        Assert.Equal("/plans/โคก:10,หนอง:30.svg", body.QuerySelector("img[src]")!.GetAttribute("src"));
        Assert.Equal((seq, sessions), await StandAsync());
    }

    [Theory]
    [InlineData(200_001, 'ก', "เนื้อความยาวเกินไป ใช้ได้ไม่เกิน 200,000 ตัวอักษร (ตอนนี้ 200,001)")]
    [InlineData(5_000, '>', "เนื้อความซ้อนกันหลายชั้นเกินไป")]
    [InlineData(1_001, '[', "มีวงเล็บ [ มากเกินไป")]
    public async Task What_cannot_be_shown_is_said_in_words(int count, char letter, string words)
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var edit = await writer.GetAsync(Lesson.New);
        var refused = await LiveAsync(writer, edit, new string(letter, count) + (letter == '>' ? " ก" : ""));
        Assert.Equal((422, "text/plain; charset=utf-8"), (refused.Status, refused.Header("Content-Type")));
        Assert.Contains(words, refused.Html, StringComparison.Ordinal);

        var typed = new string(letter, count) + " ท้าย";
        var page = await writer.PressAsync(edit, "ดูตัวอย่าง", ("Form.Title", "ยังไม่ตั้ง"), ("Form.Body", typed));
        Assert.Contains(words, page.Main.Replace("200,006", "200,001", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(("ยังไม่ตั้ง", typed), (page.Value("Form.Title"), page.Value("Form.Body")));
    }

    [Fact]
    public async Task Who_may_not_write_the_text_sees_nothing_of_it()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var entry = await writer.DraftAsync("เรื่องของอำเภออื่น");
        using var other = await portal.MemberAsync("คำปัน");
        var own = await other.GetAsync("/studio/entries/new?type=article");
        var token = own.Document.QuerySelector("[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        Assert.Equal(404, (await other.PostAsync(entry.Path + "/edit", [("act", "live"), ("Form.Body", "ก"), ("__RequestVerificationToken", token)])).Status);

        // A forged form, and nobody.
        var forged = await writer.PostAsync(entry.Path + "/edit", [("act", "live"), ("Form.Body", "ของคนอื่นส่งมา")]);
        Assert.DoesNotContain("data-body", forged.Html, StringComparison.Ordinal);
        using var nobody = portal.Visitor();
        Assert.DoesNotContain("data-body", (await nobody.PostAsync(entry.Path + "/edit", [("act", "live"), ("Form.Body", "ก")])).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_a_button_shows_it_in_the_page_and_everything_typed_stays()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var empty = await writer.GetAsync(Lesson.New);
        Assert.True(empty.Document.QuerySelector("#preview")!.HasAttribute("hidden"));

        var fields = Lesson.Fields("เรื่องที่ยังไม่บันทึก", ("Form.WorkMinutes", "ราวชั่วโมง"), ("Form.Body", "ดู **ก่อน**\r\n\r\n::: caution\r\nร้อน\r\n:::"));
        var page = await writer.PressAsync(empty, "ดูตัวอย่าง", fields);
        Assert.False(page.Document.QuerySelector("#preview")!.HasAttribute("hidden"));
        Assert.Empty(page.Document.QuerySelectorAll(".error-summary"));
        foreach (var (name, value) in fields.Where(f => page.Document.QuerySelectorAll($"[name='{f.Name}']").Length == 1))
        {
            Assert.Equal(value!.ReplaceLineEndings("\n"), page.Value(name));
        }

        var frame = page.Document.QuerySelector("#preview iframe")!;
        Assert.DoesNotContain("allow-scripts", frame.GetAttribute("sandbox"), StringComparison.Ordinal);
        var shown = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(frame.GetAttribute("srcdoc")!);
        Assert.Equal("ก่อน", shown.QuerySelector(".prose strong")!.TextContent);
        Assert.Contains("ร้อน", shown.QuerySelector("aside.caution")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, shown.QuerySelectorAll("link[rel=stylesheet]").Count(l => l.GetAttribute("href")!.StartsWith("/themes/default/assets/", StringComparison.Ordinal)));
        Assert.Empty(shown.QuerySelectorAll("script, style"));
    }

    [Fact]
    public async Task A_video_stays_a_link_for_who_saves_data()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var edit = await writer.GetAsync(Lesson.New);
        writer.Cookies.Add(new System.Net.Cookie(Site.Display.Cookie, "18-light-plain-saver", "/", new Uri(writer.Origin).Host));
        var shown = await LiveAsync(writer, edit, "::: video\n[![ขุดคลองไส้ไก่](/media/lime-in-ring/ring.svg)](https://video.example/v)\n:::\n\n![วงล้อม](/media/lime-in-ring/ring.svg)");
        Assert.Equal([("ขุดคลองไส้ไก่", "https://video.example/v")], shown.Links().Where(l => l.Href.Contains("video.example", StringComparison.Ordinal)));
        Assert.Empty(shown.Document.QuerySelectorAll("img"));
        Assert.Single(shown.Document.QuerySelectorAll("a.picture-link"));
    }

    [Fact]
    public async Task Pictures_are_the_writers_own_and_everybody_in_them_agrees()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var (entry, picture) = await PicturedAsync(writer, "เรื่องมีรูปของตน");
        var edit = await writer.GetAsync(entry.Path + "/edit");
        Assert.Single((await LiveAsync(writer, edit, $"![ปักกล้า](picture:{picture})")).Document.QuerySelectorAll("img"));

        // That of a text of another district stays there, even for who knows its name.
        using var other = await portal.MemberAsync("คำปัน");
        var foreign = await LiveAsync(other, await other.GetAsync(Lesson.New), $"![ปักกล้า](picture:{picture}) ข้อความอยู่");
        Assert.Contains("ข้อความอยู่", foreign.Html, StringComparison.Ordinal);
        Assert.Empty(foreign.Document.QuerySelectorAll("img"));

        var sage = await portal.AddSageAsync("นางตัวอย่าง ไม่ถ่ายรูป", [ConsentPurpose.Profile]);
        await portal.AskAsync(async db =>
        {
            await db.WritePictureAsync(picture, "ปักกล้า", [sage.Id], Actor.System, TimeProvider.System.GetUtcNow(), default);
            return true;
        });
        Assert.Empty((await LiveAsync(writer, edit, $"![ปักกล้า](picture:{picture})")).Document.QuerySelectorAll("img"));
    }

    private async Task<(Answer Entry, Guid Picture)> PicturedAsync(Visitor writer, string title)
    {
        var entry = await writer.DraftAsync(title);
        await writer.UploadAsync(await writer.GetAsync(entry.Path + "/pictures"), "เพิ่มรูปนี้", Photos.WithPlace(), "a.jpg", ("Picture.Alt", "ปักกล้า"));
        var id = Guid.Parse(entry.Path.Split('/')[^1]);
        return (entry, await portal.AskAsync(db => db.Assets.Where(a => a.OwnerId == id).Select(a => a.Id).SingleAsync()));
    }

    private static Task<Answer> LiveAsync(Visitor writer, Answer form, string body) =>
        writer.PostAsync(form.Path, [("act", "live"), ("__RequestVerificationToken", form.Value("__RequestVerificationToken")), ("Form.Body", body)]);

    private Task<(long Journal, int Sessions)> StandAsync() => portal.AskAsync(async db => (await db.Journal.MaxAsync(h => h.Seq), await db.EditingSessions.CountAsync(s => s.TypedAt != null)));
}
