using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>The fictional network leaves, in a portal of its own.</summary>
public sealed class SyntheticTests(Support.Portal portal) : IClassFixture<Support.Portal>
{
    private const string Button = "ลบข้อมูลสมมติทั้งหมด";

    [Fact]
    public async Task The_administrator_types_the_word_and_pages_search_and_credits_follow()
    {
        using var reader = portal.Visitor();
        var sage = await portal.AskAsync(db => db.PublicSages().Where(s => db.References.Any(r => r.Kind == ReferenceKind.Sage && r.Key == s.Key)).OrderBy(s => s.Key).FirstAsync());
        var centre = await portal.AskAsync(db => db.Centres.OrderBy(c => c.Key).FirstAsync());
        var lesson = await portal.AskAsync(db => db.Entries.Where(e => db.References.Any(r => r.EntryId == e.Id && r.Kind == ReferenceKind.Sage && r.Key == sage.Key)).FirstAsync());
        var url = KhokNongNa.Portal.Urls.Entry(lesson.Type, lesson.Slug!);
        Assert.Contains(sage.Name, (await reader.GetAsync(url)).Main, StringComparison.Ordinal);

        using var member = await portal.MemberAsync("ธีระ");
        var page = await member.ClickAsync(await member.GetAsync("/studio"), "ลบข้อมูลสมมติ");
        Assert.Contains("แปลง 80 แปลง", page.Html, StringComparison.Ordinal);
        var refused = await member.PressAsync(page, Button, ("typed", "ลบ"));
        Assert.Contains("ยังไม่ได้ลบอะไร", refused.Html, StringComparison.Ordinal);
        Assert.Equal("ลบ", refused.Document.QuerySelector("#Typed")!.GetAttribute("value"));
        Assert.NotEqual(0, (await portal.AskAsync(db => db.SyntheticAsync(default))).All);

        var done = await member.PressAsync(refused, Button, ("typed", " ลบข้อมูลสมมติ "));
        Assert.Contains("แปลง 80 แปลง", done.Html, StringComparison.Ordinal);
        Assert.Contains("ไม่มีข้อมูลสมมติในพอร์ทัลแล้ว", done.Html, StringComparison.Ordinal);

        await Until.Async(async () => !(await reader.GetAsync(url)).Main.Contains(sage.Name, StringComparison.Ordinal), "the credit is gone");
        Assert.Equal(404, (await reader.GetAsync($"/sages/{sage.Code}")).Status);
        Assert.Equal(404, (await reader.GetAsync($"/centres/{Uri.EscapeDataString(centre.Slug)}")).Status);
        Assert.Equal(200, (await reader.GetAsync(url)).Status);
        await Until.Async(
            async () => !(await reader.GetAsync($"/api/search?q={Uri.EscapeDataString(sage.Name)}&size=100")).Html.Contains(sage.Key, StringComparison.Ordinal),
            "search has forgotten the sage");
    }
}
