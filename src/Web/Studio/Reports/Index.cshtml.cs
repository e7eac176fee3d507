using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Reports;
using KhokNongNa.Portal.Searching;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Site.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace KhokNongNa.Web.Studio.Reports;

/// <summary>What readers reported, the most pressing first.</summary>
public sealed class IndexModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public ReportFilter Filter { get; private set; } = new();

    public IReadOnlyList<(Report Report, string Place)> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + ReportQueries.PageSize - 1) / ReportQueries.PageSize);

    public DateTimeOffset Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? queue, string? reason, [FromQuery(Name = "page")] string? number, CancellationToken cancellationToken)
    {
        if (!Actor.MaySomewhere(Permission.Publish))
        {
            return NotFound();
        }

        Now = clock.GetUtcNow();
        Filter = new(Value<ReportQueue>(queue) ?? ReportQueue.Waiting, Value<ReportReason>(reason), PageNumber.Parse(number));
        (var rows, Total) = await db.FindReportsAsync(Actor, Filter, cancellationToken);
        var places = await db.PlacesAsync(rows.Select(r => r.AreaCode), cancellationToken);
        Rows = [.. rows.Select(r => (r, r.AreaCode.Length == 0 ? "ทั้งประเทศ" : places.Name(r.AreaCode)))];
        return Page();
    }

    public string ListUrl(ReportFilter filter) => QueryHelpers.AddQueryString("/studio/reports", new Dictionary<string, string?>
    {
        ["queue"] = filter.Queue == ReportQueue.Waiting ? null : filter.Queue.Code(),
        ["reason"] = filter.Reason?.Code(),
        ["page"] = filter.Page > 1 ? filter.Page.ToString(CultureInfo.InvariantCulture) : null,
    }.Where(p => p.Value is not null));

    private static T? Value<T>(string? code)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => v.Code() == code).Select(v => (T?)v).FirstOrDefault();
}
