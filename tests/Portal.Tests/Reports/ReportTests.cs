using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Reports;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Reports;

public sealed class ReportTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task A_hidden_page_is_away_until_the_last_report_that_hides_it_is_closed()
    {
        var (one, other) = (await ReportAsync(ReportReason.Danger), await ReportAsync(ReportReason.Wrong));
        await HideAsync(one);
        await HideAsync(other);
        Assert.False(await IsLiveAsync());
        await CloseAsync(one);
        Assert.False(await IsLiveAsync());
        await CloseAsync(other);

        Assert.True(await IsLiveAsync());
        Assert.Equal("report.closed", await Refused(() => CloseAsync(other)));
    }

    [Fact]
    public async Task Officers_of_another_area_know_of_no_report()
    {
        var id = await ReportAsync(ReportReason.Danger);

        Assert.Equal("report.none", await Refused(() => Portal.Run(db => db.HideReportedAsync(id, People.FromKhuMueang, Now, Stop))));
        Assert.Empty((await Portal.Read(db => db.FindReportsAsync(People.FromKhuMueang, new(), Stop))).Rows);
        Assert.Single((await Portal.Read(db => db.FindReportsAsync(People.Somchai, new(), Stop))).Rows);
    }

    [Theory]
    [InlineData(ReportReason.Other, " ", "", "report.text")]
    [InlineData(ReportReason.Wrong, "เลข 1-1017-00203-45-1", "", "report.citizen")]
    [InlineData(ReportReason.Wrong, "", "12", "report.phone")]
    public async Task What_may_not_be_kept_is_refused(ReportReason reason, string text, string phone, string code) =>
        Assert.Equal(code, await Refused(() => ReportAsync(reason, text, phone)));

    [Fact]
    public async Task So_many_of_one_page_wait_and_the_same_form_is_one()
    {
        var id = Guid.CreateVersion7();
        await ReportAsync(ReportReason.Wrong, id: id);
        await ReportAsync(ReportReason.Wrong, id: id);
        Assert.Equal(1, await Portal.Read(db => db.Reports.CountAsync(Stop)));
        for (var i = 1; i < Reporting.MostOfPage; i++)
        {
            await ReportAsync(ReportReason.Wrong);
        }

        Assert.Equal("report.many", await Refused(() => ReportAsync(ReportReason.Wrong)));
    }

    [Fact]
    public async Task The_clock_is_told_in_words_and_words_are_forgotten_a_month_after_closing()
    {
        var id = await ReportAsync(ReportReason.Wrong, "ใส่เยอะไป", "081 234 5678");
        var report = await Portal.Read(db => db.Reports.SingleAsync(Stop));
        Assert.Equal("เหลือ 48 ชม.", report.Clock(report.At));
        Assert.Equal("เหลือ 5 ชม.", report.Clock(report.Due.AddHours(-5)));
        Assert.Equal("เหลือไม่ถึง 1 ชม.", report.Clock(report.Due.AddMinutes(-1)));
        Assert.Equal("เลยกำหนด 2 ชม.", report.Clock(report.Due.AddMinutes(130)));

        await CloseAsync(id);
        Portal.Clock.Now += TimeSpan.FromDays(29);
        await Portal.Run(db => Reporting.ForgetReportsAsync(db, Portal.Clock, Stop));
        Assert.Equal("0812345678", (await Portal.Read(db => db.Reports.AsNoTracking().SingleAsync(Stop))).Phone);
        Portal.Clock.Now += TimeSpan.FromDays(2);
        await Portal.Run(db => Reporting.ForgetReportsAsync(db, Portal.Clock, Stop));
        var kept = await Portal.Read(db => db.Reports.AsNoTracking().SingleAsync(Stop));
        Assert.Equal(("", "", "", ReportOutcome.Fixed), (kept.Text, kept.Phone, kept.Answer, kept.Outcome));
    }

    private async Task<Guid> ReportAsync(ReportReason reason, string text = "ไม่จริง", string phone = "", Guid? id = null)
    {
        if (!await Portal.Read(db => db.Entries.AnyAsync(Stop)))
        {
            await Portal.PublishAsync(Samples.Article("ยาฆ่าหญ้า"));
        }

        var page = (await Portal.Read(db => db.ReportedPageAsync("/articles/ยาฆ่าหญ้า", Stop)))!;
        var given = id ?? Guid.CreateVersion7();
        await Portal.Run(db => db.ReportAsync(given, page, reason, text, phone, Now, Stop));
        return given;
    }

    private Task HideAsync(Guid id) => Portal.Run(db => db.HideReportedAsync(id, People.Somchai, Now, Stop));

    private Task CloseAsync(Guid id) => Portal.Run(db => db.CloseReportAsync(id, ReportOutcome.Fixed, "แก้แล้ว", People.Somchai, Now, Stop));

    private Task<bool> IsLiveAsync() => Portal.Read(db => db.LiveEntries().AnyAsync(Stop));
}
