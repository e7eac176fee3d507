using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Rounds;

/// <summary>Tambons that have plots but no centre, or no sage (features.md P03).</summary>
public sealed class GapsModel(PortalDb db, LiveBoard live, CurrentMember current, TimeProvider clock) : RoundPage(db, live, current, clock)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();
}
