using System.Globalization;
using System.Text;
using KhokNongNa.Portal.Programme.Intake;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>A sheet is pasted, looked at, put right, accepted and taken back (D08, J5), without script.</summary>
[Collection(WritersPortal.Name)]
public sealed class IntakePagesTests(Support.Portal portal)
{
    private const string Header = "ชื่อ-นามสกุล\tชื่อเล่น\tปีเกิด\tตำบล\n";

    private const string Look = "ตรวจตาราง";

    // นางนวล ศรีลาวงษ์ of ต.ตูมใหญ่ is in the register; หนองโสน lies in อ.นางรอง.
    private static readonly string Fourteen = Header + string.Join(
        '\n',
        "นายกฤษณะ บึงไสย์\tลุงกิด\t2499\tคูเมือง", "นางขวัญเรือน ซอนแก้ว\t\t๒๕๐๒\tต.คูเมือง", "นายฉลอง ตะเคียนราม\t\tพ.ศ. 2510\tปะเคียบ", "นางสาวโฉมยงค์ ถนอมพล\t\t1968\tปะเคียบ",
        "นายเดชณรงค์ ฝ่ายโคก\t\t\tหินเหล็กไฟ", "นางทับทิม เวียงนนท์\t\t2500\tหนองโสน", "นายบรรจง ลุนสะแกวงษ์\t\t2515\tหินเหล็กไฟ", "นางผ่องศรี หอมสมบัติ\t\t2498\tคูเมือง",
        "นางนวล ศรีลาวงษ์\tยายนวลใหม่\t2490\tตูมใหญ่", "นายยุทธนา ฉิมมาลี\t\t2521\tคูเมือง", "นางเรียม โพยนอก\t\t2503\tปะเคียบ", "นายสนั่น เชิดโกทา\t\t2494\tปะเคียบ",
        "นางอ่อนสา ปุยะติ\t\t2506\tหินเหล็กไฟ", "นายเอกชัย ดวงแก้วกลาง\t\t2530\tคูเมือง");

    [Fact]
    public async Task Of_fourteen_rows_twelve_go_in_one_is_put_right_one_goes_into_the_record_that_is_there_and_all_is_taken_back()
    {
        using var officer = await portal.MemberAsync("ประเสริฐ");
        var before = await CountAsync();

        var review = await PasteAsync(officer, Fourteen);

        Assert.Equal(["นำเข้าได้ 12", "ต้องแก้ 1", "อาจซ้ำ 1"], Sums(review));
        Assert.Contains("ใน อ.คูเมือง จ.บุรีรัมย์ ไม่มีตำบล «หนองโสน»", review.Main, StringComparison.Ordinal);
        Assert.Contains("ตูมใหญ่ · บ้านแพ · ปะเคียบ", review.Main, StringComparison.Ordinal);
        Assert.Contains("อาจซ้ำกับ นางนวล ศรีลาวงษ์", (await officer.GetAsync(review.Path + "?show=Alike")).Main, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());

        review = await officer.PressAsync(review, "นำเข้า 12 แถวที่พร้อม");
        Assert.Equal((before + 12, "ต้องแก้ 1"), (await CountAsync(), Sums(review)[0]));

        var row = await officer.GetAsync($"{review.Path}/rows/7");
        var still = await officer.PressAsync(row, "ตรวจแถวนี้อีกครั้ง", ("c.3", "บ้านไม่มีจริง"), ("c.1", "ป้าทับทิม"));
        Assert.Equal(("บ้านไม่มีจริง", "ป้าทับทิม"), (still.Value("c.3"), still.Value("c.1")));
        await officer.PressAsync(still, "ตรวจแถวนี้อีกครั้ง", ("area", "310205"));
        var alike = await officer.GetAsync($"{review.Path}/rows/10");
        review = await officer.PressAsync(alike, "คนเดียวกัน เอาค่าใหม่จากตารางใส่รายการนั้น");
        review = await officer.PressAsync(review, "นำเข้า 2 แถวที่พร้อม");

        Assert.Equal("นำเข้าครบแล้ว", review.Heading);
        Assert.Equal(before + 13, await CountAsync());
        Assert.Equal(("310205", "ป้าทับทิม"), await portal.AskAsync(async db => await db.Sages.Where(s => s.Name == "นางทับทิม เวียงนนท์").Select(s => new { s.AreaCode, s.Profile }).SingleAsync() is var s ? (s.AreaCode, s.Profile.Nickname) : default));

        review = await officer.PressAsync(review, "ย้อนทั้งชุด");
        Assert.Equal(("ย้อนแล้วทั้งชุด", before), (review.Heading, await CountAsync()));
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        using var officer = await portal.MemberAsync("ประเสริฐ");
        var form = await officer.GetAsync("/studio/sages/import");

        var refused = await officer.PressAsync(form, Look, ("Text", Header + "นายมั่น คงทน\t\t\tคูเมือง"), ("Area", ""));

        Assert.Equal(200, refused.Status);
        Assert.Contains("โปรดเลือกอำเภอหรือจังหวัดของข้อมูลในตาราง", refused.Main, StringComparison.Ordinal);
        Assert.Contains("นายมั่น คงทน", refused.Value("Text"), StringComparison.Ordinal);
        Assert.Contains("โปรดวางตาราง หรือเลือกไฟล์", (await officer.PressAsync(form, Look)).Main, StringComparison.Ordinal);
        Assert.Contains("มีแต่หัวตาราง", (await officer.PressAsync(form, Look, ("Text", Header))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strange_headings_are_asked_about_once_and_a_file_does_as_well()
    {
        using var officer = await portal.MemberAsync("ประเสริฐ");
        var columns = await PasteAsync(officer, "ใครกันหนอ\tบ้านเกิดเมืองนอน\nนายเสงี่ยม จบหล้า\tคูเมือง");
        Assert.Equal("คอลัมน์ตรงกับช่องไหน", columns.Heading);
        Assert.Contains("เช่น นายเสงี่ยม จบหล้า", columns.Main, StringComparison.Ordinal);
        Assert.Contains("อย่างน้อยหนึ่งคอลัมน์", (await officer.PressAsync(columns, "ใช้การจับคู่นี้", ("Columns[1]", "area"))).Main, StringComparison.Ordinal);

        var review = await officer.PressAsync(columns, "ใช้การจับคู่นี้", ("Columns[0]", "name"), ("Columns[1]", "area"));
        Assert.Equal(["นำเข้าได้ 1"], Sums(review));

        var again = await officer.UploadAsync(
            await officer.GetAsync("/studio/sages/import"), Look, Encoding.UTF8.GetBytes("บ้านเกิดเมืองนอน,ใครกันหนอ\nปะเคียบ,นางเสนาะ จบฟ้า\n"), "ปราชญ์.csv");
        Assert.Equal(["นำเข้าได้ 1"], Sums(again));
    }

    [Fact]
    public async Task A_long_sheet_goes_on_behind_the_page_which_says_how_far_it_has_come()
    {
        using var officer = await portal.MemberAsync("ประเสริฐ");
        var before = await CountAsync();
        var names = Enumerable.Range(0, 260).Select(i => $"นาย{Word(i)} {Word((i * 37) + 11)}\t\t\tคูเมือง");

        var progress = await PasteAsync(officer, Header + string.Join('\n', names));

        var review = await DoneAsync(officer, progress.Path);
        Assert.Equal("ผลตรวจก่อนนำเข้า", review.Heading);
        Assert.Equal(before, await CountAsync());
        await officer.PressAsync(review, "แถวที่พร้อม");
        review = await DoneAsync(officer, progress.Path);
        var sheet = Guid.Parse(progress.Path.Split('/')[^1]);
        var written = await portal.AskAsync(db => db.IntakeRows.CountAsync(r => r.State == RowState.Written && r.BatchId == sheet));
        Assert.Equal(before + written, await CountAsync());
        Assert.True(written > 200, $"{written} of 260 were good.");
        await officer.PressAsync(review, "ย้อนทั้งชุด");
        await DoneAsync(officer, progress.Path);
        Assert.Equal(before, await CountAsync());
    }

    private Task<int> CountAsync() => portal.AskAsync(db => db.Sages.CountAsync(s => s.AreaCode.StartsWith("3102")));

    private static async Task<Answer> PasteAsync(Visitor officer, string table) =>
        await officer.PressAsync(await officer.GetAsync("/studio/sages/import"), Look, ("Text", table));

    private static async Task<Answer> DoneAsync(Visitor officer, string path)
    {
        Answer? page = null;
        await Until.Async(async () => (page = await officer.GetAsync(path)).Document.GetElementById("intake-progress") is null, "the portal is done with the sheet");
        return page!;
    }

    private static List<string> Sums(Answer page) => [.. page.Document.QuerySelectorAll(".sums .chip").Select(c => Answer.Squeeze(c.TextContent))];

    // Unlike each other in sound.
    private static string Word(int seed)
    {
        string[] parts = ["กะ", "ขัน", "คง", "งิ้ว", "จิต", "ฉาย", "ชม", "เดช", "ต้น", "ถิ่น", "ธง", "นก", "บึง", "ปลา", "ผา", "ฝน", "พืช", "ฟ้า", "ภูมิ", "มล"];
        return string.Create(CultureInfo.InvariantCulture, $"{parts[seed % 20]}{parts[seed / 20 % 20]}{parts[((seed * 13) + 5) % 20]}");
    }
}
