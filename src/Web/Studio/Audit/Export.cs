using System.Globalization;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Audit;

/// <summary>
/// Takes journal rows out of the portal. A form and no link: it is an act, which is recorded, and no browser that looks ahead may do it.
/// </summary>
public abstract class ExportPage(PortalDb db, CurrentMember current, TimeProvider clock) : AuditPageModel(current)
{
    protected PortalDb Db => db;

    public IActionResult OnGet() => Redirect(Query.Url());

    protected async Task<IActionResult> SendAsync(string ending, string type, int most, Func<AuditExtent, IAsyncEnumerable<IReadOnlyList<AuditRow>>, Task> write, CancellationToken cancellationToken)
    {
        var filter = Query.Filter;
        var now = clock.GetUtcNow();
        // Recorded before the first byte: what cannot be recorded is not sent.
        var extent = await db.BeginExportAsync(filter, most, Actor, now, cancellationToken);
        Response.ContentType = type;
        Response.Headers.ContentDisposition = $"attachment; filename=\"audit-{ThaiTime.Day(now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.{ending}\"";
        await write(extent, db.ExportedAsync(filter, extent, Actor, cancellationToken));
        return new EmptyResult();
    }
}

/// <summary>The rows in words, for a spreadsheet.</summary>
public sealed class ExportCsvModel(PortalDb db, CurrentMember current, TimeProvider clock) : ExportPage(db, current, clock)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        SendAsync("csv", "text/csv; charset=utf-8", AuditCsv.Most, (extent, rows) => AuditCsv.WriteAsync(Response.Body, Db, extent, rows, cancellationToken), cancellationToken);
}

/// <summary>The rows as they are, for following the chain elsewhere.</summary>
public sealed class ExportLinesModel(PortalDb db, CurrentMember current, TimeProvider clock) : ExportPage(db, current, clock)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        SendAsync("jsonl", "application/jsonl; charset=utf-8", int.MaxValue, (_, rows) => AuditLines.WriteAsync(Response.Body, rows, cancellationToken), cancellationToken);
}
