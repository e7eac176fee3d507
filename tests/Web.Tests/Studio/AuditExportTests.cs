using System.Globalization;
using System.Text;
using System.Text.Json;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Web.Studio.Audit;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>What leaves the portal: a table for people, and rows with which anybody can follow the chain.</summary>
public sealed class AuditExportTests(Support.Portal portal) : IClassFixture<Support.Portal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_table_has_what_the_filter_lets_through_and_taking_it_is_recorded()
    {
        using var admin = await portal.MemberAsync("ธีระ");
        var page = await admin.GetAsync("/studio/audit?kind=member&group=members&who=" + Uri.EscapeDataString("ระบบ"));
        var csv = await admin.PressAsync(page, "ตาราง (CSV)");

        Assert.Equal((200, "text/csv; charset=utf-8"), (csv.Status, csv.Header("Content-Type")));
        Assert.Contains("attachment", csv.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), csv.Body[..3]);
        var lines = csv.Html.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("แถว,เวลา (UTC),เวลาไทย,ใคร,ทำอะไร,ชนิด,รายละเอียด", lines[0]);
        Assert.Equal(10, lines.Length);
        Assert.Matches(@"^[0-9]+,20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\.[0-9]{6}Z,[0-9]{1,2} .+ 25[0-9]{2} [0-9:]{5}\u00a0น\.,ระบบ,รับ บุญมี \(สมมติ\) เป็นสมาชิก,สมาชิก,ชาวบ้าน · ต\.นางรอง อ\.นางรอง$", lines[1]);

        var record = await portal.AskAsync(db => db.Journal.OrderByDescending(h => h.Seq).FirstAsync(Stop));
        var numbers = lines.Skip(1).Select(l => long.Parse(l.Split(',')[0], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal($$"""{"from":{{numbers[0]}},"to":{{numbers[^1]}},"rows":9}""", record.Data);
        Assert.Contains("ธีระ (สมมติ) ส่งออกบันทึกการใช้งาน ตั้งแต่แถว", (await admin.GetAsync("/studio/audit?group=running")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_raw_rows_the_chain_can_be_followed_elsewhere()
    {
        using var admin = await portal.MemberAsync("ธีระ");
        var lines = (await admin.PressAsync(await admin.GetAsync("/studio/audit"), "JSON")).Html.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(lines.Length > 100);
        var hash = new byte[32];
        foreach (var (number, line) in lines.Index())
        {
            var row = JsonDocument.Parse(line).RootElement;
            var at = DateTimeOffset.ParseExact(Text("at"), "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            hash = JournalChain.Hash(hash, number + 1, at, Guid.Parse(Text("actor"), CultureInfo.InvariantCulture), Text("subjectType"), Guid.Parse(Text("subject"), CultureInfo.InvariantCulture), Text("verb"), Text("data"));
            Assert.Equal(number + 1, row.GetProperty("seq").GetInt64());
            Assert.Equal(Text("hash"), Convert.ToHexStringLower(hash));

            string Text(string name) => row.GetProperty(name).GetString()!;
        }
    }

    [Fact]
    public async Task A_table_that_was_cut_says_so_below_its_head()
    {
        await portal.AskAsync(async db =>
        {
            using var to = new MemoryStream();
            await AuditCsv.WriteAsync(to, db, new(7, 9, 100_000, IsCut: true), AsyncEnumerable.Empty<IReadOnlyList<AuditRow>>(), Stop);
            Assert.Contains("ตัดเหลือ 100,000 แถวล่าสุด แถวที่เก่ากว่าแถว 7 ไม่อยู่ในไฟล์นี้", Encoding.UTF8.GetString(to.ToArray()).Split("\r\n")[1], StringComparison.Ordinal);
            return true;
        });
    }

    [Fact]
    public async Task A_name_that_a_spreadsheet_would_compute_is_kept_from_it()
    {
        var boss = new Actor(Guid.CreateVersion7(), [.. Roles.Permissions(Role.Administrator).Select(p => new Grant(p, ""))]);
        var now = TimeProvider.System.GetUtcNow();
        await portal.AskAsync(async db =>
        {
            var slip = await db.EnrolAsync(new("=1+1 ยายมี, ทอง", "", null), Role.Sage, "310401", "", null, boss, now, Stop);
            await db.SignOutEverywhereAsync(slip.MemberId, new(slip.MemberId, []), now, Stop);
            return true;
        });
        using var admin = await portal.MemberAsync("ธีระ");

        var csv = (await admin.PressAsync(await admin.GetAsync("/studio/audit?group=signin"), "CSV")).Html;

        Assert.Contains(",\"'=1+1 ยายมี, ทอง\",ออกจากระบบทุกเครื่อง,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_exports_nothing()
    {
        using var admin = await portal.MemberAsync("ธีระ");
        var before = await portal.AskAsync(db => db.Journal.CountAsync(h => h.Verb == Verbs.AuditExported.Name, Stop));
        Assert.Equal("บันทึกการใช้งาน", (await admin.GetAsync("/studio/audit/export.csv?kind=plot")).Heading);
        Assert.Equal(before, await portal.AskAsync(db => db.Journal.CountAsync(h => h.Verb == Verbs.AuditExported.Name, Stop)));
    }
}
