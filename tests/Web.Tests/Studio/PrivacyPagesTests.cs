using System.Text.Json;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>Somebody asks what is kept about them, and wants it gone (J8, A05).</summary>
public sealed class PrivacyPagesTests(Support.Portal portal) : IClassFixture<Support.Portal>
{
    private const string Name = "นางจำปี ทดสอบลบ";
    private const string Phone = "0812349876";
    private const string EraseWord = "ลบตามคำขอ";

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_is_found_by_telephone_and_no_address_or_log_holds_what_was_typed()
    {
        var sage = await SageAsync();
        using var log = new MemoryLog(portal);
        using var head = await portal.MemberAsync("มานพ");

        var page = await head.PressAsync(await head.GetAsync("/studio/privacy"), "ค้นหา", ("words", "081-234-9876"));

        Assert.Equal("/studio/privacy", page.Path);
        Assert.Equal($"/studio/privacy/people/sage/{sage}", page.Link(Name));
        Assert.DoesNotContain("234", log.Text.Replace(sage.ToString(), "", StringComparison.Ordinal), StringComparison.Ordinal);
        var byName = await head.PressAsync(page, "ค้นหา", ("words", "จำปี"));
        Assert.Contains("พบ 1 รายการ", byName.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("จำปี", log.Text, StringComparison.Ordinal);
        var bad = await head.PressAsync(page, "ค้นหา", ("words", "ก"));
        Assert.Contains("โปรดใส่ชื่อ เลขทะเบียน", bad.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_is_shown_on_a_post_only_and_leaves_as_a_file_in_readable_Thai()
    {
        var sage = await SageAsync();
        using var head = await portal.MemberAsync("มานพ");
        var summary = await head.GetAsync($"/studio/privacy/people/sage/{sage}");
        Assert.DoesNotContain("081-234-9876", summary.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("77/9", summary.Html, StringComparison.Ordinal);

        var whole = await head.PressAsync(summary, "แสดงทั้งหมด");
        Assert.Contains("081-234-9876", whole.Main, StringComparison.Ordinal);
        Assert.Contains("77/9", whole.Main, StringComparison.Ordinal);
        Assert.Contains("มานพ (สมมติ) ดูช่องทางติดต่อของปราชญ์", whole.Main, StringComparison.Ordinal);
        Assert.Contains("no-store", whole.Header("Cache-Control"), StringComparison.Ordinal);

        var file = await head.PressAsync(summary, "ดาวน์โหลดไฟล์ JSON");
        Assert.Equal("application/json", file.ContentHeaders.ContentType!.MediaType);
        Assert.Matches("^attachment; filename=personal-data-20[0-9-]{8}[.]json", file.Header("Content-Disposition"));
        Assert.Contains("no-store", file.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Contains(Name, file.Html, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(file.Body);
        Assert.Contains(json.RootElement.GetProperty("ส่วน").EnumerateArray(), p => p.GetProperty("หัวข้อ").GetString() == "ความยินยอม");
        Assert.Equal(2, await portal.AskAsync(db => db.Journal.CountAsync(h => h.SubjectId == sage && h.Verb == "contact-seen", Stop)));
        Assert.Equal(1, await portal.AskAsync(db => db.Journal.CountAsync(h => h.SubjectId == sage && h.Verb == "data-exported", Stop)));
    }

    [Fact]
    public async Task All_consents_are_withdrawn_at_once()
    {
        var sage = await SageAsync();
        using var head = await portal.MemberAsync("มานพ");
        var page = await head.ClickAsync(await head.GetAsync($"/studio/privacy/people/sage/{sage}"), "ถอนความยินยอมทั้งหมด");
        var done = await head.PressAsync(page, "ถอนความยินยอมทั้งหมด");
        Assert.Contains("ถอนความยินยอมทั้งหมดแล้ว", done.Main, StringComparison.Ordinal);
        Assert.False(await portal.AskAsync(db => db.PublicSages().AnyAsync(s => s.Id == sage, Stop)));
    }

    [Fact]
    public async Task Erasing_asks_for_the_word_and_then_nothing_is_found()
    {
        var sage = await SageAsync();
        using var head = await portal.MemberAsync("มานพ");
        var page = await head.GetAsync($"/studio/privacy/people/sage/{sage}/erasure");
        var wrong = await head.PressAsync(page, "ลบข้อมูลของคนนี้", ("typed", "ลบ"));
        Assert.Contains("ยังไม่ได้ลบอะไร", wrong.Main, StringComparison.Ordinal);
        Assert.True(await portal.AskAsync(db => db.Sages.AnyAsync(s => s.Id == sage, Stop)));

        var done = await head.PressAsync(wrong, "ลบข้อมูลของคนนี้", ("typed", EraseWord));

        Assert.Equal("ลบข้อมูลแล้ว", done.Heading);
        Assert.DoesNotContain("จำปี", done.Html, StringComparison.Ordinal);
        Assert.Equal(404, (await head.GetAsync($"/studio/privacy/people/sage/{sage}")).Status);
        Assert.False(await portal.AskAsync(db => db.SageContacts.AnyAsync(c => c.SageId == sage, Stop)));
    }

    [Fact]
    public async Task A_head_of_another_district_finds_nobody()
    {
        var sage = await SageAsync();
        using var head = await portal.MemberAsync("ประเสริฐ");
        Assert.Contains("ไม่พบใคร", (await head.PressAsync(await head.GetAsync("/studio/privacy"), "ค้นหา", ("words", Phone))).Main, StringComparison.Ordinal);
        Assert.Equal(404, (await head.GetAsync($"/studio/privacy/people/sage/{sage}")).Status);
        Assert.Equal(404, (await head.GetAsync($"/studio/privacy/people/sage/{sage}/erasure")).Status);
    }

    [Fact]
    public async Task A_breach_counts_its_hours_and_keeps_what_was_said_before()
    {
        using var head = await portal.MemberAsync("มานพ");
        var form = await head.GetAsync("/studio/privacy/breaches/new");
        var wrong = await head.PressAsync(form, "บันทึก", ("Form.FoundOn", "เมื่อวาน"), ("Form.FoundAt", "25:00"), ("Form.What", "โทรศัพท์หาย"), ("Form.People", "หลายคน"));
        Assert.Equal(("เมื่อวาน", "โทรศัพท์หาย", "หลายคน"), (wrong.Value("Form.FoundOn"), wrong.Document.QuerySelector("[name='Form.What']")!.TextContent.Trim(), wrong.Value("Form.People")));
        Assert.Equal(3, wrong.Document.QuerySelectorAll(".error-summary li").Length);

        var found = KhokNongNa.Portal.ThaiTime.Local(Now.AddHours(-30.5));
        var on = KhokNongNa.Thai.BuddhistDate.Short(DateOnly.FromDateTime(found.DateTime));
        var at = found.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var shown = await head.PressAsync(wrong, "บันทึก", ("Form.FoundOn", on), ("Form.FoundAt", at), ("Form.People", "๑๒"), ("Form.Data", "เบอร์โทร"));
        Assert.Contains("เหลือ 41 ชั่วโมง", shown.Main, StringComparison.Ordinal);
        Assert.Contains("12 คน", shown.Main, StringComparison.Ordinal);

        var later = await head.PressAsync(await head.ClickAsync(shown, "บันทึกเพิ่มหรือแก้"), "บันทึก", ("Form.What", "โทรศัพท์หายที่ตลาด"));
        Assert.Contains("เกิดอะไรขึ้น เดิม: โทรศัพท์หาย", later.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_of_processing_says_what_is_kept_and_leaves_as_a_table()
    {
        using var province = await portal.MemberAsync("อรุณี");
        var page = await province.GetAsync("/studio/privacy/ropa");
        Assert.Contains("ยังไม่ได้ระบุ", page.Main, StringComparison.Ordinal);
        Assert.Contains("90 วัน", page.Main, StringComparison.Ordinal);

        var csv = await province.GetAsync("/studio/privacy/ropa.csv");
        Assert.Equal("text/csv", csv.ContentHeaders.ContentType!.MediaType);
        Assert.Equal(page.Document.QuerySelectorAll("main section h2").Length + 2, csv.Html.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    /// <summary>A sage of district 3104 with a page, a telephone number and a house.</summary>
    private async Task<Guid> SageAsync()
    {
        var sage = Sage.Create(null, null);
        await portal.AskAsync(db => db.InTransaction(
            async () =>
            {
                // Of earlier tests, so that each finds its own.
                foreach (var old in await db.SageContacts.Where(c => c.Value == Phone).ToListAsync(Stop))
                {
                    db.SageContacts.Remove(old);
                    db.Sages.Remove(await db.Sages.SingleAsync(s => s.Id == old.SageId, Stop));
                }

                db.Sages.Add(sage);
                var record = new SageRecord(Name, "310401", new() { GivenName = "จำปี", Summary = "ทำฝาย" }, new() { House = "77/9" });
                await db.PutAsync(sage, record, Actor.System, Now, CheckState.Accepted, Stop);
                db.Consents.Add(sage.Consent(new(ConsentPurpose.Profile, new DateOnly(2026, 1, 1), ConsentMethod.Paper), Actor.System, Now));
                sage.Publish(mayBeShown: true, Actor.System, Now);
                db.SageContacts.Add(new SageContact { SageId = sage.Id, Channel = ContactChannel.Phone, Value = Phone, Visibility = Visibility.Staff });
                await db.SaveChangesAsync(Stop);
                return true;
            },
            Stop));
        return sage.Id;
    }
}
