using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>Members at work in a real browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StudioTests(Browsers browsers)
{
    [Theory]
    [InlineData(1366, 768, true)]
    [InlineData(360, 740, false)]
    public async Task A_lesson_is_written_previewed_sent_approved_and_published(int width, int height, bool script)
    {
        var title = $"ปลูกผักบุ้งหน้าแล้ง {width} {script}";
        var screen = new Screen(width, height);
        await using var writer = await browsers.OpenAsync(screen, script);
        var page = await writer.SignInAsync("สายใจ");
        await page.GotoAsync("/studio/entries/new?type=lesson");
        await page.GetByLabel("ชื่อเรื่อง", new() { Exact = true }).FillAsync(title);
        await page.GetByLabel("สรุปหนึ่งบรรทัด").FillAsync("มีผักกินทุกสัปดาห์");
        await page.GetByLabel("หัวข้อหลัก").SelectOptionAsync("kitchen-garden");
        await page.GetByLabel("ได้อะไร").FillAsync("ผักสด\nไม่ต้องซื้อ");
        await page.GetByLabel("เวลาลงมือ (นาที)").FillAsync("๔๕");
        await page.Locator("[name='Form.Steps[0].Title']").FillAsync("แช่เมล็ด");
        await page.Locator("[name='Form.Steps[0].Text']").FillAsync("แช่น้ำหนึ่งคืน");

        // The preview opens beside the form, which stays.
        var preview = await page.Context.RunAndWaitForPageAsync(() => writer.ClickAsync("button", "ดูทั้งหน้า"));
        await Assertions.Expect(preview.Locator("h1")).ToHaveTextAsync(title);
        await Assertions.Expect(preview.Locator("main")).ToContainTextAsync("45 นาที");
        await preview.CloseAsync();
        await Assertions.Expect(page.GetByLabel("ชื่อเรื่อง", new() { Exact = true })).ToHaveValueAsync(title);

        await writer.ClickAsync("button:not([aria-hidden])", "บันทึกร่าง");
        await Assertions.Expect(page.Locator("[role=status]").First).ToContainTextAsync("บันทึกร่างแล้ว");
        await writer.ClickAsync("button", "ส่งให้ตรวจ");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("รอคนอื่นตรวจ");

        await using var head = await browsers.OpenAsync(screen, script);
        var second = await head.SignInAsync("มานพ");
        await head.ClickAsync("main a", title);
        await head.ApproveAsync();
        await head.ClickAsync("button", "เผยแพร่");
        await head.ClickAsync("a", "ดูหน้าที่เผยแพร่");
        await Assertions.Expect(second.Locator("h1")).ToHaveTextAsync(title);

        await using var reader = await browsers.OpenAsync(screen, script);
        await Support.Until.Async(
            async () => (await reader.GoAsync("/search?q=" + Uri.EscapeDataString(title))).Url.Length > 0 && await reader.Page.Locator(".hits a", new() { HasText = title }).CountAsync() > 0,
            "search finds the lesson");
        Assert.Empty(writer.Troubles.Concat(head.Troubles).Concat(reader.Troubles));
    }

    [Fact]
    public async Task Whoever_has_to_sign_in_again_sees_no_more_than_that()
    {
        await using var window = await browsers.OpenAsync(Screen.Phone);
        var page = await window.SignInAsync("สายใจ");
        await page.GotoAsync("/studio/entries/new?type=article");
        await page.GetByLabel("ชื่อเรื่อง", new() { Exact = true }).FillAsync("พิมพ์แล้วหลุด");
        await page.Context.ClearCookiesAsync();

        await window.ClickAsync("button:not([aria-hidden])", "บันทึกร่าง");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("เข้าสู่ระบบอีกครั้ง");
        await Assertions.Expect(page.Locator("textarea").Filter(new() { Visible = true })).ToHaveCountAsync(0);
        Assert.Equal(0, await window.OverflowAsync());
    }

    [Fact]
    public async Task What_is_typed_is_kept_within_seconds_and_there_when_the_browser_was_closed()
    {
        await using var window = await browsers.OpenAsync(Screen.Phone);
        var page = await window.SignInAsync("มานพ");
        await page.Clock.InstallAsync();
        await page.GotoAsync("/studio/entries/new?type=article");
        await page.GetByLabel("ชื่อเรื่อง", new() { Exact = true }).FillAsync("พิมพ์อยู่แล้วไฟดับ");
        await page.Clock.RunForAsync(7_000);
        await Assertions.Expect(page.Locator("[data-kept]")).ToContainTextAsync("เก็บสิ่งที่พิมพ์ให้แล้ว");
        Assert.Equal(0, await window.OverflowAsync());
        await page.CloseAsync();

        var later = await page.Context.NewPageAsync();
        await later.GotoAsync("/studio/entries/new?type=article");
        await later.GetByText("พิมพ์ต่อจากที่ค้าง").ClickAsync();
        await Assertions.Expect(later.GetByLabel("ชื่อเรื่อง", new() { Exact = true })).ToHaveValueAsync("พิมพ์อยู่แล้วไฟดับ");
        await later.GetByText("ทิ้งสิ่งที่ค้าง").ClickAsync();
        await Assertions.Expect(later.Locator("main")).Not.ToContainTextAsync("พิมพ์ค้างไว้");
        // The clock that is set is a script in every frame, and the preview's lets none run.
        Assert.DoesNotContain(window.Troubles, t => !t.StartsWith("about:srcdoc", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Blocks_are_inserted_around_what_is_chosen_and_pasted_text_comes_without_its_clothes()
    {
        await using var window = await browsers.OpenAsync(Screen.Desk);
        var page = await window.SignInAsync("มานพ");
        await page.GotoAsync("/studio/entries/new?type=article");
        var body = page.Locator("#Body");
        await body.FillAsync("ใส่ถุงมือ");
        await body.SelectTextAsync();
        await window.ClickAsync("button", "+ ข้อควรระวัง");
        await Assertions.Expect(body).ToHaveValueAsync("::: caution\nใส่ถุงมือ\n:::\n");

        await body.FillAsync("");
        await body.EvaluateAsync("""
            area => {
              const data = new DataTransfer();
              data.setData("text/html", '<style>p{color:red}</style><h1>ห่มดิน</h1><p class="MsoNormal"><b>ฟาง</b> หรือ <a href="https://example.org/a">ใบไม้</a><script>x()</' + 'script></p><p>·   ข้อหนึ่ง</p><p>·   ข้อสอง</p><ol><li>ก</li><li>ข</li></ol><table><tr><td>น้ำ</td><td>1|2</td></tr></table>');
              data.setData("text/plain", "อื่น");
              area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(body).ToHaveValueAsync("## ห่มดิน\n\n**ฟาง** หรือ [ใบไม้](https://example.org/a)\n\n- ข้อหนึ่ง\n- ข้อสอง\n\n1. ก\n2. ข\n\n| น้ำ | 1 2 |\n| -- | -- |");
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task What_is_not_saved_is_asked_about_before_it_is_left()
    {
        await using var window = await browsers.OpenAsync(Screen.Desk);
        var page = await window.SignInAsync("สายใจ");
        await page.GotoAsync("/studio/entries/new?type=article");
        var title = page.GetByLabel("ชื่อเรื่อง", new() { Exact = true });
        await title.PressSequentiallyAsync("ยังไม่บันทึก");
        var asked = 0;
        page.Dialog += async (_, dialog) =>
        {
            Assert.Equal("beforeunload", dialog.Type);
            asked++;
            await dialog.DismissAsync();
        };
        await page.EvaluateAsync("location.href = '/studio/entries'");
        await Support.Until.Async(() => Task.FromResult(asked == 1), "the browser asks");
        await Assertions.Expect(title).ToHaveValueAsync("ยังไม่บันทึก");

        // Saving asks nothing.
        await window.ClickAsync("button:not([aria-hidden])", "บันทึกร่าง");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("ยังไม่บันทึก");
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_mistake_leads_to_its_field_and_saving_again_is_still_guarded()
    {
        await using var window = await browsers.OpenAsync(Screen.Phone);
        var page = await window.SignInAsync("สายใจ");
        await page.GotoAsync("/studio/entries/new?type=lesson");
        await page.GetByLabel("ต้นทุน (บาท)").FillAsync("ห้าร้อย");
        await page.GetByLabel("ได้อะไร").FillAsync("พิมพ์ไว้แล้ว");
        await window.ClickAsync("button:not([aria-hidden])", "บันทึกร่าง");
        var summary = page.GetByRole(AriaRole.Alert).First;
        await Assertions.Expect(summary).ToBeVisibleAsync();
        await summary.GetByRole(AriaRole.Link, new() { Name = "ต้นทุน" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("ต้นทุน (บาท)")).ToBeInViewportAsync();
        await Assertions.Expect(page.GetByLabel("ต้นทุน (บาท)")).ToHaveValueAsync("ห้าร้อย");
        await Assertions.Expect(page.GetByLabel("ได้อะไร")).ToHaveValueAsync("พิมพ์ไว้แล้ว");
        var asked = false;
        page.Dialog += async (_, dialog) =>
        {
            asked = true;
            await dialog.DismissAsync();
        };
        await page.EvaluateAsync("location.href = '/studio'");
        await Support.Until.Async(() => Task.FromResult(asked), "the browser asks");
    }

    [Fact]
    public async Task Enter_in_a_field_saves_and_more_rows_keep_the_place()
    {
        await using var window = await browsers.OpenAsync(Screen.Desk);
        var page = await window.SignInAsync("สายใจ");
        await page.GotoAsync("/studio/entries/new?type=lesson");
        await page.Locator("[name='Form.Materials[2].Name']").FillAsync("ของชิ้นที่สาม");
        await page.Locator("#Materials button").ClickAsync();
        await Assertions.Expect(page.Locator("#Materials .row")).ToHaveCountAsync(4);
        await page.GetByLabel("ชื่อเรื่อง", new() { Exact = true }).FillAsync("กดปุ่มเข้าแล้วบันทึก");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("กดปุ่มเข้าแล้วบันทึก");
    }

    [Theory]
    [InlineData("/studio")]
    [InlineData("/studio/entries")]
    [InlineData("/studio/entries/new?type=lesson")]
    public async Task Buttons_and_fields_are_large_enough_for_a_thumb(string path)
    {
        await using var window = await browsers.OpenAsync(Screen.Phone);
        await window.SignInAsync("อรุณี");
        await window.GoAsync(path);
        var small = await window.FindAsync("""
            [...document.querySelectorAll("button, a.button, input:not([type=hidden]):not([type=checkbox]), select, textarea, summary, nav a")]
              .filter(e => e.checkVisibility() && !e.matches("[aria-hidden]"))
              .map(e => [e.textContent.trim().slice(0, 20) || e.name, e.getBoundingClientRect()])
              .filter(([, r]) => r.width > 0 && r.height < 40)
              .map(([t, r]) => `${t}: ${Math.round(r.width)}×${Math.round(r.height)}`)
            """);
        Assert.Empty(small);
    }
}
