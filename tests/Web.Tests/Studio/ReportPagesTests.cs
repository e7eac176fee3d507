using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>A reader reports, an officer hides the page and answers; members read what is not for everybody.</summary>
[Collection(WritersPortal.Name)]
public sealed class ReportPagesTests(Support.Portal portal)
{
    [Fact]
    public async Task A_reader_reports_a_danger_and_the_page_is_away_until_it_is_answered()
    {
        await PublishAsync("พ่นยาแรงที่สุด", Licence.CcBy);
        using var reader = portal.Visitor();
        var page = await reader.GetAsync("/articles/" + Uri.EscapeDataString("พ่นยาแรงที่สุด"));
        Assert.Empty(page.Document.QuerySelectorAll("form[method=post]"));
        var form = await reader.ClickAsync(page, "แจ้งปัญหาของหน้านี้");
        var refused = await reader.PressAsync(form, "ส่งเรื่องแจ้ง", ("text", "ใช้ยาเกินฉลาก"), ("phone", "081 234 5678"));
        Assert.Contains("โปรดเลือกว่าเป็นปัญหาแบบใด", refused.Main, StringComparison.Ordinal);
        Assert.Equal("ใช้ยาเกินฉลาก", refused.Value("text"));
        var sent = await reader.PressAsync(refused, "ส่งเรื่องแจ้ง", ("reason", "Danger"));
        Assert.Equal("ได้รับแจ้งแล้ว ขอบคุณ", sent.Heading);

        using var other = await portal.MemberAsync("ประเสริฐ");
        Assert.DoesNotContain("พ่นยาแรงที่สุด", (await other.GetAsync("/studio/reports")).Main, StringComparison.Ordinal);
        using var head = await portal.MemberAsync("มานพ");
        var today = await head.GetAsync("/studio");
        Assert.Contains("พ่นยาแรงที่สุด อันตราย เช่น สารเคมี ไฟฟ้า เหลือ 47 ชม.", today.Main, StringComparison.Ordinal);
        var report = await head.ClickAsync(today, "พ่นยาแรงที่สุด");
        Assert.Contains("081-234-5678", report.Main, StringComparison.Ordinal);
        report = await head.PressAsync(report, "ซ่อนหน้านี้ทันที");
        Assert.Contains("ซ่อนไว้ระหว่างตรวจสอบ", report.Main, StringComparison.Ordinal);

        await Until.Async(async () => (await reader.GetAsync(page.Path)).Status == 410, "the kept page is dropped");
        var hidden = await reader.GetAsync(page.Path);
        Assert.Equal("ซ่อนไว้ระหว่างตรวจสอบ", hidden.Heading);
        await Until.Async(async () => !(await reader.GetAsync("/api/search?q=" + Uri.EscapeDataString("พ่นยาแรงที่สุด"))).Html.Contains("พ่นยาแรงที่สุด", StringComparison.Ordinal), "search forgets it");
        Assert.DoesNotContain("พ่นยาแรงที่สุด", (await head.GetAsync("/articles")).Main, StringComparison.Ordinal);

        report = await head.PressAsync(report, "แก้ไขแล้ว", ("answer", "ตัดย่อหน้าที่อันตรายแล้ว"));
        Assert.Contains("แก้ไขแล้ว", report.Main, StringComparison.Ordinal);
        await Until.Async(async () => (await reader.GetAsync(page.Path)).Status == 200, "readers see it again");
    }

    [Theory]
    [InlineData(null, 200, false, 404)]
    [InlineData("บุญมี", 200, true, 404)]
    [InlineData("กันยา", 200, true, 404)]
    [InlineData("ประเสริฐ", 200, true, 404)]
    [InlineData("สายใจ", 200, true, 200)]
    [InlineData("คำปัน", 200, true, 200)]
    public async Task Who_reads_what_is_for_the_community_and_what_is_closed(string? name, int community, bool whole, int closed)
    {
        var sage = await portal.AddSageAsync($"ผู้เล่าความรู้ปิด {Guid.CreateVersion7():N}", []);
        await portal.LinkAsync("คำปัน", sage);
        var (open, secret) = ($"ของชุมชน {Guid.CreateVersion7():N}", $"ของปิด {Guid.CreateVersion7():N}");
        await PublishAsync(open, Licence.Community);
        await PublishAsync(secret, Licence.Closed, sage.Key);
        using var visitor = name is null ? portal.Visitor() : await SignInAsync(name);

        var first = await visitor.GetAsync(Address(open));
        Assert.Equal((community, whole), (first.Status, first.Main.Contains($"เนื้อความของ {open}", StringComparison.Ordinal)));
        Assert.Equal(name is not null, first.Header("Cache-Control")?.Contains("no-store", StringComparison.Ordinal) == true);
        Assert.Equal(closed, (await visitor.GetAsync(Address(secret))).Status);
        foreach (var list in (string[])["/", "/articles", $"/search?q={Uri.EscapeDataString(secret)}&type=article", $"/api/search?q={Uri.EscapeDataString(secret)}"])
        {
            Assert.DoesNotContain($">{secret}<", (await visitor.GetAsync(list)).Html, StringComparison.Ordinal);
        }

        // What a member has read is kept for nobody.
        using var next = portal.Visitor();
        Assert.DoesNotContain($"เนื้อความของ {open}", (await next.GetAsync(Address(open))).Html, StringComparison.Ordinal);
    }

    private static string Address(string title) => "/articles/" + Uri.EscapeDataString(KhokNongNa.Thai.Slug.From(title));

    // A villager has an account and no Studio.
    private async Task<Visitor> SignInAsync(string name)
    {
        var visitor = portal.Visitor();
        await visitor.PressAsync(await visitor.GetAsync("/sign-in/development"), name);
        return visitor;
    }

    private Task<bool> PublishAsync(string title, Licence licence, string? sage = null) => portal.AskAsync(db => db.InTransaction(
        async () =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var content = new EntryContent { Title = title, Summary = "สรุป", Body = $"เนื้อความของ {title}", Licence = licence, Sages = sage is null ? [] : [sage] };
            var entry = Entry.Draft(EntryType.Article, null, "3104", content, Actor.System, now);
            db.Entries.Add(entry);
            await db.PublishAsync(entry, content, Actor.System, now, TestContext.Current.CancellationToken);
            await db.SaveChangesAsync();
            return true;
        },
        TestContext.Current.CancellationToken));
}
