using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>What a villager does with a phone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class VillagerTests(Browsers browsers)
{
    [Theory]
    [InlineData(360, 740, false)]
    [InlineData(360, 740, true)]
    [InlineData(1366, 768, true)]
    public async Task From_home_by_topic_to_a_lesson_and_to_who_tells_it(int width, int height, bool script)
    {
        await using var window = await browsers.OpenAsync(new Screen(width, height), script);
        var page = await window.GoAsync("/");
        await window.ClickAsync("main a[href^='/topics/']", "ดิน");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("ดิน");
        await window.ClickAsync("main a[href^='/topics/']", "ห่มดิน");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("ห่มดิน");
        await page.Locator("main section[aria-labelledby=texts] a").First.ClickAsync();
        await Assertions.Expect(page.Locator("main ol > li")).Not.ToHaveCountAsync(0);
        // The materials can be ticked while one fetches them.
        var tick = page.Locator("main input[type=checkbox]").First;
        await tick.CheckAsync();
        await Assertions.Expect(tick).ToBeCheckedAsync();
        await page.Locator("main a[href^='/sages/']").First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ข้อมูลสมมติ");
        Assert.Empty(window.Troubles);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task By_search_to_a_lesson(bool script)
    {
        await using var window = await browsers.OpenAsync(Screen.Phone, script);
        var page = await window.GoAsync("/");
        await page.Locator("main input[name=q]").FillAsync("ปุ๋ยหมัก");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main mark").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("input[name=q]").First).ToHaveValueAsync("ปุ๋ยหมัก");
        await page.Locator(".facets summary").First.ClickAsync();
        await window.ClickAsync(".facets a", "บทเรียน");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("type=lesson"));
        await page.Locator(".hits a").First.ClickAsync();
        await Assertions.Expect(page.Locator("main ol > li")).Not.ToHaveCountAsync(0);
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task With_the_keyboard_alone()
    {
        await using var window = await browsers.OpenAsync(Screen.Desk);
        var page = await window.GoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(":focus")).ToHaveTextAsync("ข้ามไปเนื้อหา");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("main :focus")).ToHaveCountAsync(1);
        // Whatever has the focus is seen to have it.
        for (var i = 0; i < 12; i++)
        {
            var outline = await page.EvaluateAsync<string>("(e => { const s = getComputedStyle(e); return s.outlineStyle + s.outlineWidth + s.boxShadow; })(document.activeElement)");
            Assert.False(outline is "none0pxnone", await page.EvaluateAsync<string>("document.activeElement.outerHTML"));
            await page.Keyboard.PressAsync("Tab");
        }
    }

    [Fact]
    public async Task Twice_as_large_still_fits()
    {
        await using var window = await browsers.OpenAsync(new Screen(683, 384));
        foreach (var path in (string[])["/", "/topics", "/search?q=x", "/sages"])
        {
            await window.GoAsync(path);
            Assert.True(await window.OverflowAsync() <= 0, path);
        }
    }
}
