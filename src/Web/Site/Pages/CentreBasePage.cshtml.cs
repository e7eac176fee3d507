using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Web.Site.Cards;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Site.Pages;

/// <summary>The script of a base as one centre leads it (S12).</summary>
public sealed class CentreBasePage(PortalDb db) : SitePage<CentreBaseView>
{
    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancellationToken)
    {
        var view = await db.CentreBaseAsync(slug, number, cancellationToken);
        if (view is null && await db.CentreMovedToAsync(slug, cancellationToken) is { } centre && centre != $"/centres/{slug}")
        {
            return RedirectPermanent(new PathString($"{centre}/bases/{number}").ToUriComponent());
        }

        return Show(
            view,
            v => new PageHead($"{v.Base.Name} · {v.Centre.Title}", v.Script.Goal.Length > 0 ? v.Script.Goal : $"ฐานการเรียนรู้ของ{v.Centre.Title}", v.Base.Url, Section.Centres)
            {
                Card = ShareCard.PathOf(v.Centre.Url),
                Data = new LinkedData(Root).Of(v),
            });
    }
}
