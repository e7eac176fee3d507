using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>The search box offers titles while somebody types, for keyboard and screen reader too.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SuggestTests(Browsers browsers)
{
    [Theory]
    [InlineData("default", 360)]
    [InlineData("riverside", 1366)]
    public async Task With_the_keyboard_to_a_page(string theme, int width)
    {
        await using var window = await browsers.OpenAsync(new Screen(width, 740), theme: theme);
        var page = await window.GoAsync("/");
        var box = page.GetByRole(AriaRole.Combobox);
        await box.FocusAsync();
        await page.Keyboard.TypeAsync("ปลาดุก");
        var first = page.GetByRole(AriaRole.Option).First;
        await Assertions.Expect(first).ToBeVisibleAsync();
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(page.Locator(".search-box [role=status]")).ToContainTextAsync("เรื่อง");

        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(first).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-activedescendant", (await first.GetAttributeAsync("id"))!);
        Assert.True(await window.OverflowAsync() <= 0);

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(box).ToHaveValueAsync("ปลาดุก");

        await page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(first).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/(lessons|topics)/"));
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Enter_without_a_choice_searches_and_up_from_what_was_typed_is_the_last()
    {
        await using var window = await browsers.OpenAsync(Screen.Desk);
        var page = await window.GoAsync("/search");
        await page.Locator("#q").FillAsync("ห่มดิน");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).Last).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("[aria-selected=true]")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/search[?]q="));
        await Assertions.Expect(page.Locator("main mark").First).ToBeVisibleAsync();
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Pressed_with_a_finger()
    {
        await using var window = await browsers.OpenAsync(Screen.Phone);
        var page = await window.GoAsync("/");
        await page.Locator("#q").FillAsync("ห่มดิน");
        await page.GetByRole(AriaRole.Option).First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/topics/"));
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Who_saves_data_gets_the_plain_form()
    {
        await using var window = await browsers.OpenAsync(Screen.Phone, display: "18-light-plain-saver");
        var page = await window.GoAsync("/");
        await Assertions.Expect(page.Locator("script")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToBeVisibleAsync();
    }
}
