using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Web.Caching;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Site.Pages;

[TakesNear]
public sealed class HomePage(PortalDb db, TimeProvider clock) : SitePage<HomeView>
{
    public async Task<IActionResult> OnGetAsync(string? near, CancellationToken cancellationToken)
    {
        var place = near is null ? null : await db.NeighbourhoodAsync(near, cancellationToken);
        if (near is not null && place is null)
        {
            return NotFound();
        }

        var home = await db.HomeAsync(cancellationToken) with
        {
            Month = await db.MonthAsync(ThaiTime.Day(clock.GetUtcNow()).Month, cancellationToken),
            Near = place is null ? null : await db.NearAsync(place, cancellationToken),
        };
        return Show(
            home,
            _ => new PageHead("หน้าแรก", "บทเรียนโคก หนอง นา ที่ทำตามได้จริง จากปราชญ์ชุมชนและศูนย์เรียนรู้ อ่านฟรี ไม่ต้องสมัคร", "/", Section.Home, IsIndexed: near is null));
    }
}
