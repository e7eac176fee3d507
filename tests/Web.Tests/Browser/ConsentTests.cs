using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>A sheet is printed, signed, and comes back through its code (D14).</summary>
[Collection(BrowserCollection.Name)]
public sealed class ConsentTests(Browsers browsers)
{
    [Theory]
    [InlineData(1366, 768, true)]
    [InlineData(360, 740, false)]
    public async Task From_the_printed_sheet_to_the_recorded_consent_and_back(int width, int height, bool script)
    {
        var screen = new Screen(width, height);
        var name = $"นางสาวบุญเรือน ศรีวงศ์ประเสริฐสุขสวัสดิ์ จอ{width}";
        var sage = await browsers.Portal.AddSageAsync(name, []);
        await using var office = await browsers.OpenAsync(screen, script);
        var page = await office.SignInAsync("สายใจ");

        await office.GoAsync($"/studio/sages/{sage.Id}/consents/form");
        Assert.Equal(0, await office.OverflowAsync());
        using var paper = await Paper.PrintAsync(page, "A4");
        Assert.Single(paper.Pages);
        foreach (var purpose in Enum.GetValues<ConsentPurpose>())
        {
            Assert.Equal(0, paper.SheetOf(purpose.Meaning()));
        }

        Assert.All((string[])[name, "ไม่เสียสิทธิ์ใดเลย", "พยาน 2", "พ.ศ."], words => Assert.Equal(0, paper.SheetOf(words)));
        Assert.True(paper.SheetOf("สั่งพิมพ์จากเมนู") < 0 && paper.SheetOf("ออกจากระบบ") < 0);
        var address = Assert.Single(await paper.CodesAsync());
        Assert.Matches($"^http://[^/]+/studio/sages/{sage.Id}/consents\\?sheet=[2-9A-HJKMNP-Z]{{8}}$", address);
        var code = SheetCode.Show(address[^8..]);
        Assert.Equal(0, paper.SheetOf(code));

        // Whoever else finds the sheet gets the page to sign in.
        await using var stranger = await browsers.OpenAsync(screen, script);
        await stranger.Page.GotoAsync(address);
        await Assertions.Expect(stranger.Page.Locator("h1")).ToHaveTextAsync("เข้าสู่ระบบ");

        await page.GotoAsync(address);
        await Assertions.Expect(page.GetByLabel("รหัสใบ")).ToHaveValueAsync(code);
        Assert.Equal(0, await office.OverflowAsync());
        await page.GetByRole(AriaRole.Checkbox, new() { Name = ConsentPurpose.Profile.Name() }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = ConsentPurpose.Home.Name() }).CheckAsync();
        await page.GetByLabel("วันที่ให้").FillAsync("๘ ก.ค. ๒๕๖๔");
        await page.GetByLabel(ConsentMethod.Paper.Name()).CheckAsync();
        await page.GetByLabel("เก็บต้นฉบับไว้ที่").FillAsync("แฟ้ม 3 ที่ทำการอำเภอ");
        await office.ClickAsync("button", "บันทึกความยินยอม");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("บันทึกความยินยอมแล้ว 2 เรื่อง");
        Assert.Equal([code.Replace("-", "", StringComparison.Ordinal)], await browsers.Portal.AskAsync(db => db.Consents.Where(c => c.SageId == sage.Id).Select(c => c.SheetCode).Distinct().ToListAsync()));
        Assert.Equal(0, await office.OverflowAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = $"ถอนเรื่อง {ConsentPurpose.Home.Name()}" }).ClickAsync();
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("มีผลทันที");
        foreach (var path in (string[])["contacts", "preview"])
        {
            await office.GoAsync($"/studio/sages/{sage.Id}/{path}");
            Assert.Equal(0, await office.OverflowAsync());
        }

        Assert.Empty(office.Troubles);
    }
}
