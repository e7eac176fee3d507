using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme;

/// <summary>What districts and provinces do with a round; each verb is one transaction.</summary>
public static class Reporting
{
    /// <summary>Writes a directive; the same form sent twice is one.</summary>
    /// <param name="version">That the form was filled from; 0 → a new directive.</param>
    /// <returns>Whether it was written; <c>false</c> when somebody else wrote meanwhile.</returns>
    public static Task<bool> WriteDirectiveAsync(
        this PortalDb db, Guid id, int version, string number, string subject, DateOnly date, string area, DirectiveText text, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var directive = await db.Directives.SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
                if (directive is null)
                {
                    db.Directives.Add(directive = Directive.Create(null, id));
                }
                else if (directive.Version != version)
                {
                    // The same form sent twice made it already.
                    return version == 0;
                }

                var slug = directive.Slug.Length > 0 ? directive.Slug : await db.FreeSlugAsync($"{number} {date.Year + 543}", cancellationToken);
                directive.Write(number, subject, slug, date, area, text, by, now);
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);

    public static Task ExemptAsync(this PortalDb db, Guid directive, string area, bool isExempt, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var found = await db.Directives.SingleOrDefaultAsync(d => d.Id == directive, cancellationToken) ?? throw None();
                if (isExempt)
                {
                    found.Exempt(area, by, now);
                }
                else
                {
                    found.LiftExemption(area, by, now);
                }

                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <param name="member">Who holds <see cref="Permission.Register"/> in the district.</param>
    public static Task AssignAsync(this PortalDb db, Guid directive, string area, Guid member, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnReportAsync(
            directive,
            area,
            now,
            async (report, _) =>
            {
                if ((await db.WorkersAsync(area, now, cancellationToken)).All(w => w.Id != member))
                {
                    throw new PortalException("report.member", "โปรดเลือกผู้รับมอบหมายจากรายชื่อของอำเภอ", "member");
                }

                report.Assign(member, by, now);
            },
            cancellationToken);

    /// <summary>Sends what the registers say at this moment.</summary>
    public static Task SubmitReportAsync(this PortalDb db, LiveBoard live, Guid directive, string area, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnReportAsync(
            directive,
            area,
            now,
            async (report, round) =>
            {
                var row = (await live.NowAsync(db, directive, now, cancellationToken))?.Rows.FirstOrDefault(r => r.Area == area) ?? throw None();
                report.Submit(new(now >= round.Text.DueAt(), row.Percent, row.PercentChecked, row.Centres, row.Sages, row.Activities), by, now);
            },
            cancellationToken);

    public static Task ReopenReportAsync(this PortalDb db, Guid directive, string area, string reason, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnReportAsync(
            directive,
            area,
            now,
            (report, _) =>
            {
                report.Reopen(reason, by, now);
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>Members who work on the registers of a district, in dictionary order.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Name)>> WorkersAsync(this PortalDb db, string area, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = ThaiTime.Day(now);
        var roles = Enum.GetValues<Role>().Where(r => Roles.Permissions(r).Contains(Permission.Register)).ToList();
        var members = await db.Members.AsNoTracking()
            .Where(m => m.ClosedAt == null && m.ErasedAt == null
                && m.Roles.Any(r => roles.Contains(r.Role) && r.Centre == "" && r.Area.StartsWith(area) && r.From <= today && (r.Until == null || r.Until >= today)))
            .Select(m => new { m.Id, m.Name })
            .ToListAsync(cancellationToken);
        return [.. members.OrderBy(m => Thai.ThaiSort.Key(m.Name), StringComparer.Ordinal).Select(m => (m.Id, m.Name))];
    }

    private static Task OnReportAsync(
        this PortalDb db, Guid directive, string area, DateTimeOffset now, Func<DistrictReport, Directive, Task> act, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var round = await db.Directives.AsNoTracking().SingleOrDefaultAsync(d => d.Id == directive, cancellationToken);
                if (round is null || !round.Text.Addressed().Contains(area))
                {
                    throw None();
                }

                if (!round.IsOpen(now))
                {
                    throw new PortalException("round.closed", "รอบนี้ปิดแล้ว ไม่รับส่งอีก");
                }

                var report = await db.DistrictReports.SingleOrDefaultAsync(r => r.DirectiveId == directive && r.AreaCode == area, cancellationToken);
                if (report is null)
                {
                    db.DistrictReports.Add(report = DistrictReport.Create(directive, area));
                }

                await act(report, round);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    private static async Task<string> FreeSlugAsync(this PortalDb db, string text, CancellationToken cancellationToken)
    {
        var stem = Thai.Slug.From(text);
        var taken = await db.Directives.Where(d => d.Slug.StartsWith(stem)).Select(d => d.Slug).ToListAsync(cancellationToken);
        return Enumerable.Range(1, taken.Count + 1)
            .Select(n => n == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}"))
            .First(slug => !taken.Contains(slug));
    }

    private static PortalException None() => new("round.none", "ไม่พบรอบนี้ในพื้นที่ของท่าน");
}
