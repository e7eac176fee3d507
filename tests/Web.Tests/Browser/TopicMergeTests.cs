using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>Two topics become one in a browser, and a reader who kept the old address gets there.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TopicMergeTests(Browsers browsers)
{
    private const string Goes = "ไผ่ที่เขียนซ้ำ";

    private const string Stays = "ไผ่ทั้งหมด";

    [Fact]
    public async Task A_topic_is_merged_as_it_was_looked_at_and_its_address_and_its_lessons_lead_on()
    {
        await AddTopicAsync(Stays);
        var goes = await AddTopicAsync(Goes);
        await PublishAsync("ปลูกไผ่ริมหนอง", goes);
        await using var boss = await browsers.OpenAsync(Screen.Desk);
        var page = await boss.SignInAsync("ธีระ");
        await page.GotoAsync("/studio/topics");
        await boss.ClickAsync("main a", Goes);
        await boss.ClickAsync("a", "รวมกับหัวข้ออื่น");
        await page.GetByLabel("รวมเข้าไปในหัวข้อ").SelectOptionAsync(new SelectOptionValue { Label = Stays });
        await boss.ClickAsync("button", "ดูว่าจะกระทบอะไร");
        var look = page.Locator("section[role=status]");
        await Assertions.Expect(look).ToContainTextAsync($"«{Goes}» จะหายไป เหลือ «{Stays}»");
        await Assertions.Expect(look).ToContainTextAsync("เรื่องที่เผยแพร่แล้ว 1 เรื่อง");

        // Meanwhile there is more to it than was shown.
        await PublishAsync("ตัดหน่อไผ่หลังฝน", goes);
        await boss.ClickAsync("button", "รวมหัวข้อ");
        await Assertions.Expect(page.Locator("[role=alert]").First).ToContainTextAsync("เปลี่ยนไปจากที่ท่านดู");
        await Assertions.Expect(look).ToContainTextAsync("เรื่องที่เผยแพร่แล้ว 2 เรื่อง");
        await boss.ClickAsync("button", "รวมหัวข้อ");
        await Assertions.Expect(page.Locator("[role=status]").First).ToContainTextAsync($"รวม «{Goes}» แล้ว");
        await page.GotoAsync("/studio/topics");
        await Assertions.Expect(page.Locator("tr").Filter(new() { HasText = Stays })).ToContainTextAsync("2 เรื่อง");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = Goes, Exact = true })).ToHaveCountAsync(0);

        await using var reader = await browsers.OpenAsync(Screen.Phone);
        var landed = (await reader.Page.GotoAsync("/topics/" + Goes))!;
        Assert.Equal(301, (await landed.Request.RedirectedFrom!.ResponseAsync())!.Status);
        Assert.Equal((200, "/topics/" + Stays), (landed.Status, Uri.UnescapeDataString(new Uri(reader.Page.Url).AbsolutePath)));
        await Assertions.Expect(reader.Page.Locator("main")).ToContainTextAsync("ปลูกไผ่ริมหนอง");
        await Until.Async(async () => await FoundAsync(reader, goes, "ตัดหน่อไผ่หลังฝน"), "the index follows");
        Assert.DoesNotContain("topic=" + goes, reader.Page.Url, StringComparison.Ordinal);
        Assert.Empty(boss.Troubles.Concat(reader.Troubles));
    }

    private Task<string> AddTopicAsync(string title) => browsers.Portal.AskAsync(async db =>
    {
        var id = Guid.CreateVersion7();
        await db.WriteTopicAsync(id, 0, new() { Title = title, Slug = title }, Actor.System, TimeProvider.System.GetUtcNow(), TestContext.Current.CancellationToken);
        return await db.Topics.Where(t => t.Id == id).Select(t => t.Key).SingleAsync();
    });

    private Task<Answer> PublishAsync(string title, string topic) => browsers.Portal.PublishedAsync(title, ("Form.MainTopic", topic), ("Form.Topics", topic));

    private static async Task<bool> FoundAsync(Window reader, string topic, string title)
    {
        await reader.GoAsync($"/search?q=ไผ่&topic={topic}");
        return await reader.Page.Locator(".hits a", new() { HasText = title }).CountAsync() > 0;
    }
}
