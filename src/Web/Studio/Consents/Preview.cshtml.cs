using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Consents;

/// <summary>A sage's page as readers see it, or would see it once nothing is lacking any more.</summary>
public sealed class PreviewModel(PortalDb db, CurrentMember current, TimeProvider clock) : SageRecordPage(db, current)
{
    public SageView View { get; private set; } = null!;

    public SagePreview Preview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (View, Preview) = await SagePreview.OfAsync(Db, Sage, ThaiTime.Day(clock.GetUtcNow()), $"{Home}/consents", cancellationToken);
        return Page();
    }
}
