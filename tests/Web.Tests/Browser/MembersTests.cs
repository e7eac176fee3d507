using KhokNongNa.Portal.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>An elder becomes a member, signs in with the slip, and lets a grandchild write (S01, S02).</summary>
[Collection(BrowserCollection.Name)]
public sealed class MembersTests(Browsers browsers)
{
    private const string Own = "407193";

    [Theory]
    [InlineData(1366, 768, true)]
    [InlineData(360, 740, false)]
    public async Task From_the_slip_to_a_page_that_names_the_teller_and_who_wrote_it_down(int width, int height, bool script)
    {
        var screen = new Screen(width, height);
        var (title, elder, helper) = ($"ปู่เล่าเรื่องคลองไส้ไก่ {width}", $"ปู่มี จอ{width}", $"หลานแก้ว จอ{width}");
        var sage = await browsers.Portal.AskAsync(db => db.PublicSages().Where(s => s.AreaCode.StartsWith("3104") && s.AreaCode.Length == 6 && !s.IsDeceased).OrderBy(s => s.Key).FirstAsync());

        await using var head = await browsers.OpenAsync(screen, script);
        var office = await head.SignInAsync("มานพ");
        await office.GotoAsync("/studio/members/new");
        await EnrolAsync(office, elder, "Sage", sage.AreaCode, "บันทึกแล้วรับคนต่อไป", sage.Key);
        await EnrolAsync(office, helper, "Villager", sage.AreaCode, "บันทึกและพิมพ์ใบ");
        await Assertions.Expect(office.Locator(".slip")).ToHaveCountAsync(2);
        Assert.Equal(0, await head.OverflowAsync());
        var pins = new Dictionary<string, string>();
        foreach (var slip in await office.Locator(".slip").AllAsync())
        {
            pins[await slip.Locator("h2").InnerTextAsync()] = await slip.Locator("dd").Nth(1).InnerTextAsync();
        }

        // Two slips on one sheet, with codes that a phone reads.
        using var paper = await Paper.PrintAsync(office, "A4");
        Assert.Equal((0, 0), (paper.SheetOf(elder), paper.SheetOf(helper)));
        Assert.Single(paper.Pages);
        Assert.True(paper.SheetOf("รับสมาชิกใหม่") < 0 && paper.SheetOf("Ctrl+P") < 0);
        var codes = await paper.CodesAsync();
        Assert.Equal(2, codes.Count);
        // Shown once.
        await office.ReloadAsync();
        await Assertions.Expect(office.Locator("main")).ToContainTextAsync("ไม่มีใบรอพิมพ์");

        var people = new Dictionary<string, Window>();
        var numbers = new Dictionary<string, string>();
        foreach (var code in codes)
        {
            var window = await browsers.OpenAsync(screen, script);
            await window.Page.GotoAsync(code);
            var number = await window.Page.GetByLabel("เลขประจำตัว").InputValueAsync();
            var name = await browsers.Portal.AskAsync(db => db.Members.Where(m => m.SignInNumber == number.Replace("-", "")).Select(m => m.Name).SingleAsync());
            (people[name], numbers[name]) = (window, number);
            await window.Page.GetByLabel("PIN", new() { Exact = true }).FillAsync(pins[name]);
            await window.ClickAsync("main button", "เข้าสู่ระบบ");
            await window.Page.GetByLabel("PIN ใหม่", new() { Exact = true }).FillAsync(Own);
            await window.Page.GetByLabel("PIN ใหม่อีกครั้ง").FillAsync(Own);
            await window.ClickAsync("main button", "ใช้ PIN นี้");
            await Assertions.Expect(window.Page.Locator("h1")).ToContainTextAsync(name == elder ? "วันนี้" : "บัญชีของฉัน");
        }

        await using var phone = people[elder];
        await using var writer = people[helper];
        await phone.GoAsync("/account");
        await phone.Page.GetByLabel("เลขประจำตัวของคนที่จะเขียนแทน").FillAsync(numbers[helper]);
        await phone.ClickAsync("button", "ให้เขียนแทนฉัน");
        await Assertions.Expect(phone.Page.Locator("main")).ToContainTextAsync(helper);

        await writer.GoAsync("/account");
        await writer.ClickAsync("button", "แสดงชื่อฉันในหน้าที่เผยแพร่");
        var page = await writer.GoAsync("/studio/entries/new?type=article");
        await Assertions.Expect(page.Locator("#Teller")).ToContainTextAsync($"บันทึกแทน {elder}");
        await page.GetByLabel("ชื่อเรื่อง", new() { Exact = true }).FillAsync(title);
        await page.Locator("[name='Form.Body']").FillAsync("ขุดคลองให้คดเหมือนไส้ไก่");
        await writer.ClickAsync("button:not([aria-hidden])", "บันทึกร่าง");
        await writer.ClickAsync("button", "ส่งให้ตรวจ");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("รอ");
        var address = page.Url;

        await head.GoAsync("/studio");
        await head.ClickAsync("main a", title);
        await head.ApproveAsync();
        await head.ClickAsync("button", "เผยแพร่");
        await head.ClickAsync("a", "ดูหน้าที่เผยแพร่");
        await Assertions.Expect(office.Locator("h1")).ToHaveTextAsync(title);
        var credits = Support.Answer.Squeeze(await office.Locator(".credits").InnerTextAsync());
        Assert.Contains($"เล่าโดย {sage.Name}", credits, StringComparison.Ordinal);
        Assert.Contains($"บันทึกโดย {helper}", credits, StringComparison.Ordinal);

        await phone.GoAsync("/account");
        await Assertions.Expect(phone.Page.Locator("#told")).ToBeVisibleAsync();
        await phone.ClickAsync("button", $"เลิกให้ {helper} เขียนแทน");
        await Assertions.Expect(phone.Page.Locator("main")).ToContainTextAsync("มีผลทันที");
        Assert.Empty(writer.Troubles.Concat(phone.Troubles).Concat(head.Troubles));
        Assert.Equal(404, (await page.GotoAsync(address))!.Status);
    }

    private static async Task EnrolAsync(IPage page, string name, string role, string area, string button, string? sage = null)
    {
        await page.GetByLabel("ชื่อและนามสกุล").FillAsync(name);
        await page.Locator("#Role").SelectOptionAsync(role);
        await page.Locator("#AreaCode").SelectOptionAsync(area);
        await page.Locator("#SageKey").SelectOptionAsync(sage ?? "");
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[role=status]").First).ToContainTextAsync(name);
    }
}
