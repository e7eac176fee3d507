using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Rounds;

/// <summary>One deed with a district's part of a round, posted from its page; it goes back there and says what became of it.</summary>
public sealed class ActModel(PortalDb db, LiveBoard live, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public IActionResult OnGet(Guid id, string district) => Redirect($"/studio/rounds/{id}/{district}");

    public async Task<IActionResult> OnPostAsync(Guid id, string district, string act, string? reason, Guid member, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!Actor.MaySeeRound(district) || (await db.RoundsForAsync(Actor, cancellationToken)).All(r => r.Id != id))
        {
            return NotFound();
        }

        var page = $"/studio/rounds/{id}/{district}";
        return act switch
        {
            "submission" => await TryAsync(() => db.SubmitReportAsync(live, id, district, Actor, now, cancellationToken), "ส่งจังหวัดแล้ว ดูใบรับข้างล่าง", page),
            "reopening" => await TryAsync(() => db.ReopenReportAsync(id, district, EntryRules.Line(reason ?? ""), Actor, now, cancellationToken), "เปิดให้แก้ไขแล้ว เมื่อแก้เสร็จโปรดส่งใหม่", page),
            "assignment" => await TryAsync(() => db.AssignAsync(id, district, member, Actor, now, cancellationToken), "มอบหมายแล้ว", page),
            "exemption" => await TryAsync(() => db.ExemptAsync(id, district, isExempt: true, Actor, now, cancellationToken), "ยกเว้นแล้ว ไม่นับในยอดรวม", page),
            "addressing" => await TryAsync(() => db.ExemptAsync(id, district, isExempt: false, Actor, now, cancellationToken), "เลิกยกเว้นแล้ว อำเภอต้องส่ง", page),
            _ => NotFound(),
        };
    }
}
