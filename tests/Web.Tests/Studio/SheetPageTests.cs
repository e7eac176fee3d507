using System.Globalization;
using System.Text.RegularExpressions;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>Rows of a register leave the portal as files that a spreadsheet opens.</summary>
public sealed partial class SheetPageTests(Support.Portal portal) : IClassFixture<Support.Portal>
{
    private const string Download = "ออกตาราง";

    [Theory]
    [InlineData("sages", "Xlsx")]
    [InlineData("sages", "Csv")]
    [InlineData("plots", "Xlsx")]
    [InlineData("centres", "Csv")]
    public async Task The_working_sheet_has_a_row_for_each_of_the_list(string register, string format)
    {
        using var officer = await portal.MemberAsync("อรุณี");
        var list = await officer.GetAsync($"/studio/{register}");
        var file = await officer.PressAsync(await officer.ClickAsync(list, "ดาวน์โหลดตารางทำงาน"), Download, ("Form.AreaCode", "31"), ("Form.Format", format));

        Assert.Equal((200, "no-store, no-cache"), (file.Status, file.Header("Cache-Control")));
        Assert.Contains(Uri.EscapeDataString("-ตารางทำงาน-จ.บุรีรัมย์-25"), file.Header("Content-Disposition"), StringComparison.Ordinal);
        var table = SheetReader.Read(new MemoryStream(file.Body), "a");
        Assert.Equal(int.Parse(Found().Match(list.Main).Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), table.Rows.Count);
        Assert.Equal("รหัส", table.Header[0]);
        Assert.Equal(table.Rows.Count, table.Rows.Select(r => r[0]).Distinct().Count());
    }

    [Fact]
    public async Task The_department_gets_the_sheet_that_is_passed_on_and_nothing_else()
    {
        using var department = await portal.MemberAsync("วิภา");
        var page = await department.GetAsync("/studio/sages/sheet");

        Assert.Contains("ตารางส่งต่อ ทะเบียนปราชญ์", page.Heading, StringComparison.Ordinal);
        Assert.Equal(404, (await department.GetAsync("/studio/sages/sheet?use=working")).Status);
        Assert.Equal(404, (await department.GetAsync("/studio/sages")).Status);
        var table = SheetReader.Read(new MemoryStream((await department.PressAsync(page, Download, ("Form.AreaCode", ""), ("Form.Format", "Xlsx"))).Body), "a");
        Assert.DoesNotContain("รหัส", table.Header);
        Assert.DoesNotContain("บ้านเลขที่", table.Header);
    }

    [Fact]
    public async Task On_paper_stands_the_register_of_the_place_and_the_journal_tells_who_took_it()
    {
        using var officer = await portal.MemberAsync("อรุณี");
        var paper = await officer.PressAsync(await officer.GetAsync("/studio/sages/sheet"), Download, ("Form.AreaCode", "31"), ("Form.Format", "Print"));

        Assert.Equal("ทะเบียนปราชญ์ จ.บุรีรัมย์", paper.Heading);
        Assert.NotEmpty(paper.Document.QuerySelectorAll(".register-sheet tbody tr"));
        using var admin = await portal.MemberAsync("ธีระ");
        Assert.Contains("อรุณี (สมมติ) ส่งออกตารางทะเบียน ทะเบียนปราชญ์ · จ.บุรีรัมย์ · รวม", (await admin.GetAsync("/studio/audit?group=contacts")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_of_somebody_else_is_refused_beside_the_field()
    {
        using var head = await portal.MemberAsync("มานพ");
        var page = await head.GetAsync("/studio/sages/sheet?use=working");
        var refused = await head.PostAsync("/studio/sages/sheet?use=working", Forms.Fill(page.Document.QuerySelectorAll("form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().Last(), [("Form.AreaCode", "3102")]));

        Assert.Equal(200, refused.Status);
        Assert.Contains("ท่านยังไม่มีสิทธิ์ดูทะเบียนทั้งหมดในพื้นที่นี้", refused.Main, StringComparison.Ordinal);
    }

    [GeneratedRegex("พบ ([0-9,]+) รายการ")]
    private static partial Regex Found();
}
