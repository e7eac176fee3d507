using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Media;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Library;

/// <summary>Says what uses a picture before it is taken away.</summary>
public sealed class RemovalModel(PortalDb db, Pictures pictures, CurrentMember current, TimeProvider clock) : LibraryPage(current)
{
    public Asset Asset { get; private set; } = null!;

    public IReadOnlyList<PictureUsage> Uses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Uses = [.. (await db.UsesAsync(Actor, [Asset], cancellationToken))[id]];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken)
            ? await TryAsync(() => db.RemovePictureAsync(pictures, id, Actor, clock.GetUtcNow(), cancellationToken), "เอารูปออกแล้ว", "/studio/pictures")
            : NotFound();

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!MayEnter || await db.PicturesFor(Actor).SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } asset || !await db.MayWriteAsync(asset, Actor, cancellationToken))
        {
            return false;
        }

        Asset = asset;
        return true;
    }
}
