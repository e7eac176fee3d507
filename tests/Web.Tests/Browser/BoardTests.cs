using System.Text.RegularExpressions;
using KhokNongNa.Portal.Programme.Sheets;
using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>The province's day: numbers, gaps, reminders, the sheet and looking back (J7), in July 2564.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class BoardTests(Browsers browsers, JulyPortal portal) : IClassFixture<JulyPortal>
{
    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task A_province_changes_the_number_sees_the_gaps_reminds_and_looks_back(int width, int height)
    {
        // Whichever width comes first: the journal does not go back to an earlier day.
        var day = portal.Now.ToOffset(TimeSpan.FromHours(7)).Day + 1;
        MoveTo(10, 0);
        await using var window = await browsers.OpenAsync(portal, new Screen(width, height));
        var page = await window.SignInAsync("อรุณี");
        await window.BoardAsync();
        var board = page.Url;
        var target = page.Locator("table.board tbody tr").Filter(new() { HasText = "อ.คูเมือง" }).Locator("[data-label=เป้าศูนย์]");
        await Assertions.Expect(target).ToHaveTextAsync("1");

        await AskForAsync("15");
        await Assertions.Expect(target).ToHaveTextAsync("2");
        await window.ClickAsync("a", "ตำบลที่ยังว่าง");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ต.ตูมใหญ่");
        Assert.Equal(0, await window.OverflowAsync());

        await page.GotoAsync(board);
        await page.Locator("table.board a").Filter(new() { HasText = "อ.สตึก" }).ClickAsync();
        var reminder = await page.Locator("#chase-text").InputValueAsync();
        Assert.Contains("เรียน พัฒนาการอำเภอสตึก", reminder, StringComparison.Ordinal);
        Assert.Contains("ให้แล้วเสร็จภายในวันที่ 9 ก.ค. 2564", reminder, StringComparison.Ordinal);
        Assert.Contains("จุดเริ่มเอามื้อสามัคคี", reminder, StringComparison.Ordinal);

        await SheetCountsWhatTheBoardCountsAsync(page, board);

        // What happens after the moment that is looked back to is not seen there.
        MoveTo(16, 45);
        await AskForAsync("25");
        MoveTo(17, 0);
        await page.GotoAsync(board);
        await page.GetByLabel("ณ วันที่").FillAsync($"{day} ก.ค. 2564");
        await page.GetByLabel("เวลา").FillAsync("๑๖.๓๐");
        await window.ClickAsync("button", "ดู");
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync($"ณ {day} ก.ค. 2564 16:30");
        await Assertions.Expect(target).ToHaveTextAsync("2");
        await window.ClickAsync("a", "ดูตามที่เป็นอยู่");
        await Assertions.Expect(target).ToHaveTextAsync("1");
        Assert.Empty(window.Troubles);

        void MoveTo(int hour, int minute) => portal.MoveTo(new DateTimeOffset(2021, 7, day, hour, minute, 0, TimeSpan.FromHours(7)));

        async Task AskForAsync(string plots)
        {
            await page.GotoAsync($"{board}/edit");
            await page.GetByLabel("หนึ่งแห่งต่อกี่แปลง").FillAsync(plots);
            await window.ClickAsync("button", "บันทึก");
            await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("บันทึกแล้ว");
        }
    }

    /// <summary>The working sheet of a district has a row for each sage on the board; where somebody died it has theirs too.</summary>
    private static async Task SheetCountsWhatTheBoardCountsAsync(IPage page, string board)
    {
        await page.GotoAsync(board);
        var counted = await page.Locator("table.board tbody tr").Filter(new() { HasText = "อ.สตึก" }).Locator("[data-label=ปราชญ์]").InnerTextAsync();
        await page.GotoAsync("/studio/sages/sheet?use=working");
        await page.Locator("select[name='Form.AreaCode']").SelectOptionAsync("3111");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("main form button[type=submit]").Last.ClickAsync());
        await using var file = await download.CreateReadStreamAsync();
        var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        bytes.Position = 0;
        var table = SheetReader.Read(bytes, download.SuggestedFilename);
        Assert.Equal(Digits().Match(counted).Value, $"{table.Rows.Count}");
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
