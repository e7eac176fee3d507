using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Web.Caching;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Site.Pages;

public sealed class HomePage(PortalDb db, KeptViews views) : SitePage<HomeView>
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => Show(
        await views.ReadAsync<HomeView>("home", async () => await db.HomeAsync(cancellationToken), cancellationToken),
        _ => new PageHead("หน้าแรก", "บทเรียนโคก หนอง นา ที่ทำตามได้จริง จากปราชญ์ชุมชนและศูนย์เรียนรู้ อ่านฟรี ไม่ต้องสมัคร", "/", Section.Home));
}
