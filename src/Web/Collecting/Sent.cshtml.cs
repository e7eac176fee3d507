using KhokNongNa.Portal.Data;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Collecting;

/// <summary>What becomes of what was sent, and the way to the next.</summary>
public sealed class SentModel(PortalDb db, TimeProvider clock) : LinkPage(db, clock)
{
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken) =>
        await FindAsync(token, cancellationToken) ? Page() : NotFound();
}
