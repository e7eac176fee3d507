using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Consents;

/// <summary>A consent form on one sheet of paper, with a code of its own that leads back to the record.</summary>
public sealed class FormModel(PortalDb db, CurrentMember current) : SageRecordPage(db, current)
{
    public string Code { get; } = SheetCode.Draw();

    /// <summary>Where the QR code leads an officer, who has to sign in; it says nothing of the person.</summary>
    public string Address => $"{Request.Scheme}://{Request.Host}{Home}/consents?sheet={Code}";

    public string Place { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Place = (await Db.PlacesAsync([Sage.LatestArea], cancellationToken)).Name(Sage.LatestArea);
        return Page();
    }
}
