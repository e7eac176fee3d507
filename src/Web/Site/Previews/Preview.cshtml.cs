using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhokNongNa.Web.Site.Previews;

/// <summary>One revision as the site shows it, for who has a link to it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PreviewModel(PortalDb db, PreviewTicket tickets) : PageModel
{
    public EntryView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        // The address is a key: it goes nowhere else.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (tickets.Open(token) is not { } ticket || await db.SharedRevisionAsync(ticket, cancellationToken) is not { } shared)
        {
            return NotFound();
        }

        View = await db.ShowAsync(shared.Entry, shared.Revision, cancellationToken, pictureUrl: (picture, width) => $"/preview/{token}/pictures/{picture.Id}/{width}.webp");
        ViewData.SetHead(new PageHead($"ตัวอย่าง: {View.Content.Title}", IsIndexed: false));
        return Page();
    }
}
