using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>A page is moved on a phone, by keyboard and by thumb, and the footer that readers see follows.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PageTreeTests(Browsers browsers)
{
    [Fact]
    public async Task A_page_is_moved_on_a_phone_and_the_footer_follows()
    {
        await using var office = await browsers.OpenAsync(Screen.Phone, script: false);
        var page = await office.SignInAsync("อรุณี");
        await office.ClickAsync("a", "แผนผังหน้าเว็บ");
        var id = await browsers.Portal.AskAsync(db => db.Entries.Where(e => e.Key == "about").Select(e => e.Id).SingleAsync());
        var row = page.Locator($"#page-{id}");
        var title = await row.Locator("a").First.TextContentAsync();
        Assert.Equal(0, await office.OverflowAsync());

        await row.Locator("button[value=down]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(row).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("ย้ายแล้ว");
        await Assertions.Expect(page.Locator(".page-tree > li").Nth(1)).ToContainTextAsync(title!);
        Assert.Equal(0, await office.OverflowAsync());
        foreach (var deed in await row.Locator(".button").AllAsync())
        {
            Assert.True((await deed.BoundingBoxAsync())!.Height >= 44);
        }

        await using var reader = await browsers.OpenAsync(Screen.Phone, script: false);
        await Until.Async(async () =>
        {
            await reader.GoAsync("/topics");
            return await reader.Page.Locator(".ground-links a[href^='/pages/']").Nth(1).TextContentAsync() == title;
        }, "the footer follows");

        await row.GetByRole(AriaRole.Link, new() { Name = "ย้ายไปอยู่ใต้" }).ClickAsync();
        await Assertions.Expect(page.Locator("#under")).ToBeFocusedAsync();
        Assert.Equal(0, await office.OverflowAsync());
        await page.Locator("#under").SelectOptionAsync(new SelectOptionValue { Index = 0 });
        await office.ClickAsync("button", "ย้าย");
        await Assertions.Expect(row).ToBeFocusedAsync();
        await Assertions.Expect(row).ToContainTextAsync("อยู่ใต้");
        Assert.Equal(0, await office.OverflowAsync());
        Assert.Empty(office.Troubles.Concat(reader.Troubles));
    }
}
