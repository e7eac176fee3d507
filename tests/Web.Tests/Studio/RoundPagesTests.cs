using KhokNongNa.Portal;
using KhokNongNa.Thai;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>Writing letters, and who sees their boards.</summary>
[Collection(WritersPortal.Name)]
public sealed class RoundPagesTests(Support.Portal portal)
{
    [Fact]
    public async Task What_cannot_be_read_is_said_beside_its_field_and_everything_typed_stays()
    {
        using var officer = await portal.MemberAsync("อรุณี");
        var form = await officer.GetAsync("/studio/rounds/new");

        var wrong = await officer.PressAsync(
            form, "ออกหนังสือ", ("Form.Number", "ว 77"), ("Form.Subject", ""), ("Form.Date", "8/7/3107"), ("Form.Due", "เมื่อวาน"), ("Form.Phone", "1234567890121"), ("Form.Centres.PlotsPer", "ศูนย์"));

        Assert.Equal(("ออกหนังสือรอบใหม่", "ว 77", "8/7/3107", "เมื่อวาน", "ศูนย์"), (wrong.Heading, wrong.Value("Form.Number"), wrong.Value("Form.Date"), wrong.Value("Form.Due"), wrong.Value("Form.Centres.PlotsPer")));
        foreach (var sentence in (string[])["โปรดใส่เรื่องของหนังสือ", "หมายถึง 2564 ใช่หรือไม่", "วันที่เขียนแบบ", "พอร์ทัลไม่เก็บเลขบัตรประชาชน", "ใส่ตัวเลข 1 ถึง 10,000"])
        {
            Assert.Contains(sentence, wrong.Main, StringComparison.Ordinal);
        }

        Assert.Equal(23, wrong.Document.QuerySelectorAll("input[name='Form.To'][checked]").Length);
        Assert.False(await portal.AskAsync(db => db.Directives.AnyAsync(d => d.Number == "ว 77")));
    }

    [Fact]
    public async Task A_letter_of_last_year_is_the_pattern_of_this_years_and_the_same_form_sent_twice_is_one()
    {
        using var officer = await portal.MemberAsync("อรุณี");
        var old = await portal.AskAsync(db => db.Directives.Where(d => d.Key == "buriram-2564-w550-3").Select(d => d.Id).SingleAsync());
        var form = await officer.GetAsync($"/studio/rounds/new?from={old}");
        Assert.Equal(("", "25", "โทร./โทรสาร ๐ ๔๔๖๖ ๖๕๑๒ (มท) ๓๗๑๕๖"), (form.Value("Form.Number"), form.Value("Form.Centres.PlotsPer"), form.Value("Form.Phone")));
        var today = ThaiTime.Day(TimeProvider.System.GetUtcNow());
        (string, string?)[] typed = [("Form.Number", "ว 78"), ("Form.Due", BuddhistDate.Short(today.AddDays(3)))];

        var board = await officer.PressAsync(form, "ออกหนังสือ", typed);
        await officer.PressAsync(form, "ออกหนังสือ", typed);

        Assert.Contains("ถึง 22 อำเภอ ยกเว้น 1", board.Main, StringComparison.Ordinal);
        Assert.Contains("เหลือ 3 วัน", board.Main, StringComparison.Ordinal);
        var letter = await portal.AskAsync(db => db.Directives.SingleAsync(d => d.Number == "ว 78"));
        Assert.Equal((3, 3), (letter.Text.Tasks.Count, letter.Text.Forms.Count));
        Assert.Equal(200, (await portal.Visitor().GetAsync($"/directives/{Uri.EscapeDataString(letter.Slug)}")).Status);

        // Two officers change it at once: the second sees that, and keeps what was typed.
        var (first, second) = (await officer.GetAsync($"/studio/rounds/{letter.Id}/edit"), await officer.GetAsync($"/studio/rounds/{letter.Id}/edit"));
        await officer.PressAsync(first, "บันทึก", ("Form.Summary", "ของคนแรก"));
        var late = await officer.PressAsync(second, "บันทึก", ("Form.Summary", "ของคนที่สอง"));
        Assert.Contains("มีคนแก้หนังสือนี้", late.Main, StringComparison.Ordinal);
        Assert.Equal("ของคนที่สอง", late.Value("Form.Summary"));
    }

    [Fact]
    public async Task The_department_sees_the_board_and_no_register_and_a_district_sees_itself_alone()
    {
        var round = await portal.AskAsync(db => db.Directives.Where(d => d.Key == "buriram-2564-w550-3").Select(d => d.Id).SingleAsync());
        using var department = await portal.MemberAsync("วิภา");
        var board = await department.GetAsync($"/studio/rounds/{round}");
        Assert.Equal(23, board.Document.QuerySelectorAll("table.board tbody tr").Length);
        var district = await department.GetAsync($"/studio/rounds/{round}/3102");
        // The sheet that is passed on to it, and no list.
        Assert.DoesNotContain(district.Document.QuerySelectorAll("main a"), a => a.GetAttribute("href") is { } to && to.StartsWith("/studio/sages", StringComparison.Ordinal) && !to.StartsWith("/studio/sages/sheet", StringComparison.Ordinal));
        Assert.DoesNotContain("ส่งจังหวัด", district.Buttons());

        using var head = await portal.MemberAsync("ประเสริฐ");
        Assert.Equal("อ.คูเมือง", (await head.GetAsync($"/studio/rounds/{round}")).Heading);
        Assert.Equal(404, (await head.GetAsync($"/studio/rounds/{round}/3104")).Status);
        Assert.Equal(404, (await head.OnceAsync($"/studio/rounds/{Guid.CreateVersion7()}")).Status);
        Assert.Contains("เขียนวันที่แบบ", (await department.GetAsync($"/studio/rounds/{round}?day=เมื่อวาน&time=25:99")).Main, StringComparison.Ordinal);
    }
}
