using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>Takes a picture of a lesson away.</summary>
public sealed class PictureRemovalModel(PortalDb db, Pictures pictures, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public IActionResult OnGet(Guid id) => Redirect($"/studio/entries/{id}/pictures");

    public async Task<IActionResult> OnPostAsync(Guid id, Guid picture, CancellationToken cancellationToken) =>
        await db.EntriesFor(Actor).AnyAsync(e => e.Id == id, cancellationToken) && await db.AssetsOf(new(Subjects.Entry, id)).AnyAsync(a => a.Id == picture, cancellationToken)
            ? await TryAsync(() => db.RemovePictureAsync(pictures, picture, Actor, clock.GetUtcNow(), cancellationToken), "เอารูปออกแล้ว", $"/studio/entries/{id}/pictures")
            : NotFound();
}
