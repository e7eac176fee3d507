using KhokNongNa.Web.Tests.Support;
using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>Writing with the preview beside it, and by two people at once.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WritingTests(Browsers browsers)
{
    private const string First = "สายใจ (สมมติ)";

    private const string Plan = "::: plan\n- โคก 10\n- หนอง 30\n- นา 60\n:::\n";

    [Fact]
    public async Task What_is_typed_is_shown_beside_the_box_and_a_lost_signal_is_said_without_losing_it()
    {
        await using var window = await browsers.OpenAsync(Screen.Desk);
        var page = await window.SignInAsync("สายใจ");
        await page.GotoAsync("/studio/entries/new?type=article");
        var (body, shown) = (page.Locator("#Body"), Shown(page));
        await body.FillAsync("ฟางห่ม **หนา**\n\n" + Plan + "\n<script>document.title = 'x'</script>");
        await Assertions.Expect(shown.Locator("strong")).ToHaveTextAsync("หนา");
        await Assertions.Expect(shown.Locator("aside.text-plan li")).ToHaveCountAsync(3);
        await Assertions.Expect(shown).ToContainTextAsync("<script>");
        await Support.Until.Async(async () => await shown.Locator("aside img").EvaluateAsync<int>("i => i.naturalWidth") == 640, "the plan is drawn");
        var (box, frame) = ((await body.BoundingBoxAsync())!, (await page.Locator("iframe").BoundingBoxAsync())!);
        Assert.True(frame.X > box.X + box.Width && frame.Width > 400, $"{frame.X} {box.X + box.Width} {frame.Width}");
        // In the look of the site, not of the Studio.
        Assert.Equal("700", await shown.Locator(".block-name").First.EvaluateAsync<string>("e => getComputedStyle(e).fontWeight"));

        await page.Context.SetOfflineAsync(true);
        await body.PressSequentiallyAsync("เพิ่ม");
        await Assertions.Expect(page.Locator(".preview-said")).ToContainTextAsync("ไม่มีสัญญาณ");
        await Assertions.Expect(shown.Locator("strong")).ToHaveTextAsync("หนา");
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(shown).ToContainTextAsync("เพิ่ม");
        await Assertions.Expect(page.Locator(".preview-said")).ToBeEmptyAsync();
        Assert.Equal(0, await window.OverflowAsync());
        Assert.All(window.Troubles, t => Assert.Contains("ERR_INTERNET_DISCONNECTED", t, StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_a_phone_a_switch_shows_one_or_the_other()
    {
        await using var window = await browsers.OpenAsync(Screen.Phone);
        var page = await window.SignInAsync("สายใจ");
        var asked = 0;
        page.Request += (_, request) => asked += request.Method == "POST" && request.PostData?.Contains("act=live", StringComparison.Ordinal) == true ? 1 : 0;
        await page.GotoAsync("/studio/entries/new?type=article");
        var body = page.Locator("#Body");
        await body.FillAsync(Plan);
        await Assertions.Expect(page.Locator("iframe")).ToBeHiddenAsync();
        await window.ClickAsync(".switch button", "ตัวอย่าง");
        await Assertions.Expect(body).ToBeHiddenAsync();
        await Assertions.Expect(Shown(page).Locator("li")).ToHaveCountAsync(3);
        Assert.Equal(1, asked);
        Assert.Equal(0, await window.OverflowAsync());
        await window.ClickAsync(".switch button", "เขียน");
        await Assertions.Expect(body).ToHaveValueAsync(Plan);
        await Assertions.Expect(page.Locator(".switch [aria-pressed=true]")).ToHaveTextAsync("เขียน");
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Without_script_a_button_shows_it_below_the_box()
    {
        await using var window = await browsers.OpenAsync(Screen.Phone, script: false);
        var page = await window.SignInAsync("สายใจ");
        await page.GotoAsync("/studio/entries/new?type=article");
        await Assertions.Expect(page.Locator(".switch")).ToBeHiddenAsync();
        await page.Locator("#Body").FillAsync(Plan);
        await page.GetByLabel("สรุปหนึ่งบรรทัด").FillAsync("ยังไม่ได้บันทึก");
        await window.ClickAsync("button", "ดูตัวอย่าง");
        await Assertions.Expect(Shown(page).Locator("li")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("iframe")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("#Body")).ToHaveValueAsync(Plan);
        await Assertions.Expect(page.GetByLabel("สรุปหนึ่งบรรทัด")).ToHaveValueAsync("ยังไม่ได้บันทึก");
        Assert.Equal(0, await window.OverflowAsync());
        Assert.Empty(window.Troubles);
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Two_who_save_the_same_text_see_both_and_choose_and_an_older_one_comes_back_while_the_live_page_stays(int width, int height)
    {
        var title = $"แปลงที่สองคนแก้ {width}";
        const string Live = "สรุปที่เผยแพร่อยู่";
        var entry = (await browsers.Portal.PublishedAsync(title, ("Form.Summary", Live))).Path;
        await using var one = await browsers.OpenAsync(new Screen(width, height));
        await using var two = await browsers.OpenAsync(new Screen(width, height));
        var (first, second) = (await one.SignInAsync("สายใจ"), await two.SignInAsync("มานพ"));
        await first.GotoAsync(entry + "/edit");
        await second.GotoAsync(entry + "/edit");
        await Assertions.Expect(second.Locator("[data-others]")).ToHaveTextAsync($"{First} กำลังแก้เรื่องนี้อยู่");

        await first.Locator("#Summary").FillAsync("สรุปของคนแรก");
        await one.ClickAsync("button:not([aria-hidden])", "บันทึกร่าง");
        await Assertions.Expect(first.Locator("[role=status]").First).ToContainTextAsync("ฉบับที่ 2");

        await second.Locator("#Summary").FillAsync("สรุปของคนที่สอง");
        await second.Locator("#Tips").FillAsync("เคล็ดของคนที่สอง");
        await second.Locator("#Body").FillAsync("เล่าโดยคนที่สอง");
        await two.ClickAsync("button:not([aria-hidden])", "บันทึกร่าง");
        var conflict = second.GetByRole(AriaRole.Alert);
        await Assertions.Expect(conflict).ToContainTextAsync($"{First} บันทึกเรื่องนี้ก่อนท่าน");
        foreach (var text in (string[])["สรุปของคนแรก", "สรุปของคนที่สอง", "เคล็ดของคนที่สอง", "เล่าโดยคนที่สอง"])
        {
            await Assertions.Expect(conflict.Locator("pre", new() { HasText = text })).ToHaveCountAsync(1);
        }

        Assert.Equal(0, await two.OverflowAsync());
        await two.ClickAsync("button", $"ใช้สรุปหนึ่งบรรทัดของ {First}");
        await Assertions.Expect(second.Locator("#Summary")).ToHaveValueAsync("สรุปของคนแรก");
        await Assertions.Expect(second.Locator("#Tips")).ToHaveValueAsync("เคล็ดของคนที่สอง");
        await Assertions.Expect(conflict.Locator("pre", new() { HasText = "สรุป" })).ToHaveCountAsync(0);
        if (width < 1100)
        {
            await two.ClickAsync(".switch button", "ตัวอย่าง");
        }

        await Assertions.Expect(Shown(second)).ToContainTextAsync("เล่าโดยคนที่สอง");
        await two.ClickAsync("button:not([aria-hidden])", "บันทึกร่าง");
        await Assertions.Expect(second.Locator("[role=status]").First).ToContainTextAsync("ฉบับที่ 3");
        await two.GoAsync(entry + "/revisions/3");
        foreach (var text in (string[])["สรุปของคนแรก", "เคล็ดของคนที่สอง", "เล่าโดยคนที่สอง"])
        {
            await Assertions.Expect(second.Locator("main")).ToContainTextAsync(text);
        }

        await RestoreAsync(two, entry, Live);
        Assert.Empty(one.Troubles.Concat(two.Troubles));
    }

    private static async Task RestoreAsync(Window window, string entry, string live)
    {
        var page = await window.GoAsync(entry);
        await window.ClickAsync("button", "เอาฉบับที่ 2 กลับมา");
        await Assertions.Expect(page.Locator("[role=status]").First).ToContainTextAsync("เอาฉบับที่ 2 กลับมาเป็นร่างใหม่แล้ว");
        await window.GoAsync(entry + "/revisions/4");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("สรุปของคนแรก");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("เคล็ดของคนที่สอง");
        // What was written in between is there, and readers have seen none of it.
        await window.GoAsync(entry + "/revisions/3");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("เคล็ดของคนที่สอง");
        await window.GoAsync(entry);
        await window.ClickAsync("a", "ดูหน้าที่เผยแพร่");
        await Assertions.Expect(page.Locator(".lead")).ToHaveTextAsync(live);
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("ของคนแรก");
    }

    private static ILocator Shown(IPage page) => page.FrameLocator("iframe").Locator("[data-body]");
}
