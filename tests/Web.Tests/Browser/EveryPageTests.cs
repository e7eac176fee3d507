using KhokNongNa.Web.Tests.Themes;

namespace KhokNongNa.Web.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class EveryPageTests(Browsers browsers)
{
    public static TheoryData<int, int, bool> Screens => new()
    {
        { 360, 740, true },
        { 360, 740, false },
        { 1366, 768, true },
        { 1366, 768, false },
        { 320, 640, false },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Readers_pages_fit_the_screen_and_keep_to_the_policy(int width, int height, bool script)
    {
        await using var window = await browsers.OpenAsync(new Screen(width, height), script);
        foreach (var path in await Pages.OfReadersAsync(browsers.Portal))
        {
            await window.GoAsync(path);
            Assert.True(await window.OverflowAsync() <= 0, $"{path} is {await window.OverflowAsync()} px wider than {width}");
            Assert.True(window.Troubles.Count == 0, $"{path}: {string.Join(" | ", window.Troubles)}");
        }
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Pages_of_the_Studio_fit_the_screen_and_keep_to_the_policy(int width, int height, bool script)
    {
        await using var window = await browsers.OpenAsync(new Screen(width, height), script);
        await window.SignInAsync("อรุณี");
        foreach (var path in await Pages.OfStudioAsync(browsers.Portal))
        {
            await window.GoAsync(path);
            Assert.True(await window.OverflowAsync() <= 0, $"{path} is {await window.OverflowAsync()} px wider than {width}");
            Assert.True(window.Troubles.Count == 0, $"{path}: {string.Join(" | ", window.Troubles)}");
        }
    }

    [Fact]
    public async Task The_longest_names_and_the_emptiest_pages_fit_a_narrow_screen()
    {
        await using var window = await browsers.OpenAsync(Screen.Narrow);
        var off = new List<string>();
        foreach (var ((view, sample), record) in SampleViews.All)
        {
            var page = await RenderedViews.RenderAsync(browsers.Portal, view, record);
            await window.Page.RouteAsync("**/sample", route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", BodyBytes = page.Body }));
            await window.GoAsync("/sample");
            if (await window.OverflowAsync() > 0)
            {
                off.Add($"{view} {sample} by {await window.OverflowAsync()}: {string.Join(" | ", (await window.FindAsync(WiderThanTheScreen)).Take(3))}");
            }

            await window.Page.UnrouteAsync("**/sample");
        }

        Assert.Empty(off);
    }

    [Fact]
    public async Task Main_actions_are_large_enough_for_a_thumb()
    {
        await using var window = await browsers.OpenAsync(Screen.Phone);
        foreach (var path in await Pages.OfReadersAsync(browsers.Portal))
        {
            await window.GoAsync(path);
            var small = await window.FindAsync("""
                [...document.querySelectorAll("body > header a, button, .button, input[type=search], nav.pager a, summary")]
                  .filter(e => e.checkVisibility() && !e.matches(".skip"))
                  .map(e => [e.textContent.trim() || e.name, e.getBoundingClientRect()])
                  .filter(([, r]) => r.width > 0 && (r.height < 47.5 || r.width < 47.5))
                  .map(([t, r]) => `${t}: ${Math.round(r.width)}×${Math.round(r.height)}`)
                """);
            Assert.True(small.Length == 0, $"{path}: {string.Join(" | ", small)}");
        }
    }

    [Fact]
    public async Task Thai_letters_have_room_above_and_below()
    {
        foreach (var screen in (Screen[])[Screen.Phone, Screen.Desk])
        {
            await using var window = await browsers.OpenAsync(screen);
            foreach (var path in await Pages.OfReadersAsync(browsers.Portal))
            {
                await window.GoAsync(path);
                var tight = await window.FindAsync("""
                    [...document.querySelectorAll("main p, main li, main dd, main h1, main h2, main h3")]
                      .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                      .map(e => [e, getComputedStyle(e)])
                      .filter(([e, s]) => parseFloat(s.lineHeight) / parseFloat(s.fontSize) < (e.matches("h1, h2, h3") ? 1.3 : e.matches(".meta, .meta *, .crumbs, .links li, nav *, .kind, .side-title, .facts *, .credits *, .entry-title") ? 1.4 : 1.69))
                      .map(([e, s]) => `${e.localName}.${e.className} ${s.lineHeight}/${s.fontSize}: ${e.textContent.trim().slice(0, 30)}`)
                    """);
                Assert.True(tight.Length == 0, $"{path}: {string.Join(" | ", tight.Take(5))}");
                var cut = await window.FindAsync("""
                    [...document.querySelectorAll("body *")]
                      .filter(e => e.checkVisibility() && /(hidden|clip)/.test(getComputedStyle(e).overflow) && !e.closest("svg, .skip") && e.clientHeight > 2 && e.scrollHeight > e.clientHeight + 1)
                      .map(e => `${e.localName}.${e.className}: ${e.textContent.trim().slice(0, 30)}`)
                    """);
                Assert.True(cut.Length == 0, $"{path}: {string.Join(" | ", cut.Take(5))}");
            }
        }
    }

    [Fact]
    public async Task Text_is_large_and_words_do_not_run_off_their_box()
    {
        await using var window = await browsers.OpenAsync(Screen.Phone);
        foreach (var path in await Pages.OfReadersAsync(browsers.Portal))
        {
            await window.GoAsync(path);
            Assert.True(await window.Page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.body).fontSize)") >= 18, path);
            var tiny = await window.FindAsync("""
                [...document.querySelectorAll("main p, main li, main a, main button, nav a, footer a")]
                  .filter(e => e.checkVisibility() && e.textContent.trim() && parseFloat(getComputedStyle(e).fontSize) < 13)
                  .map(e => `${e.localName}.${e.className} ${getComputedStyle(e).fontSize}`)
                """);
            Assert.True(tiny.Length == 0, $"{path}: {string.Join(" | ", tiny.Take(5))}");
            var off = await window.FindAsync(WiderThanTheScreen);
            Assert.True(off.Length == 0, $"{path}: {string.Join(" | ", off.Take(5))}");
        }
    }

    internal const string WiderThanTheScreen = """
        [...document.querySelectorAll("main h1, main h2, main h3, main p, main li, main a, main dd, main td, main button, nav a")]
          .filter(e => e.checkVisibility() && !e.closest("svg") && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .filter(e => { for (let p = e.parentElement; p; p = p.parentElement) { if (/(auto|scroll)/.test(getComputedStyle(p).overflowX)) { return false; } } return true; })
          .map(e => `${e.localName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`)
        """;
}
