using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Web.Caching;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Site.Pages;

[TakesNear]
public sealed class HomePage(PortalDb db, KeptViews views, TimeProvider clock) : SitePage<HomeView>
{
    public async Task<IActionResult> OnGetAsync(string? near, CancellationToken cancellationToken)
    {
        var place = near is null ? null : await db.NeighbourhoodAsync(near, cancellationToken);
        if (near is not null && place is null)
        {
            return NotFound();
        }

        var month = ThaiTime.Day(clock.GetUtcNow()).Month;
        var home = await views.ReadAsync<HomeView>(
            $"home/{month}", async () => await db.HomeAsync(cancellationToken) with { Month = await db.MonthAsync(month, cancellationToken) }, cancellationToken);
        return Show(
            place is null ? home : home! with { Near = await db.NearAsync(place, cancellationToken) },
            _ => new PageHead("หน้าแรก", "บทเรียนโคก หนอง นา ที่ทำตามได้จริง จากปราชญ์ชุมชนและศูนย์เรียนรู้ อ่านฟรี ไม่ต้องสมัคร", "/", Section.Home, IsIndexed: near is null));
    }
}
