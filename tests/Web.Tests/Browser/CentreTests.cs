using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>The office chooses a plot as a learning centre (domain.md L6), on a small phone without script and at a desk.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CentreTests(Browsers browsers)
{
    [Theory]
    [InlineData(360, 740, false)]
    [InlineData(1366, 768, true)]
    public async Task A_plot_becomes_a_centre(int width, int height, bool script)
    {
        var name = $"แปลงริมทาง {width}";
        var plot = Plot.Create(null);
        await browsers.Portal.AskAsync(async db =>
        {
            var record = new PlotRecord(
                new(name, PlotKind.Hlm, 2021, "310406", new LandSize(600), "", Synthetic: true),
                new() { History = [new(PlotState.Applied, new DateOnly(2021, 1, 1)), new(PlotState.Selected, new DateOnly(2021, 2, 1))] });
            await db.EnterAsync(plot, record, Actor.System, TimeProvider.System.GetUtcNow(), default);
            return true;
        });
        await using var window = await browsers.OpenAsync(new Screen(width, height), script);
        var page = await window.SignInAsync("มานพ");

        await window.GoAsync("/studio/centres/new");
        await page.GetByLabel("ชื่อแปลง หรือเลขทะเบียน").FillAsync(name);
        await window.ClickAsync("button", "หาแปลง");
        await page.GetByLabel(name).CheckAsync();
        await page.GetByLabel("ชื่อศูนย์เรียนรู้").FillAsync($"ศูนย์ริมทาง {width}");
        await page.GetByLabel("เสนอเพราะอะไร").FillAsync("รถเข้าถึงง่าย");
        Assert.Equal(0, await window.OverflowAsync());
        await window.ClickAsync("main button", "เสนอเป็นศูนย์เรียนรู้");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"ศูนย์ริมทาง {width}");

        await window.ClickAsync("a", "ให้คะแนนและคัดเลือก");
        foreach (var criterion in await page.Locator("fieldset.field").AllAsync())
        {
            await criterion.GetByLabel("ใช่", new() { Exact = true }).CheckAsync();
        }

        await page.GetByLabel("เหตุผล").FillAsync("ผ่านทุกข้อ");
        Assert.Equal(0, await window.OverflowAsync());
        await window.ClickAsync("button:not([aria-hidden])", "คัดเลือกเป็นศูนย์");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("100 จาก 100");

        await page.GetByLabel("เหตุผล").FillAsync("พร้อมรับคน");
        await window.ClickAsync("button:not([aria-hidden])", "เปิดให้เรียนรู้");
        await Assertions.Expect(page.Locator("#now")).ToContainTextAsync("เปิดให้เรียนรู้");
        await Assertions.Expect(page.Locator("[aria-labelledby=history] li")).ToHaveCountAsync(3);
        await window.ClickAsync("a", "เทียบกับที่อื่นในอำเภอ");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"ศูนย์ริมทาง {width}");
        Assert.Equal(0, await window.OverflowAsync());

        // The plot leads there.
        await window.GoAsync($"/studio/plots/{plot.Id}");
        await window.ClickAsync("main a", $"ศูนย์ริมทาง {width}");
        await Assertions.Expect(page.Locator("#stage")).ToContainTextAsync("เปิดให้เรียนรู้");
        Assert.Empty(window.Troubles);
    }
}
