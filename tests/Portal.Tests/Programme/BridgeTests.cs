using System.Text;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Tests.Databases;

namespace KhokNongNa.Portal.Tests.Programme;

public sealed class BridgeTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task The_table_names_only_whom_readers_see_and_tells_nothing_of_the_office()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        await Portal.SageAsync("shown", "นางเปิดเผย ทุกคนเห็น", area: "310204");
        await Portal.SageAsync("hidden", "นายปิดบัง ลับเฉพาะ", consents: false, area: "310204");
        await Portal.SageAsync("elsewhere", "นายอยู่ที่อื่น ลับเฉพาะ");
        await world.SageAsync(nickname: "ลับชื่อเล่น");
        await Portal.CentreAsync("open", "ศูนย์เปิดประตู", "310204");
        await world.CentreAsync();
        await world.ActivityAsync(new() { On = new DateOnly(2021, 7, 20), IsKickOff = true, Safety = "ลับความปลอดภัย", Plot = "ลับแปลง" });
        await Portal.PlotAsync("3102-L-0007", "ลับครัวเรือน");

        var token = await Portal.Read(db => db.MakeLinkAsync(world.Round, "3102", LinkKind.Bridge, RoundWorld.Date, People.FromKhuMueang, world.Now, Stop));
        var found = (await Portal.Read(db => db.FindLinkAsync(token, Stop)))!;
        var rows = await Portal.Read(db => Bridge.RowsAsync(db, found, Stop));

        Assert.All(rows, row => Assert.Equal(Bridge.Header.Count, row.Count));
        Assert.Equal(["ศูนย์", "ศูนย์", "ปราชญ์", "ปราชญ์", "ปราชญ์", "แผน"], rows.Select(r => r[0]).OrderBy(r => r == "แผน" ? 2 : r == "ปราชญ์" ? 1 : 0));
        Assert.Equal(["นางเปิดเผย ทุกคนเห็น", "ศูนย์เปิดประตู"], rows.Select(r => r[2]).Where(n => n != SheetMarks.Withheld).Order(StringComparer.Ordinal));
        Assert.Equal(["20 ก.ค. 2564", "ใช่", "ร่าง", "80"], rows.Where(r => r[0] == "แผน").SelectMany(r => new[] { r[8], r[9], r[4], r[5] }));

        using var bytes = new MemoryStream();
        SheetWriter.WriteCsv(Bridge.Header, rows, bytes, marked: false);
        var csv = Encoding.UTF8.GetString(bytes.ToArray());
        Assert.StartsWith("ทะเบียน,เลขทะเบียน,ชื่อ,", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("ลับ", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("ทองดี", csv, StringComparison.Ordinal);

        // Taken back, the name is gone with the next fetch.
        await Portal.WithdrawAsync((await Portal.Read(db => Task.FromResult(db.Sages.Single(s => s.Key == "shown")))).Id);
        Assert.DoesNotContain(await Portal.Read(db => Bridge.RowsAsync(db, found, Stop)), row => row[2].Contains("เปิดเผย ทุก", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_begins_like_a_formula_is_none()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        await Portal.CentreAsync("formula", "=HYPERLINK(\"http://x\")", "310204");
        var token = await Portal.Read(db => db.MakeLinkAsync(world.Round, "3102", LinkKind.Bridge, RoundWorld.Date, People.FromKhuMueang, world.Now, Stop));
        var found = (await Portal.Read(db => db.FindLinkAsync(token, Stop)))!;

        using var bytes = new MemoryStream();
        SheetWriter.WriteCsv(Bridge.Header, await Portal.Read(db => Bridge.RowsAsync(db, found, Stop)), bytes, marked: false);
        Assert.Contains("'=HYPERLINK", Encoding.UTF8.GetString(bytes.ToArray()), StringComparison.Ordinal);
    }
}
