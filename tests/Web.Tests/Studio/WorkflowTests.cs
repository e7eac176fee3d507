using KhokNongNa.Portal;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Tests.Media;
using KhokNongNa.Web.Site.Previews;
using KhokNongNa.Web.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>Review, schedule, revisions and links to them, as forms.</summary>
[Collection(WritersPortal.Name)]
public sealed class WorkflowTests(Support.Portal portal)
{
    [Fact]
    public async Task A_checklist_that_is_not_full_comes_back_as_it_was_ticked()
    {
        using var head = await portal.MemberAsync("มานพ");
        var entry = await SentAsync("เรื่องที่ตรวจไม่ครบ");

        var refused = await head.PressAsync(await head.GetAsync(entry), "อนุมัติ", ("Ticked", "Clear"), ("Ticked", "Safe"));

        Assert.Contains("ยังไม่ได้ทำเครื่องหมาย ทำซ้ำได้ เครดิต หมวด", refused.Main, StringComparison.Ordinal);
        Assert.Equal(["Clear", "Safe"], refused.Document.QuerySelectorAll("[name=Ticked][checked]").Select(b => b.GetAttribute("value")!));
        var approved = await head.ApproveAsync(refused);
        Assert.Contains("✓ ชัดเจน ✓ ปลอดภัย ✓ ทำซ้ำได้ ✓ เครดิต ✓ หมวด", approved.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remarks_stand_at_their_fields_until_the_text_is_sent_again()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        using var head = await portal.MemberAsync("มานพ");
        var entry = await SentAsync("เรื่องที่ขอให้แก้หลายจุด");
        var form = await head.GetAsync(entry + "/return");
        Assert.Contains("ปลวกขึ้น · เว้นโคนต้น", form.Main, StringComparison.Ordinal);
        var kept = await head.PressAsync(form, "ส่งกลับให้แก้", ("at[Tips]", new string('ก', 2001)));
        Assert.Contains("ไม่เกิน 2,000", kept.Main, StringComparison.Ordinal);
        Assert.Equal(2001, kept.Value("at[Tips]").Length);
        await head.PressAsync(kept, "ส่งกลับให้แก้", ("remark", "ดีมาก เหลือสองจุด"), ("at[Tips]", "ทำตอนไหน"), ("at[Problems]", "ปลวกชนิดใด"));

        var edit = await writer.GetAsync(entry + "/edit");
        Assert.Contains("ทำตอนไหน", edit.Document.QuerySelector("#Tips-asked")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ปลวกชนิดใด", edit.Document.QuerySelector("#Problems .asked")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ดีมาก เหลือสองจุด", edit.Main, StringComparison.Ordinal);
        var saved = await writer.PressAsync(edit, "บันทึกร่าง", ("Form.Tips", "ทำหลังฝนแรก"));
        Assert.NotNull((await writer.GetAsync(entry + "/edit")).Document.QuerySelector("#Problems .asked"));

        await writer.PressAsync(saved, "ส่งให้ตรวจ");
        Assert.Null((await writer.GetAsync(entry + "/edit")).Document.QuerySelector(".asked"));
        Assert.Contains("ขอให้แก้ฉบับที่ 1 ที่ «เคล็ดลับ»", (await writer.GetAsync(entry)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_that_cannot_be_read_or_kept_are_said_beside_their_field_and_the_queue_has_an_address()
    {
        using var head = await portal.MemberAsync("มานพ");
        var entry = await SentAsync("เรื่องที่ตั้งเวลา");
        Assert.Contains("เรื่องที่ตั้งเวลา", (await head.GetAsync("/studio/reviews?area=3104&topic=soil&days=&mine=&late=")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("เรื่องที่ตั้งเวลา", (await head.GetAsync("/studio/reviews?days=30")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("เรื่องที่ตั้งเวลา", (await head.GetAsync("/studio/reviews?mine=true")).Main, StringComparison.Ordinal);
        await head.ApproveAsync(await head.GetAsync(entry));
        var form = await head.GetAsync(entry + "/schedule");

        foreach (var (fields, told) in new (string, string)[][]
        {
            [("Form.PublishDate", "พรุ่งนี้เช้า"), ("Form.PublishTime", "")], [("Form.PublishDate", "1/1/2600"), ("Form.PublishTime", "25.00")],
            [("Form.PublishDate", ""), ("Form.PublishTime", "8.00")], [("Form.PublishDate", "1/1/2560"), ("Form.PublishTime", "8.00")],
        }.Zip(["อ่านวันที่นี้ไม่ออก", "อ่านเวลานี้ไม่ออก", "โปรดใส่วันที่ด้วย", "เวลานี้ผ่านไปแล้ว"]))
        {
            var refused = await head.PressAsync(form, "บันทึกเวลา", [.. fields.Select(f => (f.Item1, (string?)f.Item2))]);
            Assert.Contains(told, refused.Main, StringComparison.Ordinal);
            Assert.Equal(fields[0].Item2, refused.Value("Form.PublishDate"));
        }

        var set = await head.PressAsync(form, "บันทึกเวลา", ("Form.PublishDate", "๓๑/๑๒/๒๕๙๙"), ("Form.ExpiryDate", "31 ม.ค. 2600"));
        Assert.Contains("ตั้งเวลาไว้ 31 ธ.ค. 2599 00:00", set.Main, StringComparison.Ordinal);
        Assert.Contains("จะเลิกเผยแพร่ 1 ก.พ. 2600 00:00", set.Main, StringComparison.Ordinal);
        var again = await head.GetAsync(entry + "/schedule");
        Assert.Equal("31 ธ.ค. 2599", again.Value("Form.PublishDate"));
        set = await head.PressAsync(again, "บันทึกเวลา", ("Form.PublishDate", ""), ("Form.PublishTime", ""), ("Form.ExpiryDate", ""), ("Form.ExpiryTime", ""));
        Assert.Contains("ผ่านการตรวจ", set.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("ตั้งเวลาไว้", set.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_revisions_are_told_apart_by_words_and_read_out()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var entry = await writer.DraftAsync("เรื่องที่มีสองฉบับ");
        await writer.PressAsync(await writer.GetAsync(entry.Path + "/edit"), "บันทึกร่าง", ("Form.Tips", "ทำก่อนฝน <b>"), ("Form.Topics", null));

        var page = await writer.GetAsync(entry.Path + "/comparison?from=1&to=2");

        Assert.Contains("ทำ<del><span class=\"unseen\">ตัดออก </span>หลัง<span class=\"unseen\"> จบส่วนที่ตัด </span></del><ins><span class=\"unseen\">เพิ่ม </span>ก่อน<span class=\"unseen\"> จบส่วนที่เพิ่ม </span></ins>ฝน", page.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", page.Html, StringComparison.Ordinal);
        Assert.Equal(["หัวข้อ", "เคล็ดลับ"], page.Document.QuerySelectorAll("main h2").Select(h => h.TextContent.Trim()));
        Assert.Contains("เหมือนกันทุกช่อง", (await writer.GetAsync(entry.Path + "/comparison?from=2&to=2")).Main, StringComparison.Ordinal);
        Assert.Equal(404, (await writer.GetAsync(entry.Path + "/comparison?from=1&to=9")).Status);
    }

    [Fact]
    public async Task A_link_shows_one_revision_to_anybody_for_some_days_and_nobody_without_consent()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        using var reader = portal.Visitor();
        var sage = await portal.AddSageAsync("นางลิงก์ ตัวอย่าง", [ConsentPurpose.Profile]);
        var entry = await writer.DraftAsync("เรื่องที่ส่งให้ดูก่อน", ("Form.Sages", null));
        await writer.UploadAsync(await writer.GetAsync(entry.Path + "/pictures"), "เพิ่มรูปนี้", Photos.WithPlace(), "a.jpg", ("Picture.Alt", "ปักกล้า"));
        var id = Guid.Parse(entry.Path.Split('/')[^1]);
        var picture = await portal.AskAsync(db => db.Assets.SingleAsync(a => a.OwnerId == id));
        await writer.PressAsync(await writer.GetAsync(entry.Path + "/edit"), "บันทึกร่าง", ("Form.Steps[1].Picture", picture.Id.ToString()));
        await writer.PressAsync(await writer.GetAsync(entry.Path + "/edit"), "บันทึกร่าง", ("Form.Tips", "มีแต่ในฉบับที่สาม"));

        var made = await writer.PressAsync(await writer.GetAsync(entry.Path + "/revisions/2/link"), "ทำลิงก์", ("days", "1"));
        var url = new Uri(made.Document.QuerySelector("#link")!.TextContent.Trim()).PathAndQuery;
        var page = await reader.GetAsync(url);
        Assert.Equal((200, "เรื่องที่ส่งให้ดูก่อน"), (page.Status, page.Heading));
        Assert.DoesNotContain("มีแต่ในฉบับที่สาม", page.Main, StringComparison.Ordinal);
        Assert.Contains("no-store", page.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Contains("noindex", page.Header("X-Robots-Tag"), StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Header("Referrer-Policy"));
        Assert.NotNull(page.Document.QuerySelector("meta[name=robots][content*=noindex]"));
        var shown = page.Document.QuerySelector(".steps img")!.GetAttribute("src")!;
        Assert.Equal(200, (await reader.GetAsync(shown)).Status);
        Assert.Equal(404, (await reader.GetAsync($"/pictures/{picture.Id}/640.webp")).Status);

        // Somebody is seen in it who does not agree to photos.
        await portal.AskAsync(async db =>
        {
            await db.WritePictureAsync(picture.Id, "ปักกล้า", [sage.Id], Actor.System, TimeProvider.System.GetUtcNow(), default);
            return true;
        });
        Assert.Equal(404, (await reader.GetAsync(shown)).Status);
        Assert.Null((await reader.GetAsync(url)).Document.QuerySelector(".steps img"));

        Assert.Equal(404, (await reader.GetAsync(url[..^3] + "AAA")).Status);
        Assert.DoesNotContain("ยกเลิกลิงก์", (await writer.GetAsync((await writer.DraftAsync("เรื่องที่ยังไม่มีลิงก์")).Path + "/revisions/1/link")).Main, StringComparison.Ordinal);
        await writer.PressAsync(await writer.GetAsync(entry.Path + "/revisions/2/link"), "ยกเลิกลิงก์ทั้งหมด");
        Assert.Equal(404, (await reader.GetAsync(url)).Status);
        var again = await writer.PressAsync(await writer.GetAsync(entry.Path + "/revisions/2/link"), "ทำลิงก์", ("days", "1"));
        Assert.Equal(200, (await reader.GetAsync(new Uri(again.Document.QuerySelector("#link")!.TextContent.Trim()).PathAndQuery)).Status);
        Assert.Equal(404, (await reader.GetAsync(url + "/pictures/" + Guid.CreateVersion7() + "/320.webp")).Status);
    }

    [Fact]
    public void A_ticket_ends_with_its_last_day_in_Bangkok_and_is_of_this_portal_alone()
    {
        var seals = portal.Services.GetRequiredService<IDataProtectionProvider>();
        var (clock, id, day) = (new SetClock(), Guid.CreateVersion7(), new DateOnly(2026, 11, 24));
        var tickets = new PreviewTicket(seals, clock);
        var token = tickets.Url(new(id, 7, 2), day)["/preview/".Length..];

        clock.Now = ThaiTime.StartOf(day.AddDays(1)).AddTicks(-1);
        Assert.Equal(new(id, 7, 2), tickets.Open(token));
        clock.Now = ThaiTime.StartOf(day.AddDays(1));
        Assert.Null(tickets.Open(token));
        clock.Now = ThaiTime.StartOf(day);
        Assert.Null(tickets.Open(seals.CreateProtector("first-pin").Protect("x 1 2026-11-24")));
        Assert.Null(tickets.Open("ไม่ใช่ตั๋ว"));
    }

    private async Task<string> SentAsync(string title)
    {
        using var writer = await portal.MemberAsync("สายใจ");
        return (await writer.PressAsync(await writer.DraftAsync(title), "ส่งให้ตรวจ")).Path;
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
