using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Studio;
using KhokNongNa.Web.Studio.Consents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Account;

/// <summary>A sage's own page as readers see it, or would.</summary>
public sealed class ConsentPreviewModel(PortalDb db, CurrentMember current, TimeProvider clock) : MemberPage(current)
{
    public SageView View { get; private set; } = null!;

    public SagePreview Preview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.OwnSages(Actor).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } sage)
        {
            return NotFound();
        }

        (View, Preview) = await SagePreview.OfAsync(db, sage, ThaiTime.Day(clock.GetUtcNow()), "/account/consents", cancellationToken);
        return Page();
    }
}
