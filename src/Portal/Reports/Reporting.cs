using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reports;

/// <summary>Sending, answering and forgetting reports.</summary>
public static class Reporting
{
    /// <summary>So many of one page wait at most, and so many an hour are taken of all: the queue is read by people.</summary>
    public const int MostOfPage = 20, MostAnHour = 120;

    /// <summary>How long the words of a report stay after it was closed.</summary>
    public const int DaysKept = 30;

    /// <summary>The page at an address that readers see; <c>null</c> when there is none that can be reported.</summary>
    public static async Task<ReportedPage?> ReportedPageAsync(this PortalDb db, string address, CancellationToken cancellationToken)
    {
        if (address.Trim('/').Split('/') is not [var kind, var name])
        {
            return null;
        }

        switch (kind)
        {
            case "lessons" or "articles" or "pages":
                var type = EntryTypes.Parse(kind[..^1]);
                return await db.LiveEntries().SingleOrDefaultAsync(e => e.Type == type && e.Slug == name, cancellationToken) is { } entry
                    ? new(Subjects.Entry, entry.Id, Urls.Entry(entry.Type, entry.Slug!), entry.LiveTitle, entry.AreaCode) : null;
            case "sages":
                return await db.PublicSages().SingleOrDefaultAsync(s => s.Code == name, cancellationToken) is { } sage
                    ? new(Subjects.Sage, sage.Id, Urls.Of(sage), sage.Name, sage.AreaCode) : null;
            case "centres":
                return await db.PublicCentres().SingleOrDefaultAsync(c => c.Slug == name, cancellationToken) is { } centre
                    ? new(Subjects.Centre, centre.Id, Urls.Of(centre), centre.Name, centre.AreaCode) : null;
            case "topics":
                return await db.Topics.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == name, cancellationToken) is { } topic
                    ? new(Subjects.Topic, topic.Id, Urls.Of(topic), topic.Title, "") : null;
            case "bases":
                return await db.LearningBases.AsNoTracking().SingleOrDefaultAsync(b => b.Slug == name, cancellationToken) is { } learningBase
                    ? new(Subjects.LearningBase, learningBase.Id, Urls.Of(learningBase), learningBase.Title, "") : null;
            default:
                return null;
        }
    }

    /// <exception cref="PortalException">It may not be kept, or too many came at once.</exception>
    public static Task ReportAsync(
        this PortalDb db, Guid id, ReportedPage page, ReportReason reason, string text, string phone, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                if (await db.Reports.AnyAsync(r => r.Id == id, cancellationToken))
                {
                    return;
                }

                var hour = now.AddHours(-1);
                if (await db.Reports.CountAsync(r => r.SubjectId == page.Id && r.Outcome == null, cancellationToken) >= MostOfPage
                    || await db.Reports.CountAsync(r => r.At > hour, cancellationToken) >= MostAnHour)
                {
                    throw new PortalException("report.many", "มีคนแจ้งเข้ามามากแล้ว เจ้าหน้าที่กำลังตรวจอยู่ โปรดลองใหม่ในอีกหนึ่งชั่วโมง");
                }

                db.Reports.Add(Report.Of(id, page, reason, text, phone, now));
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>Keeps the page of a report away from readers at once, until it is answered.</summary>
    public static Task HideReportedAsync(this PortalDb db, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var report = await db.ReportForAsync(id, by, cancellationToken);
                report.Hide(by, now);
                var entry = await db.Entries.SingleOrDefaultAsync(e => e.Id == report.SubjectId, cancellationToken)
                    ?? throw new PortalException("report.gone", "เรื่องนี้ถูกทิ้งไปแล้ว ผู้อ่านไม่เห็น");
                entry.Hide(by, now);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>Ends a report; what it kept away is shown again unless another report keeps it away still.</summary>
    public static Task CloseReportAsync(this PortalDb db, Guid id, ReportOutcome outcome, string answer, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var report = await db.ReportForAsync(id, by, cancellationToken);
                var hid = report.Hides;
                report.Close(outcome, answer, by, now);
                if (hid && !await db.Reports.AnyAsync(r => r.Id != id && r.SubjectId == report.SubjectId && r.Hides, cancellationToken))
                {
                    // It may lie in the trash, or be gone from there.
                    (await db.Entries.IgnoreQueryFilters().SingleOrDefaultAsync(e => e.Id == report.SubjectId, cancellationToken))?.Unhide(by, now);
                }

                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>Takes words and numbers out of reports that were closed a month ago; that there was one stays.</summary>
    public static async Task ForgetReportsAsync(PortalDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().AddDays(-DaysKept);
        var old = db.Reports.Where(r => r.ClosedAt != null && r.ClosedAt < before && (r.Text != "" || r.Phone != "" || r.Answer != ""));
        if (await old.AnyAsync(cancellationToken))
        {
            await db.InTransaction(
                () => old.ExecuteUpdateAsync(r => r.SetProperty(x => x.Text, "").SetProperty(x => x.Phone, "").SetProperty(x => x.Answer, ""), cancellationToken), cancellationToken);
        }
    }

    private static async Task<Report> ReportForAsync(this PortalDb db, Guid id, Actor by, CancellationToken cancellationToken) =>
        await db.ReportsFor(by).SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw new PortalException("report.none", "ไม่พบเรื่องแจ้งนี้");
}
