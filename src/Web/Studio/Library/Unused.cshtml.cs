using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Media;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Library;

/// <summary>Pictures that nothing shows: looked at first, then cleaned up.</summary>
public sealed class UnusedModel(PortalDb db, Pictures pictures, CurrentMember current, TimeProvider clock) : LibraryPage(current)
{
    /// <summary>At once.</summary>
    public const int Most = 60;

    public IReadOnlyList<Asset> Unused { get; private set; } = [];

    /// <summary>Whether there may be more than are shown.</summary>
    public bool IsMore => Unused.Count == Most;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!MayEnter)
        {
            return NotFound();
        }

        Unused = await db.UnusedPicturesAsync(Actor, clock.GetUtcNow(), Most, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        if (!MayEnter)
        {
            return NotFound();
        }

        var gone = await db.RemoveUnusedAsync(pictures, ids, Actor, clock.GetUtcNow(), cancellationToken);
        Say(gone > 0 ? $"ลบแล้ว {gone} รูป" : "ไม่ได้ลบรูปใด");
        return Redirect("/studio/pictures/unused");
    }
}
