using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>Topics are renamed and merged after a look at what hangs on them, and old addresses lead on.</summary>
[Collection(WritersPortal.Name)]
public sealed class TopicPagesTests(Support.Portal portal)
{
    [Fact]
    public async Task A_topic_is_renamed_and_merged_after_a_look_and_every_old_address_leads_on()
    {
        await AddAsync("เสวียนเก่า");
        await AddAsync("เสวียนใหม่");
        using var boss = await portal.MemberAsync("ธีระ");
        var list = await boss.ClickAsync(await boss.GetAsync("/studio"), "หัวข้อความรู้");

        var form = await boss.ClickAsync(list, "เสวียนเก่า");
        var look = await boss.PressAsync(form, "ดูว่าจะกระทบอะไร", ("Form.Title", "เสวียนไม้ไผ่"), ("Form.Slug", "เสวียนไม้ไผ่"));
        Assert.Contains("ลิงก์เดิมจะพาไปที่ใหม่เอง", look.Main, StringComparison.Ordinal);
        Assert.Contains("ยังไม่ได้บันทึก", look.Main, StringComparison.Ordinal);
        list = await boss.PressAsync(look, "บันทึกตามนี้");
        Assert.Equal("/studio/topics", list.Path);
        using var reader = portal.Visitor();
        await LeadsAsync(reader, "/topics/เสวียนเก่า", "/topics/เสวียนไม้ไผ่");

        var key = await portal.AskAsync(db => db.Topics.Where(t => t.Title == "เสวียนไม้ไผ่").Select(t => t.Key).SingleAsync());
        var kept = await portal.AskAsync(db => db.Topics.SingleAsync(t => t.Title == "เสวียนใหม่"));
        var merge = await boss.ClickAsync(await boss.ClickAsync(list, "เสวียนไม้ไผ่"), "รวมกับหัวข้ออื่น");
        var chosen = await boss.PressAsync(merge, "ดูว่าจะกระทบอะไร", ("into", kept.Id.ToString()));
        Assert.Contains("«เสวียนไม้ไผ่» จะหายไป เหลือ «เสวียนใหม่»", chosen.Main, StringComparison.Ordinal);
        // Whoever did not look is shown it, and may then say yes.
        chosen = await boss.PressAsync(chosen, "รวมหัวข้อ", ("seen", ""));
        Assert.Contains("หรือยังไม่ได้ดู", chosen.Main, StringComparison.Ordinal);
        Assert.Contains("«เสวียนไม้ไผ่» จะหายไป เหลือ «เสวียนใหม่»", chosen.Main, StringComparison.Ordinal);
        var done = await boss.PressAsync(chosen, "รวมหัวข้อ");
        Assert.Equal($"/studio/topics/{kept.Id}", done.Path);

        await LeadsAsync(reader, "/topics/เสวียนไม้ไผ่", "/topics/เสวียนใหม่");
        await LeadsAsync(reader, "/topics/เสวียนเก่า", "/topics/เสวียนใหม่");
        await LeadsAsync(reader, $"/search?q=ดิน&topic={key}", $"/search?q=ดิน&topic={kept.Key}");
        await LeadsAsync(reader, $"/sages?topic={key}", $"/sages?topic={kept.Key}");
        await Until.Async(async () => (await reader.GetAsync("/search?q=" + Uri.EscapeDataString("เสวียนไม้ไผ่"))).Main.Contains("เสวียนใหม่", StringComparison.Ordinal), "the index follows");
    }

    private static async Task LeadsAsync(Visitor reader, string from, string to)
    {
        var answer = await reader.OnceAsync(from);
        Assert.Equal((301, to), (answer.Status, Uri.UnescapeDataString(answer.Location ?? "")));
    }

    private Task<bool> AddAsync(string title) => portal.AskAsync(async db =>
    {
        await db.WriteTopicAsync(Guid.CreateVersion7(), 0, new() { Title = title }, Actor.System, TimeProvider.System.GetUtcNow(), TestContext.Current.CancellationToken);
        return true;
    });
}
