using Deque.AxeCore.Commons;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>axe finds nothing against WCAG 2.2 AA and good practice: headings, landmarks, names, contrast, roles.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AxeTests(Browsers browsers)
{
    // Within the page, and findings alone: asking through frames and listing what passed takes most of the time. What the browser
    // runs for a test is not subject to the page's policy.
    private const string Run = """
        axe.run(document, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
          resultTypes: ["violations"], iframes: false, preload: false,
        }).then(r => r.violations.map(v => `${v.id} (${v.help}) ${v.nodes.slice(0, 3).map(n => n.html).join(" | ")}`))
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [Theory]
    [InlineData("default", 360)]
    [InlineData("default", 1366)]
    [InlineData("riverside", 360)]
    [InlineData("riverside", 1366)]
    public async Task On_every_kind_of_page(string theme, int width)
    {
        await using var window = await browsers.OpenAsync(new Screen(width, 768), theme: theme);
        await AssertCleanAsync(window, [.. await Pages.OfReadersAsync(browsers.Wearing(theme)), "/nothing"]);
        await AssertCleanAsync(window, ["/sign-in"]);
        if (theme != "default" && width > 360)
        {
            // Of a theme the Studio takes the colours alone.
            return;
        }

        await window.SignInAsync("อรุณี");
        await AssertCleanAsync(window, [.. await Pages.OfStudioAsync(browsers.Wearing(theme)), .. await Pages.OfMembersAsync(browsers.Wearing(theme)), .. await Pages.OfConsentsAsync(browsers.Wearing(theme))]);
    }

    [Fact]
    public async Task On_the_registers()
    {
        await using var window = await browsers.OpenAsync(Screen.Phone);
        await window.SignInAsync("ธีระ");
        await AssertCleanAsync(window, [.. await Pages.OfRegistersAsync(browsers.Portal), .. await Pages.OfPicturesAsync(browsers.Portal)]);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1366)]
    public async Task On_a_form_with_the_preview_of_its_body(int width)
    {
        await using var window = await browsers.OpenAsync(new Screen(width, 768));
        var page = await window.SignInAsync("สายใจ");
        await page.GotoAsync("/studio/entries/new?type=lesson");
        await page.Locator("#Body").FillAsync("::: plan\n- โคก 10\n- หนอง 30\n:::");
        if (width < 1100)
        {
            await window.ClickAsync(".switch button", "ตัวอย่าง");
        }

        await Microsoft.Playwright.Assertions.Expect(page.FrameLocator("iframe").Locator("li")).ToHaveCountAsync(2);
        // Where the bar of the form covers half a button that is scrolled past it, axe takes it for small.
        await page.EvaluateAsync("scrollTo(0, 0)");
        Assert.Empty(await FindAsync(window));
    }

    [Theory]
    [InlineData("default", "25-dark-plain-saver")]
    [InlineData("default", "21-light-contrast-pictures")]
    [InlineData("default", "18-dark-contrast-saver")]
    [InlineData("riverside", "25-light-contrast-saver")]
    [InlineData("riverside", "21-dark-plain-pictures")]
    [InlineData("riverside", "18-dark-contrast-pictures")]
    public async Task However_it_is_displayed(string theme, string display)
    {
        await using var window = await browsers.OpenAsync(Screen.Phone, theme: theme, display: display);
        var pages = await Pages.OfReadersAsync(browsers.Wearing(theme));
        var few = (string[])["/", pages.First(p => p.StartsWith("/lessons/", StringComparison.Ordinal)), pages.First(p => p.StartsWith("/sages/", StringComparison.Ordinal)), pages.First(p => p.StartsWith("/search?", StringComparison.Ordinal)), "/display", "/nothing"];
        await AssertCleanAsync(window, few);
        await window.SignInAsync("อรุณี");
        await AssertCleanAsync(window, (await Pages.OfStudioAsync(browsers.Wearing(theme))).Skip(2).Take(2));
    }

    [Fact]
    public async Task It_would_be_heard_if_there_were_something()
    {
        await using var window = await browsers.OpenAsync(Screen.Phone);
        await window.GoAsync("/");
        await window.Page.EvaluateAsync("document.querySelector('#q').labels[0].remove(); document.querySelector('main p').className = ''; document.querySelector('h1').outerHTML = '<h3>x</h3>'");
        var found = await FindAsync(window);
        Assert.Contains(found, f => f.StartsWith("label ", StringComparison.Ordinal));
        Assert.Contains(found, f => f.StartsWith("page-has-heading-one ", StringComparison.Ordinal));
    }

    private static async Task AssertCleanAsync(Window window, IEnumerable<string> paths)
    {
        var found = new List<string>();
        foreach (var path in paths)
        {
            await window.GoAsync(path);
            found.AddRange((await FindAsync(window)).Select(f => $"{path}: {f}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static async Task<string[]> FindAsync(Window window)
    {
        await window.Page.EvaluateAsync(Axe);
        return await window.FindAsync(Run);
    }
}
