using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Registers.Duplicates;
using KhokNongNa.Web.Caching;
using KhokNongNa.Web.Site.Cards;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Site.Pages;

public sealed class SagePage(PortalDb db, TimeProvider clock) : SitePage<SageView>
{
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        var view = await db.SageAsync(code, ThaiTime.Day(clock.GetUtcNow()), cancellationToken, User.Identity?.IsAuthenticated == true ? ContactReader.Member : ContactReader.Anybody);
        if (view is null && await db.SageMovedToAsync(code, cancellationToken) is { } address)
        {
            return RedirectPermanent(new PathString(address).ToUriComponent());
        }

        return Show(
            view,
            v => new PageHead(v.Name, v.Profile.Summary, v.Url, Section.Sages) { Card = ShareCard.PathOf(v.Url), Kind = "profile", Data = new LinkedData(Root).Of(v) });
    }
}

[TakesNear]
public sealed class CentresPage(PortalDb db) : SitePage<CentresView>
{
    public async Task<IActionResult> OnGetAsync(string? near, CancellationToken cancellationToken)
    {
        var place = near is null ? null : await db.NeighbourhoodAsync(near, cancellationToken);
        if (near is not null && place is null)
        {
            return NotFound();
        }

        var centres = await db.PublicCentres().CardsAsync(db, cancellationToken);
        return Show(
            place is null ? new CentresView(centres) : new CentresView([.. centres.OrderBy(c => place.Of(c.AreaCode))], await db.PlaceAsync(place, cancellationToken)),
            _ => new PageHead("ศูนย์เรียนรู้", "แปลงโคก หนอง นา ที่เปิดให้ไปดูและลงมือทำ", "/centres", Section.Centres, IsIndexed: near is null));
    }
}

public sealed class CentrePage(PortalDb db) : SitePage<CentreView>
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var view = await db.CentreAsync(slug, cancellationToken);
        if (view is null && await db.CentreMovedToAsync(slug, cancellationToken) is { } address)
        {
            return RedirectPermanent(new PathString(address).ToUriComponent());
        }

        return Show(
            view, v => new PageHead(v.Name, v.Profile.Summary, v.Url, Section.Centres) { Card = ShareCard.PathOf(v.Url), Data = new LinkedData(Root).Of(v) });
    }
}

public sealed class AreaPage(PortalDb db) : SitePage<AreaView>
{
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken) => Show(
        await db.AreaAsync(code, cancellationToken),
        v => new PageHead(v.Title, $"บทเรียน ปราชญ์ชุมชน และศูนย์เรียนรู้ใน{v.Title}", $"/areas/{v.Code}", Section.Centres, IsIndexed: v.IsLivedIn));
}
