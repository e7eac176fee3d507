using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Thai;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Registers;

/// <summary>One deed with a record, posted from its page; it goes back there and says what became of it.</summary>
public sealed class ActModel(PortalDb db, CurrentMember current, TimeProvider clock) : RegisterPage(db, current, clock)
{
    public IActionResult OnGet(Guid id) => Redirect($"{Desk.Url}/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, string act, int revision, string? on, string? reason, CancellationToken cancellationToken)
    {
        if (await Desk.FindAsync(Db, Actor, id, cancellationToken) is not { } record)
        {
            return NotFound();
        }

        var page = $"{Desk.Url}/{id}";
        return act switch
        {
            "submission" => await TryAsync(() => Desk.SubmitAsync(Db, id, Actor, Now, cancellationToken), "ส่งให้คนที่สองตรวจแล้ว", page),
            "acceptance" => await TryAsync(() => Desk.AcceptAsync(Db, id, revision, Actor, Now, cancellationToken), "รับรองแล้ว", page),
            "publication" when record is Sage => await OnSageAsync(
                async sage => sage.Publish(await Db.HasConsentAsync(id, ConsentPurpose.Profile, cancellationToken), Actor, Now), "เผยแพร่หน้าของท่านนี้แล้ว"),
            "hiding" when record is Sage => await OnSageAsync(Do(sage => sage.Hide(Actor, Now)), "เลิกเผยแพร่แล้ว"),
            "remembrance" when record is Sage => await TryAsync(() => Db.RememberAsync(id, Actor, Now, cancellationToken), "บันทึกแล้ว หน้านี้เป็นหน้ารำลึก ช่องทางติดต่อถูกลบ", page),
            "confirmation" when record is Sage => await OnSageAsync(Do(sage => sage.Confirm(Day(on), Actor, Now)), "ยืนยันข้อมูลแล้ว"),
            "cancellation" when record is Activity => await TryAsync(
                () => Db.OnRecordAsync<Activity>(
                    id,
                    Actor,
                    Now,
                    activity =>
                    {
                        activity.Cancel(Portal.Knowledge.EntryRules.Line(reason ?? ""), Actor, Now);
                        return Task.CompletedTask;
                    },
                    cancellationToken),
                "ยกเลิกกิจกรรมแล้ว",
                page),
            _ => NotFound(),
        };

        Task<IActionResult> OnSageAsync(Func<Sage, Task> deed, string done) =>
            TryAsync(() => Db.OnRecordAsync(id, Actor, Now, deed, cancellationToken), done, page);
    }

    private static Func<Sage, Task> Do(Action<Sage> deed) => sage =>
    {
        deed(sage);
        return Task.CompletedTask;
    };

    private DateOnly Day(string? typed) => string.IsNullOrWhiteSpace(typed) ? Today
        : BuddhistDate.TryParse(typed, out var day) ? day
        : throw new PortalException("sage.confirmed", YearSlip.Of(typed) is { Length: > 0 } asked ? asked : "วันที่เขียนแบบ 8 ก.ค. 2564 หรือ 8/7/2564", "on");
}
