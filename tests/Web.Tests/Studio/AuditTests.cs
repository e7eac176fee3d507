using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>Who runs the portal reads the journal, in a portal of its own: what is counted here nobody else writes.</summary>
public sealed class AuditTests(Support.Portal portal) : IClassFixture<Support.Portal>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_says_in_Thai_who_did_what_and_leads_to_it_and_to_what_changed()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var entry = await writer.DraftAsync("ห่มดินด้วยฟาง");
        await writer.PressAsync(await writer.ClickAsync(entry, "แก้ไข"), "บันทึกร่าง", ("Form.Title", "ห่มดินด้วยฟางหนา"));
        await writer.PressAsync(await writer.GetAsync(entry.Path), "ส่งให้ตรวจ");

        using var admin = await portal.MemberAsync("ธีระ");
        var page = await admin.ClickAsync(await admin.GetAsync("/studio"), "บันทึกการใช้งาน");
        Assert.Contains("สายใจ (สมมติ) ส่งเรื่อง “ห่มดินด้วยฟางหนา” ให้ตรวจ ฉบับที่ 2", page.Main, StringComparison.Ordinal);
        Assert.Contains("สายใจ (สมมติ) แก้เรื่อง “ห่มดินด้วยฟางหนา” ฉบับที่ 2 · แก้ ชื่อเรื่อง", page.Main, StringComparison.Ordinal);
        Assert.Contains("สายใจ (สมมติ) เขียนร่างเรื่อง “ห่มดินด้วยฟางหนา” บทเรียน · อ.นางรอง จ.บุรีรัมย์ · ฉบับที่ 1", page.Main, StringComparison.Ordinal);
        Assert.Contains("ธีระ (สมมติ) เข้าสู่ระบบ โดยเลือกชื่อ (เครื่องพัฒนา)", page.Main, StringComparison.Ordinal);
        Assert.Equal(entry.Path, page.Link("“ห่มดินด้วยฟางหนา”"));

        var item = page.Document.QuerySelectorAll(".audit li").First(l => l.TextContent.Contains("แก้เรื่อง", StringComparison.Ordinal));
        var row = await admin.GetAsync(item.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("ชื่อเรื่อง ก่อน ห่มดินด้วยฟาง หลัง ห่มดินด้วยฟางหนา", row.Main.Replace("ก่อนห่ม", "ก่อน ห่ม", StringComparison.Ordinal).Replace("หลังห่ม", "หลัง ห่ม", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("แถวนี้ตรงกับรหัสของตน", row.Main, StringComparison.Ordinal);
        var history = await admin.ClickAsync(row, "ประวัติทั้งหมดของรายการนี้");
        Assert.Equal(3, history.Document.QuerySelectorAll(".audit li").Length);
    }

    [Fact]
    public async Task No_code_leaks_into_the_sentences()
    {
        using var admin = await portal.MemberAsync("ธีระ");
        await EnrolAsync("ยายมา");
        foreach (var group in (string[])["", "signin", "members", "contacts", "texts", "registers", "running"])
        {
            for (var (page, pages) = (await admin.GetAsync("/studio/audit?group=" + group), 0); pages < 3; pages++)
            {
                Assert.All(
                    page.Document.QuerySelectorAll(".audit li"),
                    item => Assert.DoesNotMatch("[a-z]+-[a-z]+|[0-9a-f]{8}-|ไม่รู้จัก เข้า|รหัส|ทำสิ่งที่พอร์ทัล", Answer.Squeeze(item.LastElementChild!.TextContent)));
                if (page.Links().All(l => l.Words != "เก่ากว่า"))
                {
                    break;
                }

                page = await admin.ClickAsync(page, "เก่ากว่า");
            }
        }
    }

    [Fact]
    public async Task Pages_lead_back_and_forth()
    {
        using var admin = await portal.MemberAsync("ธีระ");
        var first = await admin.GetAsync("/studio/audit?kind=plot");
        Assert.Equal(50, first.Document.QuerySelectorAll(".audit li").Length);
        var second = await admin.ClickAsync(first, "เก่ากว่า");
        Assert.NotEqual(first.Document.QuerySelector(".audit")!.TextContent, second.Document.QuerySelector(".audit")!.TextContent);
        var back = await admin.ClickAsync(second, "ใหม่กว่า");
        Assert.Equal(first.Document.QuerySelector(".audit")!.TextContent, back.Document.QuerySelector(".audit")!.TextContent);
        Assert.Equal("plot", back.Value("kind"));
    }

    [Theory]
    [InlineData("who=อรุณี&kind=sage", "ไม่มีบันทึกที่ตรงกับตัวกรอง")]
    [InlineData("from=๑/๑/๒๕๐๐&to=31 ธ.ค. 2501", "ไม่มีบันทึกที่ตรงกับตัวกรอง")]
    [InlineData("from=1/1/2500&kind=member", "เป็นสมาชิก")]
    [InlineData("from=๑ ม.ค. ๒๕๐๐&to=1/1/2100&kind=member", "เป็นสมาชิก")]
    [InlineData("from=เมื่อวาน", "อ่านวันที่ไม่ได้")]
    [InlineData("from=2/1/2564&to=1/1/2021", "วันสุดท้ายอยู่ก่อนวันแรก")]
    [InlineData("area=3104&kind=member", "อ.นางรอง")]
    [InlineData("who=ระบบ&kind=member", "ระบบ รับ")]
    [InlineData("area=x&group=7&kind=y&subject=z&actor=1&before=-5&after=99999999999999999999", "บันทึกการใช้งาน")]
    public async Task Filters_are_in_the_address_and_nothing_there_breaks_the_page(string query, string expected)
    {
        using var admin = await portal.MemberAsync("ธีระ");
        var page = await admin.GetAsync("/studio/audit?" + Uri.EscapeDataString(query).Replace("%3D", "=", StringComparison.Ordinal).Replace("%26", "&", StringComparison.Ordinal));

        Assert.Equal(200, page.Status);
        Assert.Contains(expected, page.Main, StringComparison.Ordinal);
        foreach (var field in query.Split('&').Select(f => f.Split('=')).Where(f => f[0] is "who" or "from" or "to"))
        {
            Assert.Equal(field[1], page.Value(field[0]));
        }
    }

    [Fact]
    public async Task Who_looked_at_a_telephone_number_has_a_list_of_its_own()
    {
        var slip = await EnrolAsync("ตาคำ");
        var officer = await portal.MemberIdAsync("มานพ");
        await portal.AskAsync(db => db.LookAtPhoneAsync(slip.MemberId, new(officer, [new(Permission.ReadContacts, "")]), Now, Stop));

        using var admin = await portal.MemberAsync("ธีระ");
        var page = await admin.ClickAsync(await admin.GetAsync("/studio/audit"), "ใครดูเบอร์โทร");

        Assert.Contains("มานพ (สมมติ) ดูเบอร์โทรของ ตาคำ", page.Main, StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll(".audit li"), l => Assert.Contains("ดูเบอร์โทรของ", l.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_was_erased_has_no_name_on_any_page_or_in_any_export()
    {
        var slip = await EnrolAsync("ยายปริศนา มหัศจรรย์");
        await portal.AskAsync(async db =>
        {
            await db.WriteMemberAsync(slip.MemberId, new("ยายปริศนา พิสดาร", "", null), Boss, Now, Stop);
            return await db.LookAtPhoneAsync(slip.MemberId, Boss, Now, Stop);
        });
        using var admin = await portal.MemberAsync("ธีระ");
        var history = $"/studio/audit?subject={slip.MemberId}";
        Assert.Contains("ยายปริศนา พิสดาร", (await admin.GetAsync(history)).Main, StringComparison.Ordinal);
        var seq = await portal.AskAsync(db => db.Journal.Where(h => h.SubjectId == slip.MemberId && h.Verb == "written").Select(h => h.Seq).SingleAsync(Stop));
        Assert.Contains("มหัศจรรย์", (await admin.GetAsync($"/studio/audit/{seq}")).Main, StringComparison.Ordinal);
Assert.Contains("รับ ยายปริศนา พิสดาร เป็นสมาชิก", (await ExportAsync(admin, history, "CSV")).Html, StringComparison.Ordinal);

        await portal.AskAsync(async db =>
        {
            await db.EraseMemberAsync(slip.MemberId, Boss, Now, Stop);
            return true;
        });

        var pages = new[] { await admin.GetAsync(history), await admin.GetAsync($"/studio/audit/{seq}"), await ExportAsync(admin, "/studio/audit", "CSV"), await ExportAsync(admin, "/studio/audit", "JSON") };
        Assert.All(pages, page => Assert.DoesNotMatch("ปริศนา|พิสดาร|มหัศจรรย์|812345678|081-234", page.Html));
        Assert.Contains("รับ ผู้ใช้ที่ลบแล้ว เป็นสมาชิก", pages[0].Main, StringComparison.Ordinal);
        Assert.Contains("ลบตามคำขอแล้ว", pages[1].Main, StringComparison.Ordinal);
        Assert.Null((await portal.AskAsync(db => JournalAudit.VerifyAsync(db, Stop))).FirstBroken);
    }

    [Fact]
    public async Task The_chain_is_verified_on_the_page_with_a_head_that_was_noted()
    {
        using var admin = await portal.MemberAsync("ธีระ");
        var page = await admin.GetAsync("/studio/audit");
        var head = page.Document.QuerySelector("#chain ~ dl .mono")!.TextContent;

        var whole = await admin.PressAsync(page, "ตรวจบันทึก", ("anchor", head.ToUpperInvariant()));
        Assert.Contains("บันทึกครบถ้วน", whole.Main, StringComparison.Ordinal);
        Assert.Contains("หัวที่จดไว้อยู่ในบันทึก", whole.Main, StringComparison.Ordinal);
        Assert.Contains("ไม่พบหัวที่จดไว้", (await admin.PressAsync(page, "ตรวจบันทึก", ("anchor", new string('a', 64)))).Main, StringComparison.Ordinal);
        var wrong = await admin.PressAsync(page, "ตรวจบันทึก", ("anchor", "ก"));
        Assert.Contains("รวม 64 ตัว", wrong.Main, StringComparison.Ordinal);
        Assert.Equal("ก", wrong.Value("anchor"));
    }

    [Fact]
    public async Task A_row_that_is_not_there_is_not_found()
    {
        using var admin = await portal.MemberAsync("ธีระ");
        Assert.Equal(404, (await admin.GetAsync("/studio/audit/99999999")).Status);
        Assert.Equal(404, (await admin.GetAsync("/studio/audit/0")).Status);
    }

    private static Actor Boss { get; } = new(Guid.CreateVersion7(), [.. Roles.Permissions(Role.Administrator).Select(p => new Grant(p, ""))]);

    private static async Task<Answer> ExportAsync(Visitor admin, string from, string kind)
    {
        var answer = await admin.PressAsync(await admin.GetAsync(from), kind);
        Assert.Equal(200, answer.Status);
        return answer;
    }

    private Task<Slip> EnrolAsync(string name) => portal.AskAsync(db => db.EnrolAsync(new(name, "", "0812345678"), Role.Villager, "310401", "", null, Boss, Now, Stop));
}
