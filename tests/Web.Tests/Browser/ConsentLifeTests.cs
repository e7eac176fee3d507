using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Media;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>What somebody agrees to, from the first visit to the day it is taken back (J8), on a phone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ConsentLifeTests(Browsers browsers)
{
    private const string Name = "นางกอแก้ว เก็บเมล็ดพันธุ์";
    private const string Title = "เก็บเมล็ดพันธุ์ผักไว้ปลูกปีหน้ากับยายกอ";
    private const string Hidden = "ปราชญ์ชุมชน (ไม่ประสงค์ออกนาม)";

    [Fact]
    public async Task A_consent_is_given_by_sheet_held_to_in_a_lesson_and_taken_back()
    {
        await using var office = await browsers.OpenAsync(Screen.Phone);
        await using var head = await browsers.OpenAsync(Screen.Phone);
        await using var reader = await browsers.OpenAsync(Screen.Phone);
        await office.SignInAsync("สายใจ");
        await head.SignInAsync("มานพ");

        var record = await EnterAsync(office, head);
        var sage = await browsers.Portal.AskAsync(db => db.Sages.AsNoTracking().SingleAsync(s => s.Name == Name));
        await RecordSheetAsync(office, record);
        await AddPhoneAsync(office, record);
        await AddPortraitAsync(office, record);
        await PublishAsync(head, record);
        await AssertNeitherPhotoNorPhoneAsync(reader, sage);

        var lesson = await WriteLessonAsync(office, sage);
        await head.GoAsync(lesson);
        await head.ApproveAsync();
        await head.ClickAsync("button", "เผยแพร่");
        var url = (await head.Page.GetByRole(AriaRole.Link, new() { Name = "ดูหน้าที่เผยแพร่" }).GetAttributeAsync("href"))!;
        await reader.GoAsync(url);
        await Assertions.Expect(reader.Page.Locator("main")).ToContainTextAsync(Name);
        await Assertions.Expect(reader.Page.Locator(".steps img")).ToHaveAttributeAsync("alt", "ยายกอเลือกฝักแก่");
        // The portrait waited for the same consent.
        await Until.Async(async () => await (await reader.GoAsync(Urls(sage))).Locator(".portrait").CountAsync() == 1, "the portrait is there");
        await Until.Async(async () => await (await reader.GoAsync("/sages")).Locator($".sage:has-text('{Name}') img").CountAsync() == 1, "and in the directory");

        await office.GoAsync($"{record}/contacts");
        await office.ClickAsync("button", "ดูช่องทางติดต่อ");
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("081-234-5678");

        await Until.Async(() => FoundAsync(reader), "search finds the sage");
        await office.GoAsync($"{record}/consents");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = $"ถอนเรื่อง {ConsentPurpose.Profile.Name()}" }).ClickAsync();
        await Assertions.Expect(office.Page.Locator("[role=status]")).ToContainTextAsync("มีผลทันที");
        await AssertGoneAsync(reader, sage, url);

        await AssertReportAsync(head);
        Assert.Empty(office.Troubles.Concat(head.Troubles));
    }

    private static string Urls(Sage sage) => Portal.Urls.Of(sage);

    /// <summary>Entered by one, checked and accepted by another; without consent it cannot be published, and the page says why.</summary>
    private static async Task<string> EnterAsync(Window office, Window head)
    {
        var page = await office.GoAsync("/studio/sages/new");
        await page.Locator("[name='f.name']").FillAsync(Name);
        await page.Locator("[name='f.kind'][type=radio]").First.CheckAsync();
        await page.Locator("#Area_Tambon").SelectOptionAsync("310401");
        await page.Locator("[name='f.expertise.0.what']").FillAsync("เก็บเมล็ดพันธุ์ผักพื้นบ้าน");
        await office.ClickAsync("button:not([aria-hidden])", "บันทึก");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Name);
        var record = new Uri(page.Url).AbsolutePath;
        await office.ClickAsync("button", "ส่งให้คนที่สองตรวจ");

        // Who wrote it does not check it.
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ท่านเป็นผู้บันทึก ต้องให้คนที่สอง");
        await office.GoAsync($"{record}/check");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "ตรวจแล้วถูกต้อง" })).ToBeDisabledAsync();

        await head.GoAsync(record);
        await head.ClickAsync("main a", "ตรวจรายการนี้");
        await head.ClickAsync("button", "ตรวจแล้วถูกต้อง");
        await head.ClickAsync("button", "รับรอง");
        var publish = head.Page.GetByRole(AriaRole.Button, new() { Name = "เผยแพร่หน้านี้" });
        await Assertions.Expect(publish).ToBeDisabledAsync();
        await Assertions.Expect(publish).ToHaveAccessibleDescriptionAsync("เผยแพร่ยังไม่ได้: ยังไม่มีความยินยอมให้เผยแพร่ชื่อและประวัติ");
        return record;
    }

    /// <summary>Name and story yes, photos no, telephone no; with a picture of what was signed.</summary>
    private static async Task RecordSheetAsync(Window office, string record)
    {
        await office.GoAsync($"{record}/consents/form");
        using var paper = await Paper.PrintAsync(office.Page, "A4");
        var page = office.Page;
        await page.GotoAsync(Assert.Single(await paper.CodesAsync()));
        await page.GetByRole(AriaRole.Checkbox, new() { Name = ConsentPurpose.Profile.Name() }).CheckAsync();
        await page.GetByLabel("วันที่ให้").FillAsync("8 ก.ค. 2564");
        await page.GetByLabel(ConsentMethod.Paper.Name()).CheckAsync();
        await page.GetByLabel("รูปใบที่ลงชื่อ").SetInputFilesAsync(new FilePayload { Name = "ใบยินยอม.jpg", MimeType = "image/jpeg", Buffer = Photos.WithPlace(600, 800) });
        await office.ClickAsync("button", "บันทึกความยินยอม");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("บันทึกความยินยอมแล้ว 1 เรื่อง");
    }

    private static async Task AddPhoneAsync(Window office, string record)
    {
        var page = await office.GoAsync($"{record}/contacts");
        await page.GetByLabel("เบอร์ ไอดี ลิงก์").FillAsync("0812345678");
        await page.GetByLabel(Visibility.Public.Name()).CheckAsync();
        await office.ClickAsync("main button", "เพิ่มช่องทาง");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ซ่อนไว้");
    }

    private static async Task AddPortraitAsync(Window office, string record)
    {
        var page = await office.GoAsync($"{record}/picture");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ยังไม่ได้ยินยอมให้ใช้ภาพถ่าย");
        await page.GetByLabel("เลือกรูป").SetInputFilesAsync(new FilePayload { Name = "หน้า.jpg", MimeType = "image/jpeg", Buffer = Photos.WithPlace(900, 1_200) });
        await page.GetByLabel("รูปนี้แสดงอะไร").FillAsync("ยายกอยิ้มหน้าบ้าน");
        await office.ClickAsync("button", "บันทึกรูป");
        await Assertions.Expect(page.GetByAltText("ยายกอยิ้มหน้าบ้าน")).ToBeVisibleAsync();
        Assert.Equal(0, await office.OverflowAsync());
    }

    private static async Task PublishAsync(Window head, string record)
    {
        await head.GoAsync(record);
        await head.ClickAsync("button", "เผยแพร่หน้านี้");
        await Assertions.Expect(head.Page.Locator("main")).ToContainTextAsync("เผยแพร่อยู่");
    }

    private static async Task AssertNeitherPhotoNorPhoneAsync(Window reader, Sage sage)
    {
        var page = await reader.GoAsync(Urls(sage));
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("กอแก้ว");
        Assert.Equal(0, await page.Locator("main img").CountAsync());
        Assert.DoesNotContain("2345678", (await page.ContentAsync()).Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(0, await reader.OverflowAsync());
    }

    /// <summary>With a picture of the sage: the list warns, and the lesson cannot be sent before she agrees to photos.</summary>
    private static async Task<string> WriteLessonAsync(Window office, Sage sage)
    {
        var page = await office.GoAsync("/studio/entries/new?type=lesson");
        await page.GetByLabel("ชื่อเรื่อง", new() { Exact = true }).FillAsync(Title);
        await page.GetByLabel("สรุปหนึ่งบรรทัด").FillAsync("มีเมล็ดของตนเองทุกปี");
        await page.GetByLabel("หัวข้อหลัก").SelectOptionAsync("kitchen-garden");
        await page.GetByLabel("ได้อะไร").FillAsync("ไม่ต้องซื้อเมล็ด");
        await page.Locator("[name='Form.Steps[0].Title']").FillAsync("เลือกฝัก");
        await page.Locator("[name='Form.Steps[0].Text']").FillAsync("เลือกฝักที่แก่คาต้น");
        await page.Locator("details:has([name='Form.Sages']) summary").ClickAsync();
        await page.Locator($"[name='Form.Sages'][value='{sage.Key}']").CheckAsync();
        await office.ClickAsync("button:not([aria-hidden])", "บันทึกร่าง");
        await Assertions.Expect(page.Locator("[role=status]").First).ToContainTextAsync("บันทึกร่างแล้ว");
        var lesson = new Uri(page.Url).AbsolutePath;

        await office.ClickAsync("a", "รูปของเรื่อง");
        await page.GetByLabel("เลือกรูป").SetInputFilesAsync(new FilePayload { Name = "ฝัก.jpg", MimeType = "image/jpeg", Buffer = Photos.WithPlace(800, 600) });
        await page.GetByLabel("รูปนี้แสดงอะไร").FillAsync("ยายกอเลือกฝักแก่");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = Name }).CheckAsync();
        await office.ClickAsync("button", "เพิ่มรูปนี้");
        await Assertions.Expect(page.Locator(".pictures")).ToContainTextAsync($"{Name} ยังไม่ได้ยินยอมให้ใช้ภาพถ่าย");

        await office.GoAsync($"{lesson}/edit");
        await page.Locator("[name='Form.Steps[0].Picture']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await office.ClickAsync("button:not([aria-hidden])", "บันทึกร่าง");
        await office.ClickAsync("button", "ส่งให้ตรวจ");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"มี{Name} ซึ่งยังไม่ได้ยินยอมให้ใช้ภาพถ่าย");

        await office.GoAsync($"/studio/sages/{sage.Id}/consents");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = ConsentPurpose.Photo.Name() }).CheckAsync();
        await page.GetByLabel("วันที่ให้").FillAsync("9 ก.ค. 2564");
        await page.GetByLabel(ConsentMethod.Spoken.Name()).CheckAsync();
        await office.ClickAsync("button", "บันทึกความยินยอม");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("บันทึกความยินยอมแล้ว");
        await office.GoAsync(lesson);
        await office.ClickAsync("button", "ส่งให้ตรวจ");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("รอคนอื่นตรวจ");
        return lesson;
    }

    private static async Task<bool> FoundAsync(Window reader) =>
        await (await reader.GoAsync("/search?q=" + Uri.EscapeDataString(Name))).Locator(".hits a", new() { HasText = "กอแก้ว" }).CountAsync() > 0;

    /// <summary>Page, list, search and credit; the lesson stands.</summary>
    private static async Task AssertGoneAsync(Window reader, Sage sage, string lesson)
    {
        await Until.Async(async () => (await reader.Page.GotoAsync(Urls(sage)))!.Status == 404, "the page is gone");
        await Until.Async(async () => !(await (await reader.GoAsync("/sages")).ContentAsync()).Contains("กอแก้ว", StringComparison.Ordinal), "the kept list is fresh");
        await Until.Async(async () => !await FoundAsync(reader), "search does not find the sage");
        await Until.Async(async () => (await (await reader.GoAsync(lesson)).Locator("main").InnerTextAsync()).Contains(Hidden, StringComparison.Ordinal), "the lesson names nobody");
        Assert.DoesNotContain("กอแก้ว", await reader.Page.ContentAsync(), StringComparison.Ordinal);
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync(Title);
    }

    /// <summary>What is kept, what it was for, and who saw the telephone number.</summary>
    private static async Task AssertReportAsync(Window head)
    {
        var page = await head.GoAsync("/studio/privacy");
        await page.GetByLabel("ค้นหาคน").FillAsync(Name);
        await head.ClickAsync("main button", "ค้นหา");
        await head.ClickAsync("main a", "กอแก้ว");
        await head.ClickAsync("button", "แสดงทั้งหมด");
        var report = page.Locator("main");
        foreach (var told in (string[])["081-234-5678", ConsentPurpose.Profile.Name(), ConsentPurpose.Photo.Name(), "เก็บเมล็ดพันธุ์ผักพื้นบ้าน", Title, "ยายกอยิ้มหน้าบ้าน"])
        {
            await Assertions.Expect(report).ToContainTextAsync(told);
        }

        var looks = page.Locator("section.panel", new() { Has = page.Locator("h2", new() { HasText = "ใครดู" }) });
        await Assertions.Expect(looks).ToContainTextAsync("สายใจ");
        await Assertions.Expect(looks).ToContainTextAsync("มานพ");
        Assert.Equal(0, await head.OverflowAsync());
    }
}
