using System.Diagnostics;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>From the empty form to the reader's screen and away again.</summary>
[Collection(WritersPortal.Name)]
public sealed class PublishingJourneyTests(Support.Portal portal)
{
    [Fact]
    public async Task A_lesson_is_written_returned_revised_approved_published_found_and_archived()
    {
        const string Title = "ห่มดินรอบต้นกล้าด้วยผักตบชวา";
        using var writer = await portal.MemberAsync("สายใจ");
        using var head = await portal.MemberAsync("มานพ");
        using var reader = portal.Visitor();

        // Preview looks like the site and saves nothing.
        var form = await writer.ClickAsync(await writer.GetAsync("/studio"), "เขียนบทเรียน");
        var preview = await writer.PressAsync(form, "ดูทั้งหน้า", Lesson.Fields(Title));
        Assert.Equal(Title, preview.Heading);
        Assert.Contains("ยังไม่ได้บันทึก", preview.Main, StringComparison.Ordinal);
        AssertShows(preview);
        Assert.Equal(0, await CountAsync(Title));

        // Saved, it waits for nobody yet.
        var entry = await writer.PressAsync(form, "บันทึกร่าง", Lesson.Fields(Title));
        Assert.Contains("บันทึกร่างแล้ว ฉบับที่ 1", entry.Main, StringComparison.Ordinal);
        Assert.Contains(Title, (await writer.GetAsync("/studio")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(Title, (await head.GetAsync("/studio")).Main, StringComparison.Ordinal);

        // Sent, it waits for another; the author has no button for it.
        entry = await writer.PressAsync(entry, "ส่งให้ตรวจ");
        Assert.Contains("รอคนอื่นตรวจ", entry.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("อนุมัติ", entry.Buttons());
        Assert.DoesNotContain("เผยแพร่", entry.Buttons());
        var atHead = await head.ClickAsync(await head.GetAsync("/studio"), Title);
        AssertShows(await head.ClickAsync(atHead, "อ่านฉบับล่าสุด"));

        // Returned with a remark, which the author reads where the work is.
        var remark = await head.ClickAsync(atHead, "ขอให้แก้");
        remark = await head.PressAsync(remark, "ส่งกลับให้แก้", ("remark", "   "));
        Assert.Contains("โปรดบอกผู้เขียน", remark.Main, StringComparison.Ordinal);
        await head.PressAsync(remark, "ส่งกลับให้แก้", ("remark", "ขั้นที่ 2 หนาเท่าไร <b>บอกด้วย</b>"));
        await Until.Async(async () => (await writer.GetAsync("/studio")).Main.Contains("ผู้ตรวจขอให้แก้", StringComparison.Ordinal), "the author has the notice");
        entry = await writer.ClickAsync(await writer.GetAsync("/studio"), Title);
        Assert.Contains("ขั้นที่ 2 หนาเท่าไร <b>บอกด้วย</b>", entry.Main, StringComparison.Ordinal);
        var edit = await writer.ClickAsync(entry, "แก้ไข");
        Assert.Contains("ขั้นที่ 2 หนาเท่าไร", edit.Main, StringComparison.Ordinal);
        AssertHolds(edit, Title);

        // Revised, sent, approved, published.
        entry = await writer.PressAsync(edit, "บันทึกร่าง", ("Form.Steps[1].Text", "หนาสองฝ่ามือ"));
        Assert.Contains("ฉบับที่ 2", entry.Main, StringComparison.Ordinal);
        entry = await writer.PressAsync(entry, "ส่งให้ตรวจ");
        atHead = await head.ApproveAsync(await head.GetAsync(entry.Path));
        Assert.False(await IsFoundAsync(reader, Title));
        var watch = Stopwatch.StartNew();
        atHead = await head.PressAsync(atHead, "เผยแพร่");
        Assert.Contains("เผยแพร่แล้ว", atHead.Main, StringComparison.Ordinal);
        await Until.Async(async () => await IsFoundAsync(reader, Title), "search finds the lesson");
        TestContext.Current.TestOutputHelper?.WriteLine($"found after {watch.ElapsedMilliseconds} ms");

        // On the site, with the author's words in order.
        var page = await reader.GetAsync(atHead.Link("ดูหน้าที่เผยแพร่"));
        Assert.Equal((200, Title), (page.Status, page.Heading));
        AssertShows(page);
        Assert.Contains("หนาสองฝ่ามือ", page.Main, StringComparison.Ordinal);
        Assert.Contains("ฉบับที่ 2", page.Main, StringComparison.Ordinal);
        foreach (var list in (string[])["/", "/lessons", "/topics/ห่มดิน"])
        {
            await Until.Async(async () => (await reader.GetAsync(list)).Main.Contains(Title, StringComparison.Ordinal), $"{list} shows the lesson");
        }

        // Both revisions can be looked at.
        Assert.Contains("หนาหนึ่งคืบ", (await writer.GetAsync(entry.Path + "/revisions/1")).Main, StringComparison.Ordinal);
        Assert.Contains("หนาสองฝ่ามือ", (await writer.GetAsync(entry.Path + "/revisions/2")).Main, StringComparison.Ordinal);

        // Gone again; the history stays.
        atHead = await head.PressAsync(await head.GetAsync(entry.Path), "เลิกเผยแพร่");
        Assert.Contains("เลิกเผยแพร่แล้ว", atHead.Main, StringComparison.Ordinal);
        await Until.Async(async () => (await reader.GetAsync(page.Path)).Status == 404, "the page is gone");
        await Until.Async(async () => !await IsFoundAsync(reader, Title), "search no longer finds it");
        await Until.Async(async () => !(await reader.GetAsync("/lessons")).Main.Contains(Title, StringComparison.Ordinal), "the list no longer shows it");
        Assert.Contains("ฉบับที่ 2", atHead.Main, StringComparison.Ordinal);
        Assert.Null((await portal.AskAsync(db => JournalAudit.VerifyAsync(db, TestContext.Current.CancellationToken))).FirstBroken);
    }

    [Fact]
    public async Task The_author_cannot_approve_even_by_force()
    {
        using var head = await portal.MemberAsync("มานพ");
        var entry = await head.PressAsync(await head.DraftAsync("เรื่องของหัวหน้าเอง"), "ส่งให้ตรวจ");
        Assert.DoesNotContain("อนุมัติ", entry.Buttons());
        var token = entry.Value("__RequestVerificationToken");
        foreach (var verb in (string[])["approval", "publication"])
        {
            await head.PostAsync($"{entry.Path}/{verb}", [("__RequestVerificationToken", token)]);
            var refused = await head.GetAsync(entry.Path);
            Assert.Contains(verb == "approval" ? "ผู้เขียนอนุมัติเรื่องของตนเองไม่ได้" : "ยังไม่ผ่านการตรวจ", refused.Main, StringComparison.Ordinal);
            Assert.Contains("รอตรวจ", refused.Main, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Somebody_who_helped_to_write_it_cannot_approve_it_either()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        using var head = await portal.MemberAsync("มานพ");
        var entry = await writer.DraftAsync("เรื่องที่สองคนช่วยกันเขียน");
        await head.PressAsync(await head.ClickAsync(await head.GetAsync(entry.Path), "แก้ไข"), "บันทึกร่าง", ("Form.Tips", "เพิ่มโดยหัวหน้า"));
        entry = await writer.PressAsync(await writer.GetAsync(entry.Path), "ส่งให้ตรวจ");
        Assert.DoesNotContain("อนุมัติ", (await head.GetAsync(entry.Path)).Buttons());
        using var province = await portal.MemberAsync("อรุณี");
        Assert.Contains("อนุมัติ", (await province.GetAsync(entry.Path)).Buttons());
    }

    [Fact]
    public async Task A_former_address_leads_to_todays()
    {
        var entry = await portal.PublishedAsync("เรื่องที่จะเปลี่ยนที่อยู่", ("Form.Slug", "ที่อยู่แรก"));
        Assert.EndsWith("/lessons/ที่อยู่แรก", entry.Link("ดูหน้าที่เผยแพร่"), StringComparison.Ordinal);
        using var writer = await portal.MemberAsync("สายใจ");
        using var head = await portal.MemberAsync("มานพ");
        using var reader = portal.Visitor();
        await reader.GetAsync("/lessons/ที่อยู่แรก");
        await writer.PressAsync(await writer.PressAsync(await writer.GetAsync(entry.Path + "/edit"), "บันทึกร่าง", ("Form.Slug", "ที่อยู่สอง")), "ส่งให้ตรวจ");
        Assert.Equal(200, (await reader.OnceAsync("/lessons/ที่อยู่แรก")).Status);
        Assert.Equal(404, (await reader.OnceAsync("/lessons/ที่อยู่สอง")).Status);
        await head.PressAsync(await head.ApproveAsync(await head.GetAsync(entry.Path)), "เผยแพร่");
        await Until.Async(async () => (await reader.OnceAsync("/lessons/ที่อยู่แรก")).Status == 301, "the old address moves on");
        var moved = await reader.OnceAsync("/lessons/ที่อยู่แรก");
        Assert.Equal("/lessons/" + Uri.EscapeDataString("ที่อยู่สอง"), moved.Location);
        Assert.Equal("เรื่องที่จะเปลี่ยนที่อยู่", (await reader.GetAsync("/lessons/ที่อยู่แรก")).Heading);

        // Nobody else gets the former address.
        var other = await writer.DraftAsync("เรื่องอื่นที่อยากได้ที่อยู่เดียวกัน", ("Form.Slug", "ที่อยู่แรก"));
        await writer.PressAsync(other, "ส่งให้ตรวจ");
        var refused = await head.PressAsync(await head.ApproveAsync(await head.GetAsync(other.Path)), "เผยแพร่");
        Assert.Contains("มีเรื่องอื่นใช้ที่อยู่ «ที่อยู่แรก» แล้ว", refused.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_keep_the_published_text_while_a_new_one_is_written()
    {
        var entry = await portal.PublishedAsync("เรื่องที่มีฉบับใหม่กว่า");
        using var writer = await portal.MemberAsync("สายใจ");
        var saved = await writer.PressAsync(await writer.GetAsync(entry.Path + "/edit"), "บันทึกร่าง", ("Form.Title", "ชื่อใหม่ที่ยังไม่เผยแพร่"), ("Form.Body", "ยังไม่มีใครเห็น"));
        Assert.Contains("ฉบับเดิมเผยแพร่อยู่", saved.Main, StringComparison.Ordinal);
        using var reader = portal.Visitor();
        var page = await reader.GetAsync(saved.Link("ดูหน้าที่เผยแพร่"));
        Assert.Equal("เรื่องที่มีฉบับใหม่กว่า", page.Heading);
        Assert.DoesNotContain("ยังไม่มีใครเห็น", page.Main, StringComparison.Ordinal);
        Assert.False(await IsFoundAsync(reader, "ชื่อใหม่ที่ยังไม่เผยแพร่"));
    }

    private static string Api(string question) => "/api/search?size=20&q=" + Uri.EscapeDataString(question);

    private static async Task<bool> IsFoundAsync(Visitor reader, string title) =>
        (await reader.GetAsync(Api(title))).Json.GetProperty("results").EnumerateArray().Any(r => r.GetProperty("title").GetString() == title);

    private Task<int> CountAsync(string title) =>
        portal.AskAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Entries.Where(e => e.Title == title)));

    // The words of Lesson.Fields as a reader has them.
    private static void AssertShows(Answer page)
    {
        foreach (var words in (string[])
            ["ดินชื้นนาน", "หญ้าน้อยลง", "ฟางแห้ง", "ของปีนี้", "10 ก้อน", "350 บาท", "1,250.5", "ค่าฟางกับค่าน้ำมัน", "รดให้ชุ่มลึกหนึ่งคืบ", "30 นาที", "1 ชม. 30 นาที", "30 วัน", "1 งาน", "มิ.ย.–ก.ค.", "ทำหลังฝน", "อย่าชิดโคน", "ใต้ฟางชื้น", "ปลวกขึ้น", "ห่มตอนดินแห้ง", "แปลงผัก", "ที่น้ำท่วม", "เล่าเพิ่ม สำคัญ", "จำไว้", "คู่มือห่มดิน", "อ่านเมื่อ 8 ก.ค. 2564", "NC", "นายบุญมี ดินร่มเย็น"])
        {
            Assert.True(page.Main.Contains(words, StringComparison.Ordinal), $"{page.Path} lacks «{words}»");
        }

        Assert.Equal("เว้นฟางรอบโคนต้น", page.Document.QuerySelector("ol img")!.GetAttribute("alt"));
        Assert.Contains(page.Document.QuerySelectorAll("h2"), h => h.TextContent.Contains("รู้ลึกขึ้น", StringComparison.Ordinal));
    }

    /// <summary>The form has every box as it was typed, digits brought to one script.</summary>
    private static void AssertHolds(Answer edit, string title)
    {
        var held = Forms.Fill((AngleSharp.Html.Dom.IHtmlFormElement)edit.Document.QuerySelector("form.entry-form")!);
        string Fold(string? text) => Thai.ThaiDigits.ToArabic(text ?? "").Replace(",", "", StringComparison.Ordinal).Replace(".50", ".5", StringComparison.Ordinal);
        foreach (var (name, value) in Lesson.Fields(title))
        {
            Assert.True(held.Any(h => h.Name == name && Fold(h.Value) == Fold(value)), $"{name}: «{value}» became «{string.Join("|", held.Where(h => h.Name == name).Select(h => h.Value))}»");
        }
    }
}
