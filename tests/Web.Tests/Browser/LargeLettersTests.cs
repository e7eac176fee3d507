using KhokNongNa.Web.Tests.Themes;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>Small screens, large letters, and the marks of Thai above and below them.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LargeLettersTests(Browsers browsers)
{
    // Two marks above, tails and vowels below.
    private const string Marks = "ที่ ปู่ ญี่ปุ่น กตัญญู ฎีกา ฐานุกรม น้ำแข็ง";

    // The ink of those letters in the font and size of each element that shows text, against its line and the box that cuts it.
    private const string CutMarks = """
        (() => {
          const pen = document.createElement("canvas").getContext("2d");
          const off = [];
          for (const e of document.querySelectorAll("body *")) {
            if (!e.checkVisibility() || e.closest("svg, .skip, .initial, .first-button, thead") || ![...e.childNodes].some(n => n.nodeType === 3 && /[\u0E00-\u0E7F]/.test(n.data))) { continue; }
            const s = getComputedStyle(e);
            pen.font = `${s.fontWeight} ${s.fontSize} ${s.fontFamily}`;
            const ink = pen.measureText("ที่ ปู่ ญี่ปุ่น กตัญญู ฎีกา ฐานุกรม น้ำแข็ง");
            const height = ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent;
            const name = `${e.localName}.${e.className} «${e.textContent.trim().slice(0, 20)}»`;
            if (parseFloat(s.lineHeight) < height - .5) { off.push(`${name}: ink ${Math.round(height)}, line ${s.lineHeight}`); }
            if (/(hidden|clip)/.test(s.overflowY) && (e.scrollHeight > e.clientHeight + 1 || e.clientHeight < height)) { off.push(`${name} is cut`); }
          }
          return off;
        })()
        """;

    [Theory]
    [InlineData("default", 320, 640, "25-device-plain-pictures")]
    [InlineData("default", 320, 640, "21-device-plain-saver")]
    [InlineData("default", 1366, 768, "25-device-plain-pictures")]
    [InlineData("riverside", 320, 640, "25-device-contrast-pictures")]
    [InlineData("riverside", 320, 640, null)]
    // 1366 and 1280 px at 200 %.
    [InlineData("default", 683, 384, null)]
    [InlineData("riverside", 640, 360, null)]
    public async Task Nothing_is_wider_than_the_screen_and_no_mark_is_cut(string theme, int width, int height, string? display)
    {
        await using var window = await browsers.OpenAsync(new Screen(width, height), theme: theme, display: display);
        var off = new List<string>();
        await LookAsync(await Pages.OfReadersAsync(browsers.Wearing(theme)));
        await window.SignInAsync("อรุณี");
        await LookAsync(await Pages.OfStudioAsync(browsers.Wearing(theme)));
        Assert.True(off.Count == 0, string.Join('\n', off.Take(20)));

        async Task LookAsync(IEnumerable<string> paths)
        {
            foreach (var path in paths)
            {
                await window.GoAsync(path);
                if (await window.OverflowAsync() is > 0 and var more)
                {
                    off.Add($"{path} is {more} px wider than {width}");
                }

                off.AddRange((await window.FindAsync(CutMarks)).Take(3).Select(c => $"{path}: {c}"));
            }
        }
    }

    [Theory]
    [InlineData("default")]
    [InlineData("riverside")]
    public async Task The_longest_names_in_the_largest_letters_fit_a_narrow_screen(string theme)
    {
        await using var window = await browsers.OpenAsync(Screen.Narrow, theme: theme, display: "25-device-plain-pictures");
        var off = new List<string>();
        var samples = SampleViews.All.Where(s => s.Key.Sample == "full").Concat(SampleViews.WithName(Marks).Where(s => s.Key.View is "Lesson" or "Sage" or "Centre"));
        foreach (var ((view, _), record) in samples)
        {
            // The class stands on the page as the cookie would have put it there.
            var page = await RenderedViews.RenderAsync(browsers.Wearing(theme), view, record);
            var html = page.Html.Replace("<html lang=\"th\"", "<html lang=\"th\" class=\"text-25\"", StringComparison.Ordinal);
            await window.Page.RouteAsync("**/sample", route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html }));
            await window.GoAsync("/sample");
            Assert.Equal("25px", await window.Page.EvaluateAsync<string>("getComputedStyle(document.body).fontSize"));
            if (await window.OverflowAsync() is > 0 and var more)
            {
                off.Add($"{view} by {more}: {string.Join(" | ", (await window.FindAsync(EveryPageTests.WiderThanTheScreen)).Take(4))}");
            }

            off.AddRange((await window.FindAsync(CutMarks)).Take(3).Select(c => $"{view}: {c}"));
            await window.Page.UnrouteAsync("**/sample");
        }

        Assert.True(off.Count == 0, string.Join('\n', off));
    }

    [Theory]
    [InlineData("default")]
    [InlineData("riverside")]
    public async Task What_is_pressed_most_is_large_enough_for_a_thumb(string theme)
    {
        await using var window = await browsers.OpenAsync(Screen.Phone, theme: theme);
        await LookAsync(await Pages.OfReadersAsync(browsers.Wearing(theme)));
        await window.SignInAsync("อรุณี");
        await LookAsync(await Pages.OfStudioAsync(browsers.Wearing(theme)));

        async Task LookAsync(IEnumerable<string> paths)
        {
            foreach (var path in paths)
            {
                await window.GoAsync(path);
                var small = await window.FindAsync("""
                    [...document.querySelectorAll("body > header a, button, .button, .choice, input[type=search], nav.pager a, summary, .nav a, .ticks label, .choices label")]
                      .filter(e => e.checkVisibility() && !e.matches(".skip, .first-button"))
                      .map(e => [e.textContent.trim() || e.name, e.getBoundingClientRect()])
                      .filter(([, r]) => r.width > 0 && r.height < 47.5)
                      .map(([t, r]) => `${t}: ${Math.round(r.width)}×${Math.round(r.height)}`)
                    """);
                Assert.True(small.Length == 0, $"{path}: {string.Join(" | ", small)}");
            }
        }
    }
}
