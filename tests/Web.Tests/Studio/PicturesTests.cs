using System.Text;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Tests.Media;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>Pictures of a lesson: uploaded, described, chosen for a step, shown while everybody in them agrees. Without script.</summary>
[Collection(WritersPortal.Name)]
public sealed class PicturesTests(Support.Portal portal)
{
    private const string Add = "เพิ่มรูปนี้";

    [Fact]
    public async Task A_picture_of_a_sage_comes_to_readers_with_the_consent_and_goes_with_it()
    {
        const string Sage = "sage-kaew";
        using var writer = await portal.MemberAsync("สายใจ");
        using var head = await portal.MemberAsync("มานพ");
        using var reader = portal.Visitor();
        var sage = await portal.AskAsync(db => db.Sages.SingleAsync(s => s.Key == Sage));
        var entry = await writer.DraftAsync("ปักดำกับแม่แก้ว", ("Form.Sages", Sage));

        // The form warns beside the sage; afterwards the list does.
        var pictures = await writer.ClickAsync(entry, "รูปของเรื่อง");
        Assert.Contains($"{sage.Name} ยังไม่ได้ยินยอมให้ใช้ภาพถ่าย", Answer.Squeeze(pictures.Document.QuerySelector(".not-agreed")!.TextContent), StringComparison.Ordinal);
        pictures = await writer.UploadAsync(pictures, Add, Photos.WithPlace(), "IMG_0001.jpg", ("Picture.Alt", "แม่แก้วปักกล้า"), ("Picture.Shows", sage.Id.ToString()));
        Assert.Contains("เพิ่มรูปแล้ว", pictures.Main, StringComparison.Ordinal);
        Assert.Contains("รูปนี้ผู้อ่านจะไม่เห็น", pictures.Main, StringComparison.Ordinal);
        Assert.Equal(200, (await writer.GetAsync(pictures.Document.QuerySelector(".pictures img")!.GetAttribute("src")!)).Status);

        // Chosen for the second step, in place of the drawing.
        var edit = await writer.GetAsync(entry.Path + "/edit");
        var picture = edit.Document.QuerySelectorAll("select[name='Form.Steps[1].Picture'] option").Single(o => o.TextContent.StartsWith("รูปที่ 1", StringComparison.Ordinal));
        Assert.Equal("รูปที่ 1 แม่แก้วปักกล้า", Answer.Squeeze(picture.TextContent));
        entry = await writer.PressAsync(edit, "บันทึกร่าง", ("Form.Steps[1].Picture", picture.GetAttribute("value")!), ("Form.Steps[1].Alt", ""));
        Assert.Equal(picture.GetAttribute("value")!, (await writer.GetAsync(entry.Path + "/edit")).Value("Form.Steps[1].Picture"));

        var refused = await writer.PressAsync(entry, "ส่งให้ตรวจ");
        Assert.Contains($"ภาพในขั้นที่ 2 มี{sage.Name} ซึ่งยังไม่ได้ยินยอมให้ใช้ภาพถ่าย", refused.Main, StringComparison.Ordinal);
        await AgreeAsync(sage.Id);
        var atHead = await head.ApproveAsync(await head.GetAsync((await writer.PressAsync(refused, "ส่งให้ตรวจ")).Path));
        Assert.Contains("/studio/pictures/", (await head.ClickAsync(atHead, "อ่านฉบับล่าสุด")).Document.QuerySelector(".steps img")!.GetAttribute("src"), StringComparison.Ordinal);
        atHead = await head.PressAsync(atHead, "เผยแพร่");

        var url = atHead.Link("ดูหน้าที่เผยแพร่");
        var shown = (await reader.GetAsync(url)).Document.QuerySelector(".steps img")!;
        Assert.StartsWith($"/pictures/{picture.GetAttribute("value")!}/640.webp?v=", shown.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Equal(("แม่แก้วปักกล้า", "1600", "2400", "lazy"), (shown.GetAttribute("alt"), shown.GetAttribute("width"), shown.GetAttribute("height"), shown.GetAttribute("loading")));
        Assert.Matches(@"/1600\.webp\?v=[0-9a-f]{12} 1600w$", shown.GetAttribute("srcset"));
        Assert.Equal(200, (await reader.GetAsync(shown.GetAttribute("src")!)).Status);

        await WithdrawAsync(sage.Id);
        Assert.Equal(404, (await reader.GetAsync(shown.GetAttribute("src")!)).Status);
        // As a member: nothing is kept for one.
        var after = await head.GetAsync(url);
        Assert.Null(after.Document.QuerySelector(".steps img"));
        Assert.Contains("หนาหนึ่งคืบ", after.Main, StringComparison.Ordinal);
        await Until.Async(async () => !(await reader.GetAsync(url)).Html.Contains(picture.GetAttribute("value")!, StringComparison.Ordinal), "the kept page is gone");
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_the_field_and_the_form_stays_filled()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var pictures = await PicturesAsync(writer, "รูปผิดแบบ");

        Assert.Contains("โปรดเลือกรูปก่อน", (await writer.PressAsync(pictures, Add, ("Picture.Alt", "ฟาง"))).Main, StringComparison.Ordinal);
        Assert.Contains("โปรดบอกว่ารูปนี้แสดงอะไร", (await writer.UploadAsync(pictures, Add, Photos.Png(), "a.png")).Main, StringComparison.Ordinal);
        foreach (var (file, told) in ((byte[], string)[])
        [
            (Encoding.Latin1.GetBytes("\0\0\0\u0018ftypheic\0\0\0\0mif1"), "HEIC ของไอโฟน"),
            ("<svg onload='alert(1)'/>"u8.ToArray(), "ภาพวาด SVG"),
            (Encoding.Latin1.GetBytes("MZ\u0090\0"), "เป็นโปรแกรม"),
            (Photos.Jpeg()[..2_000], "ไฟล์ขาดหรือเสีย"),
            ([], "ว่างเปล่า"),
            ([.. Photos.Jpeg(), .. new byte[20_000_000]], "ใหญ่กว่า 15 MB"),
        ])
        {
            var refused = await writer.UploadAsync(pictures, Add, file, "รูป.jpg", ("Picture.Alt", "ฟาง <b>แห้ง"), ("Picture.Shows", await BoonmeeAsync()));
            Assert.Equal(200, refused.Status);
            Assert.Contains(told, refused.Document.QuerySelector(".field-error")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("ฟาง <b>แห้ง", refused.Value("Picture.Alt"));
            Assert.Single(refused.Document.QuerySelectorAll("[name='Picture.Shows'][checked]"));
            Assert.Empty(refused.Document.QuerySelectorAll(".pictures li"));
        }
    }

    [Fact]
    public async Task What_no_camera_makes_is_refused_in_Thai()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var pictures = await PicturesAsync(writer, "รูปใหญ่มาก");
        var answer = await writer.UploadAsync(pictures, Add, new byte[45_000_000], "a.jpg", ("Picture.Alt", "x"));
        Assert.Equal((413, "ข้อมูลใหญ่เกินไป"), (answer.Status, answer.Heading));
    }

    [Fact]
    public async Task A_picture_is_described_anew_and_taken_away()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var pictures = await PicturesAsync(writer, "แก้แล้วเอาออก");
        pictures = await writer.UploadAsync(pictures, Add, Photos.WebP(), "a", ("Picture.Alt", "ก่อนแก้"));
        var file = pictures.Document.QuerySelector(".pictures img")!.GetAttribute("src")!;

        var page = await writer.ClickAsync(pictures, "แก้หรือเอาออก");
        Assert.Contains("โปรดบอกว่ารูปนี้แสดงอะไร", (await writer.PressAsync(page, "บันทึก", ("Picture.Alt", " "))).Main, StringComparison.Ordinal);
        // Somebody whom the form does not offer is not taken.
        var stranger = await portal.AskAsync(db => db.Sages.Where(s => s.Key == "sage-wirat").Select(s => s.Id).SingleAsync());
        pictures = await writer.PressAsync(page, "บันทึก", ("Picture.Alt", "หลังแก้"), ("Picture.Shows", await BoonmeeAsync()), ("Picture.Shows", stranger.ToString()));
        Assert.Contains("หลังแก้ เห็นนายบุญมี ดินร่มเย็น", pictures.Main, StringComparison.Ordinal);

        page = await writer.ClickAsync(pictures, "แก้หรือเอาออก");
        Assert.Equal("หลังแก้", page.Value("Picture.Alt"));
        pictures = await writer.PressAsync(page, "เอารูปออก");
        Assert.Contains("เอารูปออกแล้ว", pictures.Main, StringComparison.Ordinal);
        Assert.Empty(pictures.Document.QuerySelectorAll(".pictures li"));
        Assert.Equal(404, (await writer.OnceAsync(file)).Status);
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(portal.DataFolder, "pictures"), file.Split('/')[3], SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_form_with_a_picture_sent_after_the_session_ended_keeps_its_words()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var pictures = await PicturesAsync(writer, "รูปตอนหมดเวลา");
        foreach (System.Net.Cookie cookie in writer.Cookies.GetCookies(portal.Address))
        {
            cookie.Expired = cookie.Name == "session";
        }

        var held = await writer.UploadAsync(pictures, Add, Photos.Jpeg(2_000, 2_000), "a.jpg", ("Picture.Alt", "ฟางที่พิมพ์ไว้"));
        Assert.Equal("เข้าสู่ระบบอีกครั้ง", held.Heading);
        var again = await writer.PressAsync(await writer.PressAsync(held, "สายใจ"), "ส่งข้อมูลต่อ");
        Assert.Contains("โปรดเลือกรูปก่อน", again.Main, StringComparison.Ordinal);
        Assert.Equal("ฟางที่พิมพ์ไว้", again.Value("Picture.Alt"));
    }

    [Fact]
    public async Task Who_saves_data_gets_a_link_with_the_size_in_place_of_the_picture()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var entry = await writer.DraftAsync("รูปกับประหยัดเน็ต");
        await writer.UploadAsync(await writer.ClickAsync(entry, "รูปของเรื่อง"), Add, Photos.Jpeg(), "a.jpg", ("Picture.Alt", "ฟางแห้ง"));
        var edit = await writer.GetAsync(entry.Path + "/edit");
        var picture = edit.Document.QuerySelectorAll("select[name='Form.Steps[0].Picture'] option").Single(o => o.TextContent.StartsWith("รูปที่ 1", StringComparison.Ordinal)).GetAttribute("value")!;
        entry = await writer.PressAsync(await writer.PressAsync(edit, "บันทึกร่าง", ("Form.Steps[0].Picture", picture)), "ส่งให้ตรวจ");
        using var head = await portal.MemberAsync("มานพ");
        var url = (await head.PressAsync(await head.ApproveAsync(await head.GetAsync(entry.Path)), "เผยแพร่")).Link("ดูหน้าที่เผยแพร่");

        using var reader = portal.Visitor();
        await reader.PressAsync(await reader.GetAsync("/display"), "ใช้แบบนี้", ("saver", "1"));
        var saved = await reader.GetAsync(url);
        Assert.Empty(saved.Document.QuerySelectorAll("main img"));
        Assert.Matches(@"^แตะเพื่อดูรูป: ฟางแห้ง \(\d+ KB\)$", saved.Links().Single(l => l.Href.StartsWith($"/pictures/{picture}/640.webp", StringComparison.Ordinal)).Words);
    }

    private static async Task<Answer> PicturesAsync(Visitor writer, string title) => await writer.ClickAsync(await writer.DraftAsync(title), "รูปของเรื่อง");

    private async Task<string> BoonmeeAsync() => (await portal.AskAsync(db => db.Sages.Where(s => s.Key == "sage-boonmee").Select(s => s.Id).SingleAsync())).ToString();

    private Task<bool> AgreeAsync(Guid sage) => WriteAsync(async db => db.Consents.Add(
        (await db.Sages.SingleAsync(s => s.Id == sage)).Consent(new(ConsentPurpose.Photo, new DateOnly(2026, 11, 1), ConsentMethod.Paper), Actor.System, TimeProvider.System.GetUtcNow())));

    private Task<bool> WithdrawAsync(Guid sage) => WriteAsync(async db => (await db.Sages.SingleAsync(s => s.Id == sage)).Withdraw(
        await db.Consents.SingleAsync(c => c.SageId == sage && c.Purpose == ConsentPurpose.Photo && c.WithdrawnAt == null), Actor.System, TimeProvider.System.GetUtcNow()));

    private Task<bool> WriteAsync(Func<KhokNongNa.Portal.Data.PortalDb, Task> work) => portal.AskAsync(db => db.InTransaction(
        async () =>
        {
            await work(db);
            await db.SaveChangesAsync();
            return true;
        },
        default));
}
