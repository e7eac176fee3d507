using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Reports;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Reports;

/// <summary>One report: what was said, and what the officer does about it.</summary>
public sealed class ShowModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public Report Report { get; private set; } = null!;

    public string Place { get; private set; } = "";

    public DateTimeOffset Now { get; private set; }

    public bool IsEntry => Report.SubjectType == Subjects.Entry;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Now = clock.GetUtcNow();
        Place = Report.AreaCode.Length == 0 ? "ทั้งประเทศ" : (await db.PlacesAsync([Report.AreaCode], cancellationToken)).Name(Report.AreaCode);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? act, string? answer, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var (now, here) = (clock.GetUtcNow(), $"/studio/reports/{id}");
        return act switch
        {
            "hide" => await TryAsync(() => db.HideReportedAsync(id, Actor, now, cancellationToken), "ซ่อนหน้านี้แล้ว ผู้อ่านจะเห็นอีกเมื่อท่านตอบเรื่องนี้", here),
            "fixed" => await CloseAsync(ReportOutcome.Fixed),
            "no-fault" => await CloseAsync(ReportOutcome.NoFault),
            _ => Redirect(here),
        };

        Task<IActionResult> CloseAsync(ReportOutcome outcome) => TryAsync(
            () => db.CloseReportAsync(id, outcome, answer ?? "", Actor, now, cancellationToken), Report.Hides ? "ตอบแล้ว ผู้อ่านเห็นหน้านี้ได้อีกครั้ง" : "ตอบแล้ว", here);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await db.ReportsFor(Actor).AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        Report = found!;
        return found is not null;
    }
}
