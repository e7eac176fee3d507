using System.Text.RegularExpressions;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>The officer's day of the letter (J5) and the exemption (J6), in July 2564.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RoundTests(Browsers browsers, JulyPortal portal) : IClassFixture<JulyPortal>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await portal.BeginAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(1366, 768, "วรรณา", "3102", "คูเมือง", "ปะเคียบ", 18)]
    [InlineData(360, 740, "วารี", "3119", "หนองแวง", "ทองหลาง", 2)]
    public async Task An_officer_gets_it_all_done_in_one_sitting(int width, int height, string officer, string district, string tambon, string other, int plots)
    {
        var known = await KnownAsync(district, tambon);
        await using var window = await browsers.OpenAsync(portal, new Screen(width, height));
        var page = await window.SignInAsync(officer);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("เหลือ 1 วัน");
        await window.ClickAsync("a", "ไปทำต่อ");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ศูนย์เรียนรู้ · 0%");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("แผนกิจกรรมที่ 4 · 0%");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"มี 0 จากเป้า 1 แห่ง (แปลงทั้งหมด {plots} แปลง)");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("๓๗๑๕๖");
        Assert.Equal(0, await window.OverflowAsync());
        var day = page.Url;

        await PasteAsync(window, page, tambon, other);
        await Assertions.Expect(page.Locator("tbody tr").Filter(new() { HasText = "ทองใบ" })).ToContainTextAsync(other);
        Assert.Equal(0, await window.OverflowAsync());
        await window.ClickAsync("button", "นำเข้า 12 แถวที่พร้อม");
        await Assertions.Expect(page.Locator(".sums")).ToContainTextAsync("นำเข้าแล้ว 12");
        await window.ClickAsync("a", "แก้แถวนี้");
        await page.Locator("#area").SelectOptionAsync(new SelectOptionValue { Label = $"ต.{other}" });
        await window.ClickAsync("button", "ตรวจแถวนี้อีกครั้ง");
        await page.GotoAsync(Regex.Replace(page.Url, "/rows/.*|\\?.*", ""));
        await window.ClickAsync("a", "ตัดสินใจ");
        await window.ClickAsync("button", "เอาค่าใหม่จากตาราง");
        await page.GotoAsync(Regex.Replace(page.Url, "/rows/.*|\\?.*", ""));
        await window.ClickAsync("button", "นำเข้า 2 แถวที่พร้อม");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("นำเข้าครบแล้ว");
        Assert.Equal(14, await CountAsync(db => db.Sages.CountAsync(s => s.AreaCode.StartsWith(district))));

        await CentreAsync(window, page, district);
        await KickOffAsync(window, page, tambon);
        await page.GotoAsync(day);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("กรอกไม่ครบ 1 จาก 14 รายการ ขาด ปีเกิด 1");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ศูนย์เรียนรู้ · 80%");

        await page.GotoAsync("/studio/sages?missing=any");
        await window.ClickAsync("main table a", "ประหยัด");
        await window.ClickAsync("a", "ปีเกิด");
        await page.Locator("[id='birth-year']").FillAsync("๒๕๐๐");
        await window.ClickAsync("button", "บันทึก");
        await page.GotoAsync("/studio/centres?missing=any");
        await window.ClickAsync("main table a", "ศูนย์ตัวอย่าง");
        await window.ClickAsync("a", "วันเปิด");
        await page.Locator("#open").FillAsync("ทุกวัน");
        await window.ClickAsync("button", "บันทึก");
        foreach (var register in (string[])["sages", "centres", "activities"])
        {
            await SendAsync(window, page, register);
        }

        // Who wrote does not check.
        await page.GotoAsync($"/studio/sages/{known}");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ต้องให้คนที่สอง");
        await CheckAsync(district, known);
        await page.GotoAsync(day);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ตอนนี้ครบ 100% ตรวจแล้ว 100%");
        await window.ClickAsync("button", "ส่งจังหวัด");
        await Assertions.Expect(page.Locator(".receipt")).ToContainTextAsync("ทันกำหนด · ครบ 100% · ตรวจแล้ว 100% · ศูนย์ 1 ปราชญ์ 14 กิจกรรม 1");
        Assert.Equal(0, await window.OverflowAsync());

        await page.GotoAsync($"/studio/sages/{known}/edit");
        await window.ClickAsync("button", "บันทึก");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("ขอแก้ไข");
        await page.GotoAsync(day);
        await page.GetByLabel("ขอแก้อะไร").FillAsync("แก้ชื่อหนึ่งคน");
        await window.ClickAsync("button", "ขอแก้ไข");
        await Assertions.Expect(page.Locator(".chip").First).ToHaveTextAsync("ขอแก้ไข ยังไม่ส่งใหม่");
        Assert.Empty(window.Troubles);
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task An_exempted_district_is_grey_and_in_no_total_until_the_exemption_is_lifted(int width, int height)
    {
        await using var window = await browsers.OpenAsync(portal, new Screen(width, height));
        var page = await window.SignInAsync("อรุณี");
        await window.BoardAsync();
        var board = page.Url;
        var row = page.Locator("table.board tbody tr").Filter(new() { HasText = "อ.ชำนิ" });
        await Assertions.Expect(row).ToContainTextAsync("ยกเว้น");
        await Assertions.Expect(page.Locator("table.board tfoot")).ToContainTextAsync("รวม 22 อำเภอ");
        Assert.Equal(0, await window.OverflowAsync());

        await row.Locator("a").ClickAsync();
        await window.ClickAsync("button", "เลิกยกเว้น");
        await page.GotoAsync(board);
        await Assertions.Expect(page.Locator("table.board tfoot")).ToContainTextAsync("รวม 23 อำเภอ");
        await Assertions.Expect(row).Not.ToContainTextAsync("ยกเว้น");

        await row.Locator("a").ClickAsync();
        await window.ClickAsync("button", "ยกเว้น");
        var audit = await browsers.OpenAsync(portal, Screen.Desk);
        await using (audit)
        {
            var log = await audit.SignInAsync("ธีระ");
            await log.GotoAsync("/studio/audit");
            await Assertions.Expect(log.Locator("main")).ToContainTextAsync("เลิกยกเว้นอำเภอในหนังสือ");
            await Assertions.Expect(log.Locator("main")).ToContainTextAsync("อรุณี");
        }

        Assert.Empty(window.Troubles);
    }

    /// <summary>Fourteen rows with years of both eras, titles, one tambon of another district and somebody who is there already.</summary>
    private static async Task PasteAsync(Window window, IPage page, string tambon, string other)
    {
        string[] rows =
        [
            "ชื่อ-สกุล\tปีเกิด\tตำบล",
            $"นายบุญเลิศ ศรีสุข\t2499\t{tambon}", $"นางคำปุ่น ใจงาม\t๒๕๐๒\tต.{tambon}", $"นายสมพงษ์ ทองดี\tพ.ศ. 2510\t{other}", $"นางสาวหนูเล็ก พันธ์ไม้\t1968\t{other}",
            $"นายประหยัด นาคำ\t\t{other}", "นางทองใบ แสนโคตร\t2500\tหนองโสน", $"นายอุดม เรืองศรี\t2515\t{tambon}", $"นางวันดี พลเยี่ยม\t2498\t{tambon}", $"นายบุญมี สายเชื้อ\t2490\t{tambon}",
            $"นายชาติชาย หอมหวล\t2521\t{tambon}", $"นางลำไย กอไผ่\t2503\t{other}", $"นายเคน ดอนยาง\t2494\t{other}", $"นางพิกุล มูลสาร\t2506\t{tambon}", $"นายไพรวัลย์ เขียวขจี\t2530\t{tambon}",
        ];
        await window.GoAsync("/studio/sages/import");
        await page.Locator("#Area").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("#Text").FillAsync(string.Join('\n', rows));
        await window.ClickAsync("button", "ตรวจตาราง");
        await Assertions.Expect(page.Locator(".sums")).ToContainTextAsync("นำเข้าได้ 12");
        await Assertions.Expect(page.Locator(".sums")).ToContainTextAsync("ต้องแก้ 1");
        await Assertions.Expect(page.Locator(".sums")).ToContainTextAsync("อาจซ้ำ 1");
    }

    private async Task CentreAsync(Window window, IPage page, string district)
    {
        await window.GoAsync("/studio/centres/new");
        await page.Locator("input[name='f.plot']").First.CheckAsync();
        await page.GetByLabel("ชื่อศูนย์เรียนรู้").FillAsync($"ศูนย์ตัวอย่าง {district}");
        await page.GetByLabel("เสนอเพราะอะไร").FillAsync("ทำจริงและคนไปถึงง่าย");
        await window.ClickAsync("main button", "เสนอเป็นศูนย์เรียนรู้");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"ศูนย์ตัวอย่าง {district}");
        // The province chooses.
        await portal.AskAsync(async db =>
        {
            var centre = await db.Centres.SingleAsync(c => c.Name == $"ศูนย์ตัวอย่าง {district}");
            await db.OnRecordAsync<Centre>(centre.Id, Province, portal.Now, c => Do(() => c.Move(new(CentreStage.Selected, ThaiDay, "เหมาะสม", Score: 90), Province, portal.Now)), default);
            return true;
        });
    }

    private static async Task KickOffAsync(Window window, IPage page, string tambon)
    {
        await window.GoAsync("/studio/activities/new");
        await page.Locator("#name").FillAsync("เอามื้อห่มดินเริ่มต้น");
        await page.GetByLabel("ใช่ เป็นจุดเริ่มของอำเภอ").CheckAsync();
        await page.Locator("#on").FillAsync("15/7/2564");
        await page.Locator("#Area_Tambon").SelectOptionAsync(new SelectOptionValue { Label = $"ต.{tambon}" });
        await page.Locator("[id='box-plot']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        var leaders = page.Locator("#sages");
        if (await leaders.Locator("summary").CountAsync() > 0)
        {
            await leaders.Locator("summary").ClickAsync();
        }

        await leaders.GetByLabel("นางวันดี พลเยี่ยม").CheckAsync();
        Assert.Equal(0, await window.OverflowAsync());
        await window.ClickAsync("button", "บันทึก");
        await Assertions.Expect(page.Locator("#whole")).ToHaveTextAsync("ครบถ้วน 100%");
    }

    private static async Task SendAsync(Window window, IPage page, string register)
    {
        await window.GoAsync($"/studio/{register}");
        if (await page.GetByRole(AriaRole.Button, new() { Name = "ส่งทั้งหมดให้คนที่สองตรวจ" }).CountAsync() > 0)
        {
            await window.ClickAsync("button", "ส่งทั้งหมดให้คนที่สองตรวจ");
        }
        else
        {
            await window.ClickAsync("main table a", register == "centres" ? "ศูนย์ตัวอย่าง" : "เอามื้อห่มดิน");
            await window.ClickAsync("button", "ส่งให้คนที่สองตรวจ");
        }

        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("ส่งให้คนที่สองตรวจแล้ว");
    }

    /// <summary>Somebody of the province checks one in the browser, and the rest by the same verb.</summary>
    private async Task CheckAsync(string district, Guid one)
    {
        await using var window = await browsers.OpenAsync(portal, Screen.Desk);
        var page = await window.SignInAsync("อรุณี");
        await page.GotoAsync($"/studio/sages/{one}/check");
        await page.Locator("button[value=check]").ClickAsync();
        await Assertions.Expect(page.Locator(".chip").First).ToHaveTextAsync("ตรวจแล้ว รอรับรอง");
        await portal.AskAsync(async db =>
        {
            foreach (var sage in await db.Sages.Where(s => s.AreaCode.StartsWith(district) && s.State == CheckState.Submitted).Select(s => new { s.Id, s.RevisionNumber }).ToListAsync())
            {
                await db.CheckAsync<Sage>(sage.Id, sage.RevisionNumber, Province, portal.Now, default);
            }

            var centre = await db.Centres.Where(c => c.Name == $"ศูนย์ตัวอย่าง {district}").Select(c => new { c.Id, c.RevisionNumber }).SingleAsync();
            await db.CheckAsync<Centre>(centre.Id, centre.RevisionNumber, Province, portal.Now, default);
            var activity = await db.Activities.Where(a => a.AreaCode.StartsWith(district)).Select(a => new { a.Id, a.RevisionNumber }).SingleAsync();
            await db.CheckAsync<Activity>(activity.Id, activity.RevisionNumber, Province, portal.Now, default);
            return true;
        });
    }

    private static readonly Actor Province = new(Guid.CreateVersion7(), [.. Roles.Permissions(Role.ProvinceOfficer).Select(p => new Grant(p, "31"))]);

    private DateOnly ThaiDay => KhokNongNa.Portal.ThaiTime.Day(portal.Now);

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private Task<int> CountAsync(Func<KhokNongNa.Portal.Data.PortalDb, Task<int>> count) => portal.AskAsync(count);

    /// <summary>The sage of whom the sheet has another row.</summary>
    private Task<Guid> KnownAsync(string district, string tambon) => portal.AskAsync(async db =>
    {
        var area = await db.Areas.Where(a => a.NameTh == tambon && a.Code.StartsWith(district) && a.Code.Length == 6).Select(a => a.Code).SingleAsync();
        var sage = Sage.Create(null, null);
        await db.EnterAsync(sage, new SageRecord("นายบุญมี สายเชื้อ", area, new() { Prefix = "นาย", GivenName = "บุญมี", FamilyName = "สายเชื้อ" }, new()), Province, portal.Now, default);
        return sage.Id;
    });
}
