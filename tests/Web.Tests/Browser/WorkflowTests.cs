using KhokNongNa.Portal.Tests.Media;
using KhokNongNa.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>A lesson on its whole way, by two people, under a clock that moves.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WorkflowTests(Browsers browsers, JulyPortal portal) : IClassFixture<JulyPortal>
{
    private const string Title = "ปลูกกล้วยน้ำว้าบนโคก";

    [Fact]
    public async Task A_lesson_is_returned_corrected_approved_scheduled_published_found_and_restored()
    {
        await using var writer = await browsers.OpenAsync(portal, Screen.Phone);
        var page = await writer.SignInAsync("สายใจ");
        await WriteAsync(writer, page);
        var entry = new Uri(page.Url).AbsolutePath;

        await using var head = await browsers.OpenAsync(portal, Screen.Desk);
        var desk = await head.SignInAsync("มานพ");
        await ReturnAsync(head, desk);
        await CorrectAsync(writer, page, entry);
        await ApproveAndScheduleAsync(head, desk, entry);

        await using var reader = await browsers.OpenAsync(portal, Screen.Phone);
        Assert.False(await IsFoundAsync(reader));
        portal.MoveTo(new DateTimeOffset(2021, 7, 9, 8, 30, 1, TimeSpan.FromHours(7)));
        await portal.Services.GetServices<IHostedService>().OfType<RecurringWork>().Single().RunDueAsync(TestContext.Current.CancellationToken);
        await Support.Until.Async(() => IsFoundAsync(reader), "search finds the lesson");
        await reader.ClickAsync(".hits a", Title);
        await Assertions.Expect(reader.Page.Locator("main")).ToContainTextAsync("มีกล้วยกินและขายตั้งแต่เดือนที่สิบ");
        var live = reader.Page.Url;
        var photo = reader.Page.GetByAltText("หลุมปลูกกล้วยข้างคันดิน");
        await photo.ScrollIntoViewIfNeededAsync();
        await Support.Until.Async(async () => await photo.EvaluateAsync<int>("e => e.naturalWidth") > 0, "the photo comes");
        Assert.Contains("320w", await photo.GetAttributeAsync("srcset"), StringComparison.Ordinal);

        await RestoreAsync(writer, page, entry);
        await reader.Page.GotoAsync(live);
        await Assertions.Expect(reader.Page.Locator("main")).ToContainTextAsync("มีกล้วยกินและขายตั้งแต่เดือนที่สิบ");
        Assert.Empty(writer.Troubles.Concat(head.Troubles).Concat(reader.Troubles));
    }

    private static async Task WriteAsync(Window writer, IPage page)
    {
        await page.GotoAsync("/studio/entries/new?type=lesson");
        await page.GetByLabel("ชื่อเรื่อง", new() { Exact = true }).FillAsync(Title);
        await page.GetByLabel("สรุปหนึ่งบรรทัด").FillAsync("มีกล้วยกิน");
        await page.GetByLabel("หัวข้อหลัก").SelectOptionAsync("kitchen-garden");
        await page.Locator("[name='Form.Steps[0].Text']").FillAsync("ขุดหลุม");
        await writer.ClickAsync("button:not([aria-hidden])", "บันทึกร่าง");
        await AddPhotoAsync(writer, page, new Uri(page.Url).AbsolutePath);
        await writer.ClickAsync("button", "ส่งให้ตรวจ");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("รอคนอื่นตรวจ");
    }

    private static async Task AddPhotoAsync(Window writer, IPage page, string entry)
    {
        await page.GotoAsync($"{entry}/pictures");
        await page.GetByLabel("เลือกรูป").SetInputFilesAsync(new FilePayload { Name = "หลุม.jpg", MimeType = "image/jpeg", Buffer = Photos.WithPlace(900, 1_200) });
        await page.GetByLabel("รูปนี้แสดงอะไร").FillAsync("หลุมปลูกกล้วยข้างคันดิน");
        await writer.ClickAsync("button", "เพิ่มรูปนี้");
        await writer.ClickAsync("main a", "กลับไปเขียนเรื่อง");
        await page.Locator("[name='Form.Steps[0].Picture']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await writer.ClickAsync("button:not([aria-hidden])", "บันทึกร่าง");
    }

    private static async Task ReturnAsync(Window head, IPage desk)
    {
        await desk.GotoAsync("/studio/reviews?topic=kitchen-garden");
        await head.ClickAsync("main a", Title);
        await head.ClickAsync("a", "ให้ใครตรวจ");
        await desk.GetByLabel("ผู้ตรวจ").SelectOptionAsync(new SelectOptionValue { Label = "มานพ (สมมติ)" });
        await desk.GetByLabel("ให้ตรวจภายใน").FillAsync("๙ ก.ค. ๒๕๖๔");
        await head.ClickAsync("button", "บันทึก");
        await desk.GotoAsync("/studio");
        await Assertions.Expect(desk.Locator(".panel").Filter(new() { HasText = "มอบให้ท่านตรวจ" })).ToContainTextAsync("เหลือ 1 วัน");
        await head.ClickAsync("main a", Title);
        await head.ClickAsync("a", "ขอให้แก้");
        foreach (var (field, remark) in new[] { ("Summary", "ได้กี่เดือน"), ("Steps", "หลุมลึกเท่าไร") })
        {
            await desk.Locator($"details:has(#at-{field}) summary").ClickAsync();
            await desk.Locator($"#at-{field}").FillAsync(remark);
        }

        await head.ClickAsync("button", "ส่งกลับให้แก้");
        await Assertions.Expect(desk.Locator("[role=status]").First).ToContainTextAsync("ส่งกลับให้ผู้เขียนแก้แล้ว");
    }

    private static async Task CorrectAsync(Window writer, IPage page, string entry)
    {
        await page.GotoAsync($"{entry}/edit");
        await Assertions.Expect(page.Locator("#Summary-asked")).ToContainTextAsync("ได้กี่เดือน");
        await Assertions.Expect(page.Locator("#Steps .asked")).ToContainTextAsync("หลุมลึกเท่าไร");
        await Assertions.Expect(page.Locator("#Summary")).ToHaveAttributeAsync("aria-describedby", "Summary-hint Summary-asked");
        Assert.Equal(0, await writer.OverflowAsync());
        await page.GetByLabel("สรุปหนึ่งบรรทัด").FillAsync("มีกล้วยกินและขายตั้งแต่เดือนที่สิบ");
        await page.Locator("[name='Form.Steps[0].Text']").FillAsync("ขุดหลุมลึกหนึ่งศอก");
        await writer.ClickAsync("button:not([aria-hidden])", "บันทึกร่าง");
        await writer.ClickAsync("button", "ส่งให้ตรวจ");
    }

    private static async Task ApproveAndScheduleAsync(Window head, IPage desk, string entry)
    {
        await desk.GotoAsync($"{entry}/comparison");
        await Assertions.Expect(desk.Locator(".difference").First).ToHaveTextAsync("มีกล้วยกินเพิ่ม และขายตั้งแต่เดือนที่สิบ จบส่วนที่เพิ่ม ");
        await desk.GotoAsync(entry);
        await head.ApproveAsync();
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("✓ ทำซ้ำได้");
        await head.ClickAsync("a", "ตั้งเวลา");
        var publish = desk.GetByRole(AriaRole.Group, new() { Name = "เผยแพร่เมื่อ", Exact = true });
        await publish.GetByLabel("วันที่").FillAsync("๙ กรกฎาคม ๒๕๖๔");
        await publish.GetByLabel("เวลา").FillAsync("๘.๓๐ น.");
        await head.ClickAsync("button", "บันทึกเวลา");
        await Assertions.Expect(desk.Locator(".chip-scheduled")).ToContainTextAsync("9 ก.ค. 2564 08:30");
        await desk.GotoAsync("/studio");
        await Assertions.Expect(desk.Locator(".panel").Filter(new() { HasText = "ตั้งเวลาไว้" }).First).ToContainTextAsync(Title);
    }

    private static async Task RestoreAsync(Window writer, IPage page, string entry)
    {
        await page.GotoAsync(entry);
        await writer.ClickAsync("button", "เอาฉบับที่ 1 กลับมา");
        await Assertions.Expect(page.Locator("[role=status]").First).ToContainTextAsync("เอาฉบับที่ 1 กลับมาเป็นร่างใหม่แล้ว");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ฉบับเดิมเผยแพร่อยู่");
        await page.GotoAsync($"{entry}/revisions/4");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ขุดหลุม");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("หนึ่งศอก");
    }

    private static async Task<bool> IsFoundAsync(Window reader)
    {
        await reader.GoAsync("/search?q=" + Uri.EscapeDataString(Title));
        return await reader.Page.Locator(".hits a", new() { HasText = Title }).CountAsync() > 0;
    }
}
