using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Tests.Security;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Web.Tests.Collecting;

/// <summary>The form behind a link (D10): without a session, a cookie or a script.</summary>
public sealed class CollectTests(Support.Portal portal) : IClassFixture<Support.Portal>
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_villager_writes_down_a_sage_and_the_office_finds_the_draft()
    {
        using var log = new MemoryLog(portal);
        var round = await portal.RoundAsync();
        var token = await portal.LinkAsync(round, LinkKind.Sages);
        using var villager = portal.Visitor();
        var form = await villager.GetAsync($"/c/{token}");
        Assert.Equal((200, "บอกชื่อปราชญ์หรือครูพาทำ"), (form.Status, form.Heading));
        Assert.Contains("ไม่ต้องใส่เบอร์โทร", form.Main, StringComparison.Ordinal);
        MarkupTests.AssertClean(form);

        var sent = await villager.PressAsync(form, "ส่งให้อำเภอ", [.. Filled("นายสมหวัง ลองส่งลิงก์"), ("f.nominated-by", "ผู้ใหญ่บ้านหมู่ 4")]);
        Assert.Equal("ส่งแล้ว ขอบคุณ", sent.Heading);
        Assert.Equal($"/c/{token}", sent.Link("กรอกอีกคน"));
        Assert.Empty(villager.Cookies.GetAllCookies());
        Assert.All((Answer[])[form, sent], page =>
        {
            Assert.Contains("no-store", page.Header("Cache-Control"), StringComparison.Ordinal);
            Assert.Contains("noindex", page.Html, StringComparison.Ordinal);
            Assert.Equal("same-origin", page.Header("Referrer-Policy"));
        });

        var sage = await portal.AskAsync(db => db.Sages.SingleAsync(s => s.Name == "นายสมหวัง ลองส่งลิงก์", Stop));
        Assert.Equal((CheckState.Draft, false, "sage-2", "310401"), (sage.State, sage.IsAccepted, sage.FormKey, sage.LatestArea));
        Assert.Equal("ผู้ใหญ่บ้านหมู่ 4", sage.Latest.Private.NominatedBy);
        using var office = await portal.MemberAsync("สายใจ");
        Assert.Contains("สมหวัง ลองส่งลิงก์", (await office.GetAsync("/studio/sages?area=3104&state=Draft")).Main, StringComparison.Ordinal);
        Assert.Contains("ลิงก์เก็บข้อมูล", (await office.GetAsync($"/studio/sages/{sage.Id}")).Main, StringComparison.Ordinal);
        Assert.Contains("ส่งมาแล้ว 1 รายการ", (await office.GetAsync($"/studio/rounds/{round}/3104/links")).Main, StringComparison.Ordinal);
        Assert.Equal(404, (await villager.OnceAsync($"/sages/{sage.Code}")).Status);

        Assert.DoesNotContain(token, log.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(await portal.AskAsync(db => db.Journal.Select(h => h.Data).ToListAsync(Stop)), row => row.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_record_and_fields_that_are_not_asked_are_left_out()
    {
        var token = await portal.LinkAsync(await portal.RoundAsync(), LinkKind.Sages);
        using var villager = portal.Visitor();
        var form = await villager.GetAsync($"/c/{token}");
        var fields = Forms.Fill(form.Document.Forms.Single(f => f.Method == "post"), Filled("นายสองหน ลองส่งลิงก์"));
        fields.AddRange([("f.house", "99/9"), ("f.position", "14.99, 103.10"), ("f.story", "เรื่องเล่ายาว"), ("f.village.moo", "7")]);

        Assert.Equal(302, (await villager.PostAsync($"/c/{token}", fields)).Status);
        Assert.Equal(302, (await villager.PostAsync($"/c/{token}", fields)).Status);

        var sage = await portal.AskAsync(db => db.Sages.SingleAsync(s => s.Name == "นายสองหน ลองส่งลิงก์", Stop));
        Assert.Equal(("", null, null, ""), (sage.Latest.Private.House, sage.Latest.Private.Latitude, sage.Latest.Private.Moo, sage.Latest.Profile.Body));
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        var token = await portal.LinkAsync(await portal.RoundAsync(), LinkKind.Sages);
        using var villager = portal.Visitor();
        var form = await villager.GetAsync($"/c/{token}");
        var wrong = await villager.PressAsync(form, "ส่งให้อำเภอ", ("f.name", "นายเลขบัตร 1-1037-02071-81-1"), ("f.summary", "เก่งเรื่องไส้เดือน"), ("f.kind", "Leader"));

        Assert.Equal((200, "ยังบันทึกไม่ได้"), (wrong.Status, wrong.Document.QuerySelector(".error-summary h2")?.TextContent));
        Assert.Equal(("นายเลขบัตร 1-1037-02071-81-1", "เก่งเรื่องไส้เดือน", form.Value("NewId")), (wrong.Value("f.name"), wrong.Value("f.summary"), wrong.Value("NewId")));
        Assert.Equal(["#name", "#area"], wrong.Document.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")));
        Assert.False(await portal.AskAsync(db => db.Sages.AnyAsync(s => s.Name.Contains("เลขบัตร"), Stop)));

        // A tambon of another district was never offered.
        var outside = await villager.PressAsync(form, "ส่งให้อำเภอ", ("f.name", "นายต่างถิ่น"), ("f.area", "310201"));
        Assert.Contains("โปรดเลือกตำบล", outside.Main, StringComparison.Ordinal);
        Assert.False(await portal.AskAsync(db => db.Sages.AnyAsync(s => s.Name == "นายต่างถิ่น", Stop)));
    }

    [Fact]
    public async Task An_expired_a_revoked_and_a_locked_link_say_so_with_a_telephone_and_keep_what_was_typed()
    {
        var round = await portal.RoundAsync();
        var token = await portal.LinkAsync(round, LinkKind.Sages);
        using var villager = portal.Visitor();
        var form = await villager.GetAsync($"/c/{token}");

        await portal.DoAsync(db => db.SubmitReportAsync(portal.Services.GetRequiredService<LiveBoard>(), round, "3104", Actor.System, Now, Stop));
        var locked = await villager.GetAsync($"/c/{token}");
        Assert.Equal((410, "ตอนนี้ยังไม่รับเพิ่ม"), (locked.Status, locked.Heading));
        var late = await villager.PressAsync(form, "ส่งให้อำเภอ", Filled("นายมาช้า ลองส่งลิงก์"));
        Assert.Contains("จึงยังไม่รับเพิ่ม", late.Main, StringComparison.Ordinal);
        Assert.Equal("นายมาช้า ลองส่งลิงก์", late.Value("f.name"));
        await portal.DoAsync(db => db.ReopenReportAsync(round, "3104", "ขอแก้", Actor.System, Now, Stop));

        var link = await portal.AskAsync(db => db.RoundLinks.Where(l => l.DirectiveId == round).Select(l => l.Id).SingleAsync(Stop));
        using var office = await portal.MemberAsync("สายใจ");
        var links = await office.PressAsync(await office.GetAsync($"/studio/rounds/{round}/3104/links"), "ยกเลิกลิงก์นี้");
        Assert.Contains("ยกเลิกแล้ว", links.Main, StringComparison.Ordinal);
        var revoked = await villager.GetAsync($"/c/{token}");
        Assert.Equal((410, "ลิงก์นี้เลิกใช้แล้ว"), (revoked.Status, revoked.Heading));

        var expiring = await portal.LinkAsync(round, LinkKind.Sages);
        await portal.DoAsync(db => db.RoundLinks.Where(l => l.RevokedAt == null && l.DirectiveId == round).ExecuteUpdateAsync(set => set.SetProperty(l => l.ExpiresAt, Now.AddMinutes(-1)), Stop));
        var expired = await villager.GetAsync($"/c/{expiring}");
        Assert.Equal((410, "ลิงก์นี้หมดอายุแล้ว"), (expired.Status, expired.Heading));
        Assert.All((Answer[])[locked, revoked, expired], page => Assert.Contains($"{LinkJourney.Unit} 0 4466 6512", page.Main, StringComparison.Ordinal));
        Assert.False(await portal.AskAsync(db => db.Sages.AnyAsync(s => s.Name.StartsWith("นายมาช้า"), Stop)));

        Assert.Equal(404, (await villager.OnceAsync("/c/nosuchtokenatall2")).Status);
        Assert.Equal(404, (await villager.OnceAsync($"/c/{await portal.LinkAsync(round, LinkKind.Bridge)}")).Status);
    }

    [Fact]
    public async Task A_plot_is_proposed_by_its_number_and_an_activity_by_what_readers_see()
    {
        var round = await portal.RoundAsync();
        var (plot, household) = (Plot.Create(null), $"ลับครัวเรือน{Guid.CreateVersion7():N}");
        await portal.DoAsync(db => db.InTransaction(
            async () =>
            {
                db.Plots.Add(plot);
                var life = new PlotStep[] { new(PlotState.Applied, new DateOnly(2021, 1, 1)), new(PlotState.Selected, new DateOnly(2021, 2, 1)) };
                await db.PutAsync(plot, new PlotRecord(new($"แปลง{household}", PlotKind.Hlm, 2021, "310401", new LandSize(400), "", Synthetic: true), new() { History = life, Household = household }), Actor.System, Now, CheckState.Accepted, Stop);
                await db.SaveChangesAsync(Stop);
            },
            Stop));
        var hidden = await portal.AddSageAsync("นายลับเฉพาะ ไม่ยินยอม", []);
        var shown = await portal.AddSageAsync("นายเปิดเผย พาทำ", [ConsentPurpose.Profile]);
        using var villager = portal.Visitor();

        var plan = await villager.GetAsync($"/c/{await portal.LinkAsync(round, LinkKind.Activities)}");
        Assert.Contains("นายเปิดเผย พาทำ", plan.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("ลับ", plan.Html, StringComparison.Ordinal);
        var added = await villager.PressAsync(plan, "ส่งให้อำเภอ", ("f.name", "เอามื้อผ่านลิงก์"), ("f.area", "310401"), ("f.plot", plot.Key), ("f.sages", shown.Key), ("f.sages", hidden.Key));
        Assert.Equal("ส่งแล้ว ขอบคุณ", added.Heading);
        var activity = await portal.AskAsync(db => db.Activities.SingleAsync(a => a.Name == "เอามื้อผ่านลิงก์", Stop));
        Assert.Equal((CheckState.Draft, plot.Key, shown.Key), (activity.State, activity.Profile.Plot, Assert.Single(activity.Profile.Sages)));

        var form = await villager.GetAsync($"/c/{await portal.LinkAsync(round, LinkKind.Centres)}");
        Assert.DoesNotContain("ลับ", form.Html, StringComparison.Ordinal);
        Assert.Contains("โปรดบอกว่าเสนอเพราะอะไร", (await villager.PressAsync(form, "ส่งให้อำเภอ", ("f.plot", plot.Id.ToString()))).Main, StringComparison.Ordinal);
        var fields = Forms.Fill(form.Document.Forms.Single(f => f.Method == "post"), ("f.plot", plot.Id.ToString()), ("f.reason", "เจ้าของเต็มใจ"));
        // Sent twice: the plot is free no more, and it is this very proposal.
        Assert.Equal((302, 302), ((await villager.PostAsync(form.Path, fields)).Status, (await villager.PostAsync(form.Path, fields)).Status));
        var number = await portal.AskAsync(db => db.Plots.Where(p => p.Id == plot.Id).Select(p => p.Number).SingleAsync(Stop));
        var centre = await portal.AskAsync(db => db.Centres.SingleAsync(c => c.Name == $"ศูนย์เรียนรู้แปลง {number}", Stop));
        Assert.Equal((CentreStage.Candidate, CheckState.Draft), (centre.Stage, centre.State));
        Assert.Equal(404, (await villager.OnceAsync($"/centres/{Uri.EscapeDataString(centre.Slug)}")).Status);
    }

    [Fact]
    public async Task What_another_site_sends_is_refused()
    {
        var token = await portal.LinkAsync(await portal.RoundAsync(), LinkKind.Sages);
        using var villager = portal.Visitor();
        var answer = await villager.PostAsync($"/c/{token}", [("f.name", "นายข้ามไซต์"), ("f.area", "310401")], ("Sec-Fetch-Site", "cross-site"));
        Assert.Equal(403, answer.Status);
    }

    private static (string Name, string? Value)[] Filled(string name) =>
        [("f.name", name), ("f.area", "310401"), ("f.kind", "Sage"), ("f.expertise.0.what", "เลี้ยงไส้เดือน"), ("f.summary", "ทำปุ๋ยไส้เดือนใช้เอง")];
}
