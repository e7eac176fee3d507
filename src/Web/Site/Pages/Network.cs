using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Site.Pages;

public sealed class SagesPage(PortalDb db) : SitePage<SagesView>
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => Show(
        new SagesView(await db.PublicSages().CardsAsync(db, cancellationToken)),
        _ => new PageHead("ปราชญ์ชุมชนและครูพาทำ", "ใครรู้เรื่องอะไร อยู่ที่ไหน สอนหรือพาทำอะไรได้", "/sages", Section.Sages));
}

public sealed class SagePage(PortalDb db) : SitePage<SageView>
{
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken) => Show(
        await db.SageAsync(code, cancellationToken),
        v => new PageHead(v.Name, v.Profile.Summary, v.Url, Section.Sages));
}

public sealed class CentresPage(PortalDb db) : SitePage<CentresView>
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => Show(
        new CentresView(await db.Centres.CardsAsync(db, cancellationToken)),
        _ => new PageHead("ศูนย์เรียนรู้", "แปลงโคก หนอง นา ที่เปิดให้ไปดูและลงมือทำ", "/centres", Section.Centres));
}

public sealed class CentrePage(PortalDb db) : SitePage<CentreView>
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) => Show(
        await db.CentreAsync(slug, cancellationToken),
        v => new PageHead(v.Name, v.Profile.Summary, v.Url, Section.Centres));
}

public sealed class AreaPage(PortalDb db) : SitePage<AreaView>
{
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken) => Show(
        await db.AreaAsync(code, cancellationToken),
        v => new PageHead(v.Title, $"บทเรียน ปราชญ์ชุมชน และศูนย์เรียนรู้ใน{v.Title}", $"/areas/{v.Code}", Section.Centres, IsIndexed: v.IsLivedIn));
}
