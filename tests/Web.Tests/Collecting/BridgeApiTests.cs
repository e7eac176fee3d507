using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Collecting;

/// <summary>The table that IMPORTDATA fetches (I03).</summary>
public sealed class BridgeApiTests(Support.Portal portal) : IClassFixture<Support.Portal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_office_makes_the_formula_and_a_spreadsheet_fetches_the_table_until_it_is_revoked()
    {
        using var log = new MemoryLog(portal);
        var round = await portal.RoundAsync();
        var hidden = await portal.AddSageAsync("นายลับเฉพาะ ในตาราง", []);
        await portal.AddContactAsync(hidden, ContactChannel.Phone, "0899911122", Visibility.Staff);
        var shown = await portal.AddSageAsync("นางเปิดเผย ในตาราง", [ConsentPurpose.Profile]);
        await portal.AddContactAsync(shown, ContactChannel.Phone, "0899911133", Visibility.Public);

        using var office = await portal.MemberAsync("สายใจ");
        var made = await office.PressAsync(await office.GetAsync($"/studio/rounds/{round}/3104/links"), "ทำลิงก์", ("Kind", "Bridge"));
        var formula = made.Document.QuerySelector("textarea")!.TextContent.Trim();
        Assert.StartsWith("=IMPORTDATA(\"http://", formula, StringComparison.Ordinal);
        var path = new Uri(formula.Split('"')[1]).AbsolutePath;
        // Shown once.
        Assert.Equal("ลิงก์แสดงไปแล้ว", (await office.GetAsync(made.Path)).Heading);

        using var sheet = portal.Visitor();
        var table = await sheet.OnceAsync(path);
        Assert.Equal((200, "text/csv; charset=utf-8"), (table.Status, table.ContentHeaders.ContentType?.ToString()));
        Assert.Null(table.Header("Set-Cookie"));
        Assert.StartsWith("ทะเบียน,เลขทะเบียน,ชื่อ,ตำบล,สถานะตรวจ,ครบ %,", table.Html, StringComparison.Ordinal);
        Assert.Contains("นางเปิดเผย ในตาราง", table.Html, StringComparison.Ordinal);
        Assert.Contains(",ไม่เปิดเผย,", table.Html, StringComparison.Ordinal);
        foreach (var secret in (string[])["ลับ", "0899911", "089-991", Sages.Village])
        {
            Assert.DoesNotContain(secret, table.Html, StringComparison.Ordinal);
        }

        var link = await portal.AskAsync(db => db.RoundLinks.Where(l => l.DirectiveId == round).Select(l => l.Id).SingleAsync(Stop));
        await office.PressAsync(await office.GetAsync($"/studio/rounds/{round}/3104/links"), "ยกเลิกลิงก์นี้");
        foreach (var gone in (string[])[path, "/api/rounds/nosuchtokenatall2.csv", $"/api/rounds/{await portal.LinkAsync(round, LinkKind.Sages)}.csv"])
        {
            var refused = await sheet.OnceAsync(gone);
            Assert.Equal((401, "text/plain", "no-store"), (refused.Status, refused.ContentHeaders.ContentType?.MediaType, refused.Header("Cache-Control")));
        }

        Assert.DoesNotContain(path.Split('/', '.')[3], log.Text, StringComparison.OrdinalIgnoreCase);
        Assert.True(await portal.AskAsync(db => db.Journal.AnyAsync(h => h.SubjectId == link && h.Verb == "revoked", Stop)));
    }

    [Fact]
    public async Task One_link_is_fetched_so_often_and_another_is_not_held_up()
    {
        var round = await portal.RoundAsync();
        var (busy, calm) = (await portal.LinkAsync(round, LinkKind.Bridge), await portal.LinkAsync(round, LinkKind.Sages));
        using var sheet = portal.Visitor();
        var answers = new List<int>();
        while (answers.Count < 200 && !answers.Contains(429))
        {
            answers.Add((await sheet.OnceAsync($"/api/rounds/{busy}.csv")).Status);
        }

        Assert.Contains(429, answers);
        Assert.True(answers.Count > 30);
        Assert.Equal(200, (await sheet.OnceAsync($"/c/{calm}")).Status);
    }
}
