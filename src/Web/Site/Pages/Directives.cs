using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Site.Pages;

public sealed class DirectivePage(PortalDb db) : SitePage<DirectiveView>
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) => Show(
        await db.DirectiveAsync(slug, cancellationToken),
        v => new PageHead($"{v.Number} {v.Subject}", v.Text.Summary, v.Url));
}
