using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Searching.Gaps;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>From the search box to the list of what nobody has written about.</summary>
[Collection(WritersPortal.Name)]
public sealed class GapsTests(Support.Portal portal)
{
    [Fact]
    public async Task What_people_look_for_in_vain_becomes_the_title_of_a_lesson()
    {
        await SearchAsync("เลี้ยงจระเข้น้ำจืด", 3);
        await SearchAsync("เลี้ยงจระเข้น้ำจืด", 2, "&district=3104");
        await SearchAsync("เลี้ยงจระเข้น้ำจืด", 4, "&district=3102");
        await WriteAsync();

        using var head = await portal.MemberAsync("มานพ");
        var gaps = await head.ClickAsync(await head.GetAsync("/studio"), "คนค้นหาอะไร");
        Assert.Equal("คนค้นหาอะไรแล้วไม่พบ", gaps.Heading);
        Assert.Contains("เลี้ยงจระเข้น้ำจืด 5 ครั้ง ไม่มี", gaps.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("คูเมือง", gaps.Main, StringComparison.Ordinal);

        var own = await head.PressAsync(gaps, "กรอง", ("district", "3104"));
        Assert.Equal("3104", own.Value("district"));
        Assert.DoesNotContain("เลี้ยงจระเข้น้ำจืด", own.Main, StringComparison.Ordinal);

        var row = gaps.Document.QuerySelectorAll("tr").Single(r => r.TextContent.Contains("เลี้ยงจระเข้น้ำจืด", StringComparison.Ordinal));
        var links = row.QuerySelectorAll("a").ToDictionary(a => a.TextContent, a => a.GetAttribute("href")!);
        Assert.Equal("เลี้ยงจระเข้น้ำจืด", (await head.GetAsync(links["ลองค้นดู"])).Value("q"));
        var form = await head.GetAsync(links["เขียนบทเรียนเรื่องนี้"]);
        Assert.Equal("เลี้ยงจระเข้น้ำจืด", form.Value("Form.Title"));

        using var province = await portal.MemberAsync("อรุณี");
        Assert.Contains("เลี้ยงจระเข้น้ำจืด 9 ครั้ง", (await province.GetAsync("/studio/gaps")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_question_is_counted_once_however_its_results_are_looked_through()
    {
        await SearchAsync("ปลูกดาวเคราะห์", 2);
        await SearchAsync("ปลูกดาวเคราะห์", 2, "&page=2");
        await SearchAsync("ปลูกดาวเคราะห์", 2, "&type=lesson");
        await SearchAsync("ปลูกดาวเคราะห์", 2, "&topic=soil");
        using var visitor = portal.Visitor();
        await visitor.GetAsync("/api/search?q=" + Uri.EscapeDataString("ปลูกดาวเคราะห์"));
        await WriteAsync();

        Assert.Equal(3, await portal.AskAsync(db => db.SearchCounts.Where(c => c.Query == "ปลูกดาวเคราะห์").SumAsync(c => c.Times)));
    }

    [Theory]
    [InlineData("ลุงบุญมี")]
    [InlineData("ปิยะดา ทำอะไร")]
    [InlineData("อรุณี")]
    [InlineData("โทร 08 1234 5678")]
    [InlineData("๓๑๐๑๒๓๔๕๖๗")]
    [InlineData("a@example.org")]
    public async Task Names_and_long_numbers_are_in_no_table(string question)
    {
        var rows = await portal.AskAsync(db => db.Journal.CountAsync());
        await SearchAsync(question, 4);
        await WriteAsync();

        var kept = KhokNongNa.Thai.ThaiText.Fold(question);
        Assert.False(await portal.AskAsync(db => db.SearchCounts.AnyAsync(c => c.Query.Contains(kept))));
        Assert.Equal(rows, await portal.AskAsync(db => db.Journal.CountAsync()));
    }

    [Theory]
    [InlineData("month=2020-01")]
    [InlineData("month=๒๕๖๙&district=9999&list=xyz&page=-3")]
    [InlineData("month=2026-13&page=99999999999999")]
    [InlineData("list=7")]
    public async Task Nothing_in_the_address_breaks_the_list_and_an_empty_one_says_so(string query)
    {
        using var head = await portal.MemberAsync("มานพ");
        var page = await head.GetAsync("/studio/gaps?" + query);
        Assert.Equal(200, page.Status);
        Assert.True(page.Main.Contains("ยังไม่มีการค้นที่นับได้", StringComparison.Ordinal) || !query.Contains("2020", StringComparison.Ordinal));
    }

    private async Task SearchAsync(string question, int times, string more = "")
    {
        using var visitor = portal.Visitor();
        for (var i = 0; i < times; i++)
        {
            Assert.Equal(200, (await visitor.GetAsync($"/search?q={Uri.EscapeDataString(question)}{more}")).Status);
        }
    }

    private async Task WriteAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await portal.Services.GetRequiredService<GapWriter>().WriteAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), TestContext.Current.CancellationToken);
    }
}
