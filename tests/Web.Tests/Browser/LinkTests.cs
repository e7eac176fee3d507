using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Tests.Collecting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>From the sheet on the village's board to the draft in the district's register (D10), on a phone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LinkTests(Browsers browsers)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_code_on_the_board_opens_a_form_and_what_is_sent_is_a_draft_of_the_district(bool script)
    {
        var phone = new Screen(360, 740);
        var name = $"นายแสงจันทร์ จากบอร์ดหมู่บ้าน{(script ? "" : "ไม่มีสคริปต์")}";
        var round = await browsers.Portal.RoundAsync();
        await using var office = await browsers.OpenAsync(phone, script);
        var page = await office.SignInAsync("สายใจ");
        await office.GoAsync($"/studio/rounds/{round}/3104");
        await office.ClickAsync("a", "ลิงก์และ QR");
        await page.GetByLabel("กรอกปราชญ์").CheckAsync();
        Assert.Equal(0, await office.OverflowAsync());
        await office.ClickAsync("button", "ทำลิงก์");
        await Assertions.Expect(page.Locator(".board-sheet")).ToContainTextAsync("รับถึงวันที่");
        Assert.Equal(0, await office.OverflowAsync());
        using var paper = await Paper.PrintAsync(page, "A4");
        Assert.Single(paper.Pages);
        Assert.True(paper.SheetOf("อ.นางรอง") == 0 && paper.SheetOf("สั่งพิมพ์จากเมนู") < 0 && paper.SheetOf("ออกจากระบบ") < 0);
        var address = Assert.Single(await paper.CodesAsync());
        Assert.Matches("^http://[^/]+/c/[2-9a-hjkmnp-z]{16}$", address);

        await using var villager = await browsers.OpenAsync(phone, script);
        await villager.Page.GotoAsync(address);
        Assert.Equal(0, await villager.OverflowAsync());
        await villager.Page.GetByLabel("ชื่อและนามสกุล").FillAsync(name);
        await villager.ClickAsync("button", "ส่งให้อำเภอ");
        await Assertions.Expect(villager.Page.Locator(".error-summary")).ToContainTextAsync("โปรดเลือกตำบล");
        Assert.Equal(0, await villager.OverflowAsync());
        await villager.Page.GetByLabel("ตำบล (ต้องกรอก)").SelectOptionAsync("310427");
        await villager.Page.GetByLabel("ทำอะไรได้แน่ ๆ").First.FillAsync("เลี้ยงไส้เดือนในวงบ่อ");
        await villager.ClickAsync("button", "ส่งให้อำเภอ");
        await Assertions.Expect(villager.Page.Locator("h1")).ToHaveTextAsync("ส่งแล้ว ขอบคุณ");
        Assert.Equal(0, await villager.OverflowAsync());
        Assert.Empty(await villager.Page.Context.CookiesAsync());
        await villager.ClickAsync("a", "กรอกอีกคน");
        await Assertions.Expect(villager.Page.GetByLabel("ชื่อและนามสกุล")).ToHaveValueAsync("");

        await office.GoAsync("/studio/sages?area=3104&state=Draft");
        await office.ClickAsync("a", name);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ลิงก์เก็บข้อมูล");
        Assert.Equal(CheckState.Draft, await browsers.Portal.AskAsync(db => db.Sages.Where(s => s.Name == name).Select(s => s.State).SingleAsync()));
        Assert.Empty(office.Troubles.Concat(villager.Troubles));
    }
}
