using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>A person who is twice in the register becomes one, at a desk.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DuplicateTests(Browsers browsers)
{
    [Fact]
    public async Task A_pair_is_found_compared_and_merged()
    {
        var (kept, other) = (await EnterAsync("สายบัว หอมขจร", "ปลูกผัก"), await EnterAsync("สายบัว หอมขจ้ร", "เลี้ยงปลาในบ่อดิน"));
        await using var window = await browsers.OpenAsync(Screen.Desk);
        var page = await window.SignInAsync("มานพ");
        await page.GotoAsync("/studio/sages/duplicates");
        var pair = page.Locator("section", new() { HasText = "สายบัว" });
        await Assertions.Expect(pair).ToContainTextAsync("ต่างวรรณยุกต์");
        Assert.Equal(0, await window.OverflowAsync());

        await pair.GetByRole(AriaRole.Link, new() { Name = "คนเดียวกัน เทียบแล้วรวม" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "สายบัว หอมขจร" }).CheckAsync();
        Assert.Equal(0, await window.OverflowAsync());
        await page.GetByLabel("รวมแล้วย้อนกลับไม่ได้").CheckAsync();
        await window.ClickAsync("button", "รวมสองรายการนี้");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("สายบัว หอมขจร");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("รวมจาก");
        var left = await browsers.Portal.AskAsync(db => db.Sages.SingleAsync(s => s.Id == kept || s.Id == other));
        Assert.Equal(["เลี้ยงปลาในบ่อดิน", "ปลูกผัก"], left.Latest.Profile.Expertise.Select(e => e.What).OrderDescending(StringComparer.Ordinal));
        // The other one's address leads to who stayed, and the pair is not asked about again.
        await page.GotoAsync($"/studio/sages/{(left.Id == kept ? other : kept)}");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("สายบัว หอมขจร");
        await page.GotoAsync("/studio/sages/duplicates");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("สายบัว");
        Assert.Empty(window.Troubles);
    }

    private Task<Guid> EnterAsync(string name, string what) => browsers.Portal.AskAsync(async db =>
    {
        var sage = Sage.Create(null, null);
        var record = new SageRecord(name, "310427", new() { Expertise = [new("", what, null, [])] }, new());
        await db.EnterAsync(sage, record, Actor.System, TimeProvider.System.GetUtcNow(), default);
        return sage.Id;
    });
}
