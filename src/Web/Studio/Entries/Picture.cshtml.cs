using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Media;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>What one picture of a lesson shows, and who is seen in it.</summary>
public sealed class PictureModel(PortalDb db, CurrentMember current, TimeProvider clock) : EntryPicturesPage(db, current)
{
    private readonly PortalDb _db = db;

    public Asset Asset { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid picture, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, picture, cancellationToken))
        {
            return NotFound();
        }

        Picture = new() { Alt = Asset.Alt, Shows = [.. Asset.ShowsSages] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromRoute] Guid picture, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, picture, cancellationToken))
        {
            return NotFound();
        }

        try
        {
            await _db.WritePictureAsync(picture, Picture.Alt, Picture.Ticked(Sages), Actor, clock.GetUtcNow(), cancellationToken);
        }
        catch (PortalException refusal)
        {
            Wrong = [(refusal.Field ?? "", refusal.Message)];
            ModelState.Clear();
            return Page();
        }

        Say("บันทึกแล้ว");
        return Redirect(Address);
    }

    private async Task<bool> FindAsync(Guid id, Guid picture, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || await _db.AssetsOf(Owner).AsNoTracking().SingleOrDefaultAsync(a => a.Id == picture, cancellationToken) is not { } asset)
        {
            return false;
        }

        Asset = asset;
        return true;
    }
}
