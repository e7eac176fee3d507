using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Searching;
using KhokNongNa.Search;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio;

/// <summary>Where the search index stands, and a button to make it anew. For who runs the portal.</summary>
public sealed class SearchIndexModel(PortalDb db, SearchIndex index, IndexFollower follower, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public IndexHealth Health { get; private set; } = null!;

    public string Size => (Health.Bytes / 1_000_000.0).ToString("N1", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Actor.May(Permission.Administer, ""))
        {
            return NotFound();
        }

        Health = await IndexHealth.OfAsync(db, index, follower, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Actor.May(Permission.Administer, ""))
        {
            return NotFound();
        }

        return await TryAsync(
            () => db.RequestReindexAsync(Actor, clock.GetUtcNow(), cancellationToken),
            "ขอสร้างดัชนีใหม่แล้ว ทำอยู่เบื้องหลัง การค้นหายังใช้ได้ตามปกติ",
            "/studio/index");
    }

    /// <summary>What the index is at.</summary>
    public static string Doing(IndexHealth health) => health switch
    {
        { Progress: { } progress } => $"กำลังสร้างดัชนีใหม่ ทำแล้ว {progress.Done:N0} จาก {progress.All:N0} เรื่อง",
        { Waiting: > 0 } => $"ดัชนีกำลังตามให้ทัน เหลือ {health.Waiting:N0} รายการ",
        _ => "ดัชนีตามทันแล้ว",
    };
}
