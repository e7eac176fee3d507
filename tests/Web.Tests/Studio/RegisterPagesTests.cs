using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>Records are entered, sent, checked by somebody else and accepted (D02, D06, D07), without script.</summary>
[Collection(WritersPortal.Name)]
public sealed class RegisterPagesTests(Support.Portal portal)
{
    private const string Save = "บันทึก";

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_in_plain_Thai_and_nothing_typed_is_lost()
    {
        using var worker = await portal.MemberAsync("สายใจ");
        var form = await worker.GetAsync("/studio/sages/new");
        var story = new string('ก', 2_001);

        var refused = await worker.PressAsync(
            form, Save,
            ("f.name", "นางทองใบ ไม่ครบ"), ("f.birth-year", "3107"), ("f.house", "1 3104 00123 45 6"), ("f.experience", story),
            ("f.expertise.0.what", "ห่มดิน"), ("f.expertise.0.years", "สิบ"), ("f.position", "หน้าวัด"));

        Assert.Equal(200, refused.Status);
        Assert.Equal(
            [
                "ปี 3107 น่าจะบวก 543 ซ้ำ หมายถึง 2564 ใช่หรือไม่",
                "โปรดเลือกตำบลในอำเภอที่เลือก",
                "พอร์ทัลไม่เก็บเลขบัตรประชาชน โปรดเอาเลข 13 หลักออกจากบ้านเลขที่",
                "พิกัดต้องเป็นละติจูด, ลองจิจูดในประเทศไทย เช่น 14.99312, 103.10285",
                "ความเชี่ยวชาญต้องเป็นตัวเลข 0 ถึง 100 ไม่ใช่ «สิบ»",
                "ประสบการณ์ยาวเกินไป ใช้ได้ไม่เกิน 2,000 ตัวอักษร (2,001 ตัวอักษรตอนนี้)",
            ],
            refused.Document.QuerySelectorAll(".error-summary li").Select(l => Answer.Squeeze(l.TextContent)));
        Assert.Equal(("นางทองใบ ไม่ครบ", "3107", "สิบ", story), (refused.Value("f.name"), refused.Value("f.birth-year"), refused.Value("f.expertise.0.years"), refused.Value("f.experience")));
        Assert.False(await portal.AskAsync(db => db.Sages.AnyAsync(s => s.Name.Contains("ไม่ครบ"))));
    }

    [Theory]
    [InlineData("1478", "ปี 1478 น่าจะลบ 543 ซ้ำ หมายถึง 2564 ใช่หรือไม่")]
    [InlineData("2590", "ปีเกิด 2590 ยังมาไม่ถึง โปรดดูอีกครั้ง")]
    [InlineData("แก่แล้ว", "โปรดใส่ปีเกิดเป็นตัวเลข 4 ตัว เช่น 2499")]
    public async Task A_year_of_birth_that_cannot_be_is_asked_about(string typed, string said)
    {
        using var worker = await portal.MemberAsync("สายใจ");

        var refused = await EnterAsync(worker, "นางปีเกิด", ("f.birth-year", typed));

        Assert.Contains(said, refused.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_is_sent_returned_with_a_remark_sent_again_checked_and_accepted_by_others()
    {
        using var worker = await portal.MemberAsync("สายใจ");
        using var head = await portal.MemberAsync("มานพ");
        var record = await EnterAsync(worker, "นายสุขใจ ทางยาว", ("f.birth-year", "๒๔๙๙"), ("f.village.moo", "๔"));
        Assert.Contains("ยังไม่มีเลขทะเบียน", record.Main, StringComparison.Ordinal);
        Assert.Contains("พ.ศ. 2499", record.Main, StringComparison.Ordinal);

        record = await worker.PressAsync(record, "ส่งให้คนที่สองตรวจ");
        Assert.Contains("ท่านเป็นผู้บันทึก ต้องให้คนที่สอง", record.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("ตรวจรายการนี้", record.Links().Select(l => l.Words));

        var check = await head.ClickAsync(await head.GetAsync(record.Path), "ตรวจรายการนี้");
        var undecided = await head.PressAsync(check, "ตรวจแล้วถูกต้อง", ("remark.nickname", "ขอชื่อที่ชาวบ้านเรียก"));
        Assert.Contains("ท่านเขียนสิ่งที่ต้องแก้ไว้", undecided.Main, StringComparison.Ordinal);
        Assert.Equal("ขอชื่อที่ชาวบ้านเรียก", undecided.Value("remark.nickname"));
        await head.PressAsync(undecided, "ตีกลับให้แก้");

        var form = await worker.GetAsync(record.Path + "/edit");
        Assert.Contains("ขอชื่อที่ชาวบ้านเรียก", form.Main, StringComparison.Ordinal);
        record = await worker.PressAsync(form, Save, ("f.nickname", "ลุงสุข"));
        await worker.PressAsync(record, "ส่งให้คนที่สองตรวจ");

        await head.PressAsync(await head.GetAsync(record.Path + "/check"), "ตรวจแล้วถูกต้อง");
        var accepted = await head.PressAsync(await head.GetAsync(record.Path), "รับรอง");
        Assert.Matches("เลขทะเบียน 3104-P-[0-9]{4}", accepted.Main);
        Assert.DoesNotContain("ขอชื่อที่ชาวบ้านเรียก", accepted.Main, StringComparison.Ordinal);
        Assert.Contains("ยังไม่มีความยินยอม", accepted.Main, StringComparison.Ordinal);
        Assert.True(accepted.Document.QuerySelector("button[disabled]")!.TextContent.Contains("เผยแพร่", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_second_sees_both_texts_and_may_put_hers_on_top()
    {
        using var worker = await portal.MemberAsync("สายใจ");
        using var head = await portal.MemberAsync("มานพ");
        var record = await EnterAsync(worker, "นายสองมือ พร้อมกัน");
        var hers = await worker.GetAsync(record.Path + "/edit");
        await head.PressAsync(await head.GetAsync(record.Path + "/edit"), Save, ("f.summary", "ของหัวหน้า"));

        var told = await worker.PressAsync(hers, Save, ("f.summary", "ของพัฒนากร"));

        Assert.Contains("มีคนบันทึกรายการนี้ก่อนท่าน", told.Main, StringComparison.Ordinal);
        Assert.Equal(["ของหัวหน้า", "ของพัฒนากร"], told.Document.QuerySelectorAll(".compare pre").Select(p => p.TextContent));
        var saved = await worker.PressAsync(told, Save);
        Assert.Contains("ของพัฒนากร", saved.Main, StringComparison.Ordinal);
        Assert.Contains("ประวัติการบันทึก 3 ฉบับ", saved.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_record()
    {
        using var worker = await portal.MemberAsync("สายใจ");
        var form = await worker.GetAsync("/studio/plots/new");
        (string, string?)[] typed = [("f.name", "แปลงส่งซ้ำ"), ("f.round", "๒๕๖๔"), ("f.size", "3 ไร่ 2 งาน"), ("f.household", "ครัวเรือนส่งซ้ำ"), ("Area.Tambon", "310401")];

        await worker.PressAsync(form, Save, typed);
        var again = await worker.PressAsync(form, Save, typed);

        Assert.Equal(200, again.Status);
        Assert.Contains("3 ไร่ 2 งาน", again.Main, StringComparison.Ordinal);
        Assert.Equal(1, await portal.AskAsync(db => db.Plots.CountAsync(p => p.Name == "แปลงส่งซ้ำ")));
    }

    [Fact]
    public async Task Who_works_elsewhere_finds_nothing_and_cannot_write_there()
    {
        using var worker = await portal.MemberAsync("สายใจ");
        using var stranger = await portal.MemberAsync("ประเสริฐ");
        var record = await EnterAsync(worker, "นางต่างถิ่น หาไม่พบ");

        Assert.Equal(404, (await stranger.GetAsync(record.Path)).Status);
        Assert.DoesNotContain("ต่างถิ่น", (await stranger.GetAsync("/studio/sages?q=" + Uri.EscapeDataString("ต่างถิ่น"))).Html.Replace("value=\"ต่างถิ่น\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var refused = await stranger.PressAsync(await stranger.GetAsync("/studio/sages/new"), Save, ("f.name", "นางล้ำเขต"), ("Area.Tambon", "310401"));
        Assert.Contains("โปรดเลือกตำบลในอำเภอที่เลือก", refused.Main, StringComparison.Ordinal);
        var forced = await stranger.PressAsync(await stranger.GetAsync("/studio/sages/new"), Save, ("f.name", "นางล้ำเขต"), ("Area.District", "3104"), ("Area.Tambon", "310401"));
        Assert.Contains("อยู่นอกพื้นที่ที่ท่านดูแล", forced.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_tells_how_complete_and_checked_a_district_is_and_finds_what_lacks_a_field()
    {
        using var worker = await portal.MemberAsync("สายใจ");
        var record = await EnterAsync(worker, "นางขาดภาษา หาเจอ");
        await portal.AskAsync(db => db.Sages.SingleAsync(s => s.Name == "นางขาดภาษา หาเจอ"));

        var list = await worker.GetAsync("/studio/sages?missing=source&q=" + Uri.EscapeDataString("ขาดภาษา"));

        Assert.Contains("พบ 1 รายการ", list.Main, StringComparison.Ordinal);
        Assert.Equal(record.Path, list.Link("นางขาดภาษา หาเจอ"));
        var sum = await portal.AskAsync(db => db.Sages.Where(s => s.AreaCode.StartsWith("3104")).Select(s => new { s.Percent, s.State }).ToListAsync());
        var cells = list.Document.QuerySelectorAll("details table tbody tr").Single().QuerySelectorAll("td").Select(c => Answer.Squeeze(c.TextContent)).ToList();
        Assert.Equal(
            ($"{sum.Count}", $"{sum.Sum(s => s.Percent) / sum.Count}%", $"{sum.Count(s => s.State is CheckState.Checked or CheckState.Accepted)}"),
            (cells[1], cells[2].Split(' ')[^1], cells[4].Split(' ')[0]));
    }

    private static async Task<Answer> EnterAsync(Visitor officer, string name, params (string, string?)[] more) => await officer.PressAsync(
        await officer.GetAsync("/studio/sages/new"),
        Save,
        [("f.name", name), ("Area.Tambon", "310401"), ("f.expertise.0.what", "ห่มดิน"), .. more]);
}
