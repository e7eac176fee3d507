using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>The office records what a sage agreed to, without script (D14, J8).</summary>
[Collection(WritersPortal.Name)]
public sealed class ConsentPageTests(Support.Portal portal)
{
    [Fact]
    public async Task What_is_wrong_is_told_beside_its_field_and_nothing_typed_is_lost()
    {
        var sage = await portal.AddSageAsync("นางคำพอง ใบหนึ่ง", []);
        using var worker = await portal.MemberAsync("สายใจ");
        var page = await worker.GetAsync($"/studio/sages/{sage.Id}/consents");
        Assert.Equal("ความยินยอมของ นางคำพอง ใบหนึ่ง", page.Heading);

        page = await worker.PressAsync(page, "บันทึกความยินยอม");
        Assert.All((string[])["ติ๊กเรื่องที่ยินยอม", "ใส่วันที่", "ทางใด"], words => Assert.Contains(words, page.Main, StringComparison.Ordinal));
        foreach (var (given, said) in ((string, string)[])[("15/9/3108", "3108"), ("2021-07-40", "8/7/2564"), ("8/7/2642", "อนาคต"), ("1/1/2500", "ตรวจปี")])
        {
            page = await worker.PressAsync(
                page, "บันทึกความยินยอม", ("Form.Purposes", "photo"), ("Form.Purposes", "home"), ("Form.Given", given), ("Form.Method", "Thumbprint"), ("Form.Witness", "นางสาย"), ("Form.KeptAt", "แฟ้ม 3"),
                ("Form.SheetCode", "k7m2 p9qx"));
            Assert.Contains(said, page.Main, StringComparison.Ordinal);
            Assert.Equal(given, page.Value("Form.Given"));
            Assert.Equal(("นางสาย", "แฟ้ม 3", "k7m2 p9qx"), (page.Value("Form.Witness"), page.Value("Form.KeptAt"), page.Value("Form.SheetCode")));
            Assert.Equal(["photo", "home", "Thumbprint"], page.Document.QuerySelectorAll("[name^='Form.'][checked]").Select(b => b.GetAttribute("value")));
        }

        Assert.False(await portal.AskAsync(db => db.Consents.AnyAsync(c => c.SageId == sage.Id)));
        page = await worker.PressAsync(page, "บันทึกความยินยอม", ("Form.Given", "8 กรกฎาคม 2564"));
        Assert.Contains("บันทึกความยินยอมแล้ว 2 เรื่อง", page.Main, StringComparison.Ordinal);
        Assert.Contains("ยินยอมแล้ว ตั้งแต่ 8 ก.ค. 2564 พิมพ์ลายนิ้วมือ มีพยาน จนกว่าจะถอน", page.Main, StringComparison.Ordinal);
        Assert.Contains("ใบ K7M2-P9QX", page.Main, StringComparison.Ordinal);

        // From another tab, that was opened before.
        page = await worker.PressAsync(page, "บันทึกความยินยอม", ("Form.Purposes", "home"), ("Form.Given", "9/7/2564"), ("Form.Method", "Spoken"));
        Assert.Contains("ให้ไว้แล้ว: ที่ตั้งและพิกัดบ้าน ตั้งแต่ 8 ก.ค. 2564", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_the_signed_sheet_is_proof_enough_and_only_the_office_opens_it()
    {
        var sage = await portal.AddSageAsync("นางบุปผา มีรูปใบ", []);
        using var worker = await portal.MemberAsync("สายใจ");
        using var stranger = await portal.MemberAsync("ประเสริฐ");
        var page = await worker.GetAsync($"/studio/sages/{sage.Id}/consents");
        (string, string?)[] typed = [("Form.Purposes", "profile"), ("Form.Given", "8/7/2564"), ("Form.Method", "Paper")];

        page = await worker.UploadAsync(page, "บันทึกความยินยอม", "BM6"u8.ToArray(), "ใบ.jpg", typed);
        Assert.Contains("JPEG", page.Document.QuerySelector(".field-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("8/7/2564", page.Value("Form.Given"));
        page = await worker.UploadAsync(page, "บันทึกความยินยอม", KhokNongNa.Portal.Tests.Media.Photos.Jpeg(300, 400), "ใบ.jpg", typed);

        Assert.Contains("บันทึกความยินยอมแล้ว 1 เรื่อง", page.Main, StringComparison.Ordinal);
        var sheet = page.Link("ดูรูปใบ");
        Assert.Equal("image/jpeg", (await worker.GetAsync(sheet)).ContentHeaders.ContentType?.MediaType);
        Assert.Equal(404, (await stranger.GetAsync(sheet)).Status);
        Assert.Equal(1, await portal.AskAsync(db => db.Assets.CountAsync(a => a.OwnerId == sage.Id && !a.IsRemoved)));
    }

    [Fact]
    public async Task A_withdrawal_is_one_press_and_takes_the_page_away_everywhere()
    {
        const string name = "นางจำปา ถอนเร็ว";
        var sage = await portal.AddSageAsync(name, [ConsentPurpose.Profile, ConsentPurpose.Home]);
        var url = $"/sages/{sage.Code}";
        using var reader = portal.Visitor();
        using var worker = await portal.MemberAsync("สายใจ");
        Assert.Contains(Sages.Village, (await reader.GetAsync(url)).Main, StringComparison.Ordinal);
        var search = "/api/search?q=" + Uri.EscapeDataString(name);
        await Until.Async(async () => (await reader.GetAsync(search)).Html.Contains(sage.Key, StringComparison.Ordinal), "search finds the sage");

        var page = await worker.PressAsync(await worker.GetAsync($"/studio/sages/{sage.Id}/consents"), "ถอน");
        Assert.Contains("ถอนเรื่องเผยแพร่ชื่อและประวัติแล้ว มีผลทันที", page.Main, StringComparison.Ordinal);
        Assert.Contains("ถอนแล้วเมื่อ", page.Main, StringComparison.Ordinal);

        // A signed-in reader is answered anew; others soon.
        Assert.Equal(404, (await worker.OnceAsync(url)).Status);
        await Until.Async(async () => (await reader.OnceAsync(url)).Status == 404, "the kept page is gone");
        Assert.DoesNotContain(name, (await worker.GetAsync("/sages")).Main, StringComparison.Ordinal);
        await Until.Async(async () => !(await reader.GetAsync("/sages")).Main.Contains(name, StringComparison.Ordinal), "the kept list is made anew");
        await Until.Async(async () => !(await reader.GetAsync(search)).Html.Contains(sage.Key, StringComparison.Ordinal), "search no longer finds the sage");
        Assert.False(await portal.AskAsync(db => db.Sages.Where(s => s.Id == sage.Id).Select(s => s.IsPublished).SingleAsync()));

        // Pressed in another tab again: said, not failed.
        Assert.Equal(404, (await worker.PostAsync($"/studio/sages/{sage.Id}/consents/0/withdrawal", [("__RequestVerificationToken", page.Value("__RequestVerificationToken"))])).Status);
        var again = await worker.PostAsync($"/studio/sages/{sage.Id}/consents/profile/withdrawal", [("__RequestVerificationToken", page.Value("__RequestVerificationToken"))]);
        Assert.Contains("อาจถอนไปแล้ว", (await worker.GetAsync(again.Location!)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_look_ahead_is_the_public_page_or_says_what_is_lacking()
    {
        using var worker = await portal.MemberAsync("สายใจ");
        using var reader = portal.Visitor();
        var shown = await portal.AddSageAsync("นางเห็นแล้ว ดีใจ", [ConsentPurpose.Profile]);
        var ahead = await worker.GetAsync($"/studio/sages/{shown.Id}/preview");
        Assert.Contains("คนทั่วไปเห็นแบบนี้ หน้านี้เผยแพร่แล้ว", ahead.Main, StringComparison.Ordinal);
        var page = await reader.GetAsync($"/sages/{shown.Code}");
        Assert.Equal(Body(page), Body(ahead));
        Assert.DoesNotContain(Sages.Village, Body(ahead), StringComparison.Ordinal);
        Assert.Contains("no-store", ahead.Header("Cache-Control"), StringComparison.Ordinal);

        var hidden = await portal.AddSageAsync("นางยังก่อน รอหน่อย", [ConsentPurpose.Home], accepted: false);
        ahead = await worker.GetAsync($"/studio/sages/{hidden.Id}/preview");
        Assert.Contains("ยังไม่มีใครเห็นหน้านี้ ยังขาด รับรองทะเบียน · ความยินยอมเรื่องเผยแพร่ชื่อและประวัติ · การเผยแพร่โดยสำนักงาน", ahead.Main, StringComparison.Ordinal);
        Assert.Contains("นางยังก่อน รอหน่อย", Body(ahead), StringComparison.Ordinal);
        Assert.Contains(Sages.Village, Body(ahead), StringComparison.Ordinal);
        Assert.Contains("ยังไม่ยินยอม: ภาพถ่าย · เบอร์โทรและช่องทางติดต่อ กลับ", ahead.Main, StringComparison.Ordinal);

        string Body(Answer answer) => Answer.Squeeze(answer.Document.QuerySelector("article.page-main .person-head")!.TextContent);
    }

    [Fact]
    public async Task Ways_to_reach_a_sage_are_shown_when_asked_for_and_who_asked_is_written_down()
    {
        var sage = await portal.AddSageAsync("นางมีเบอร์ โทรได้", []);
        using var worker = await portal.MemberAsync("สายใจ");
        var page = await worker.GetAsync($"/studio/sages/{sage.Id}/contacts");
        Assert.Contains("ยังไม่มีใครเห็นนอกจากเจ้าหน้าที่", page.Main, StringComparison.Ordinal);

        page = await worker.PressAsync(page, "เพิ่มช่องทาง", ("Form.Value", "1-3104-00123-45-8"), ("Form.BestTime", "หลังหกโมงเย็น"));
        Assert.Contains("ไม่ใช่เลขบัตรประชาชน", page.Main, StringComparison.Ordinal);
        Assert.Equal("หลังหกโมงเย็น", page.Value("Form.BestTime"));
        page = await worker.PressAsync(page, "เพิ่มช่องทาง", ("Form.Value", "๐๘๙ ๗๖๕ ๔๓๒๑"), ("Form.Visibility", "Public"));
        Assert.Contains("เบอร์โทร ซ่อนไว้", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("4321", page.Html, StringComparison.Ordinal);
        Assert.Equal(0, await Looks());

        page = await worker.PressAsync(page, "ดูช่องทางติดต่อ");
        Assert.Contains("089-765-4321", page.Main, StringComparison.Ordinal);
        Assert.Contains("no-store", page.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal(1, await Looks());
        Assert.DoesNotContain("4321", (await worker.GetAsync($"/studio/sages/{sage.Id}/contacts")).Html, StringComparison.Ordinal);

        page = await worker.ClickAsync(await worker.GetAsync($"/studio/sages/{sage.Id}/contacts"), "แก้หรือลบ");
        Assert.DoesNotContain("4321", page.Html, StringComparison.Ordinal);
        var kept = page;
        page = await worker.PressAsync(page, "บันทึก", ("Form.Visibility", "Staff"));
        Assert.Contains("เจ้าหน้าที่เท่านั้น", page.Main, StringComparison.Ordinal);
        Assert.Equal("0897654321", await portal.AskAsync(db => db.SageContacts.Where(c => c.SageId == sage.Id).Select(c => c.Value).SingleAsync()));
        page = await worker.PressAsync(kept, "ลบช่องทางนี้");
        Assert.Contains("ยังไม่มี เพิ่มได้", page.Main, StringComparison.Ordinal);
        page = await worker.PressAsync(kept, "บันทึก", ("Form.BestTime", "เช้า"));
        Assert.Contains("อาจถูกลบไปแล้ว", page.Main, StringComparison.Ordinal);
        Assert.Equal("เช้า", page.Value("Form.BestTime"));

        Task<int> Looks() => portal.AskAsync(db => db.Journal.CountAsync(h => h.SubjectId == sage.Id && h.Verb == "contact-seen"));
    }
}
