using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>Everything can be reached and pressed without a mouse, and one sees where one is.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KeyboardTests(Browsers browsers)
{
    // What has the focus: whether an outline shows it, whether anything of it lies in sight, and whether it was here before.
    private const string Look = """
        (() => {
          const e = document.activeElement;
          if (e === document.body) { return "end"; }
          if (e.dataset.seen) { return "end"; }
          e.dataset.seen = "1";
          const name = `${e.localName}.${e.className} «${e.textContent.trim().slice(0, 30) || e.name}»`;
          const s = getComputedStyle(e);
          if (s.outlineStyle === "none" || parseFloat(s.outlineWidth) < 2) { return `${name} shows no focus`; }
          for (const r of e.getClientRects()) {
            for (const [x, y] of [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]]) {
              const top = document.elementFromPoint(r.left + r.width * x, r.top + r.height * y);
              if (top && (e.contains(top) || top.contains(e) && !top.matches("header, .nav, .actions"))) { return ""; }
            }
          }
          return `${name} is hidden`;
        })()
        """;

    [Theory]
    [InlineData("default", 360, null)]
    [InlineData("default", 1366, null)]
    [InlineData("riverside", 360, "25-dark-plain-pictures")]
    [InlineData("riverside", 1366, null)]
    public async Task Tab_goes_through_a_page_without_a_trap_and_in_sight(string theme, int width, string? display)
    {
        await using var window = await browsers.OpenAsync(new Screen(width, 740), theme: theme, display: display);
        var pages = await Pages.OfReadersAsync(browsers.Wearing(theme));
        await AssertWalkAsync(window, ["/", .. pages.Where(p => p.StartsWith("/lessons/", StringComparison.Ordinal) || p.StartsWith("/search?q=%E0%B8%94", StringComparison.Ordinal)), "/display"]);
        await window.SignInAsync("อรุณี");
        await AssertWalkAsync(window, (await Pages.OfStudioAsync(browsers.Wearing(theme))).Skip(2).Take(2));
    }

    [Theory]
    [InlineData("default")]
    [InlineData("riverside")]
    public async Task The_first_stop_leads_past_the_frame(string theme)
    {
        foreach (var screen in (Screen[])[Screen.Phone, Screen.Desk])
        {
            await using var window = await browsers.OpenAsync(screen, theme: theme);
            var page = await window.GoAsync("/lessons");
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(page.Locator(":focus")).ToHaveTextAsync("ข้ามไปเนื้อหา");
            await Assertions.Expect(page.Locator(":focus")).ToBeInViewportAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(page.Locator("main :focus")).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task Letters_are_made_larger_and_pages_dark_with_the_keyboard_alone()
    {
        await using var window = await browsers.OpenAsync(Screen.Phone, script: false);
        var page = await window.GoAsync("/centres");
        await page.GetByRole(AriaRole.Link, new() { Name = "ปรับการแสดงผล" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("ปรับการแสดงผล");
        await page.Locator("input[name=size]:checked").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/centres$"));
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal("25px", await page.Locator("body").EvaluateAsync<string>("e => getComputedStyle(e).fontSize"));
            Assert.Equal("rgb(26, 22, 17)", await page.Locator("body").EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor"));
            await page.ReloadAsync();
        }

        Assert.Empty(window.Troubles);
    }

    private static async Task AssertWalkAsync(Window window, IEnumerable<string> paths)
    {
        const int Most = 400;
        foreach (var path in paths)
        {
            var page = await window.GoAsync(path);
            var stops = 0;
            var wrong = new List<string>();
            while (stops < Most)
            {
                await page.Keyboard.PressAsync("Tab");
                var said = await page.EvaluateAsync<string>(Look);
                if (said == "end")
                {
                    break;
                }

                stops++;
                if (said.Length > 0)
                {
                    wrong.Add(said);
                }
            }

            Assert.True(wrong.Count == 0, $"{path}: {string.Join("; ", wrong.Take(5))}");
            // All that can be reached was reached: nothing held the focus. Of radio buttons one speaks for its group.
            var left = await window.FindAsync("""
                [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
                  .filter(e => e.checkVisibility({ visibilityProperty: true }) && e.type !== "hidden" && e.type !== "radio" && e.tabIndex >= 0 && !e.disabled && !e.dataset.seen)
                  .map(e => `${e.localName}.${e.className} «${e.textContent.trim().slice(0, 30) || e.name}»`)
                """);
            Assert.True(left.Length == 0, $"{path}: after {stops} stops not reached: {string.Join("; ", left.Take(5))}");
        }
    }
}
