using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reports;

/// <summary>Which part of the queue is looked at.</summary>
public enum ReportQueue
{
    Waiting,

    /// <summary>Waiting, and their page is kept away from readers.</summary>
    Hiding,
    Closed,
}

/// <param name="Page">1-based.</param>
public sealed record ReportFilter(ReportQueue Queue = ReportQueue.Waiting, ReportReason? Reason = null, int Page = 1);

/// <summary>Reads for officers; what is not of their areas is not there.</summary>
public static class ReportQueries
{
    public const int PageSize = 30;

    public static IQueryable<Report> ReportsFor(this PortalDb db, Actor actor)
    {
        var areas = actor.AreasFor(Permission.Publish);
        return db.Reports.Where(r => areas.Any(a => r.AreaCode.StartsWith(a)));
    }

    /// <summary>The most pressing first; closed ones newest first.</summary>
    public static async Task<(IReadOnlyList<Report> Rows, int Total)> FindReportsAsync(this PortalDb db, Actor actor, ReportFilter filter, CancellationToken cancellationToken)
    {
        var reports = db.ReportsFor(actor).AsNoTracking().Where(r => (r.Outcome == null) == (filter.Queue != ReportQueue.Closed));
        if (filter.Queue == ReportQueue.Hiding)
        {
            reports = reports.Where(r => r.Hides);
        }

        if (filter.Reason is { } reason)
        {
            reports = reports.Where(r => r.Reason == reason);
        }

        var total = await reports.CountAsync(cancellationToken);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        // Danger does not wait its turn.
        var ordered = filter.Queue == ReportQueue.Closed ? reports.OrderByDescending(r => r.ClosedAt).ThenBy(r => r.Id) : reports.OrderBy(r => r.Reason == ReportReason.Danger ? 0 : 1).ThenBy(r => r.At).ThenBy(r => r.Id);
        return (await ordered.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken), total);
    }
}
