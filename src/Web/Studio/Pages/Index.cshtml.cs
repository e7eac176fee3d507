using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Pages;

/// <summary>The tree of pages, and moving one in it. For who publishes for a whole province, and who runs the portal.</summary>
public sealed class IndexModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    private const string Here = "/studio/pages";

    /// <summary>Each behind the one that it stands under.</summary>
    public IReadOnlyList<PageRow> Rows { get; private set; } = [];

    /// <summary>The page for which another one above is being chosen.</summary>
    public PageRow? Moving { get; private set; }

    /// <param name="move">The page for which another one above is to be chosen.</param>
    public async Task<IActionResult> OnGetAsync(Guid? move, CancellationToken cancellationToken)
    {
        if (!Actor.MayArrangePages())
        {
            return NotFound();
        }

        Rows = await db.PageTreeAsync(Actor, cancellationToken);
        Moving = Rows.FirstOrDefault(r => r.Id == move && r.MayBePlaced);
        return Page();
    }

    /// <param name="version">Of the page as the member saw it.</param>
    /// <param name="act"><c>up</c>, <c>down</c> or <c>under</c>.</param>
    /// <param name="under">For the last: the page above; none → at the top.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, int version, string? act, Guid? under, CancellationToken cancellationToken)
    {
        if (!Actor.MayArrangePages() || act is not ("up" or "down" or "under"))
        {
            return NotFound();
        }

        // What went wrong is said at the top of the page; what went well is seen at the row.
        var next = Here;
        return await TryAsync(
            async () =>
            {
                await (act == "under"
                    ? db.PutPageAsync(id, version, under, Actor, clock.GetUtcNow(), cancellationToken)
                    : db.StepPageAsync(id, version, act == "up", Actor, clock.GetUtcNow(), cancellationToken));
                next = $"{Here}#page-{id}";
            },
            "ย้ายแล้ว ผู้อ่านเห็นทันที ที่อยู่ของหน้าเหมือนเดิม",
            () => next);
    }
}
