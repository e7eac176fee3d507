using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Registers;

/// <summary>Takes the picture of a sage or a centre away.</summary>
public sealed class RecordPictureRemovalModel(PortalDb db, Pictures pictures, CurrentMember current, TimeProvider clock) : RegisterPage(db, current, clock)
{
    public IActionResult OnGet(Guid id) => Redirect($"{Desk.Url}/{id}/picture");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        await Desk.FindAsync(Db, Actor, id, cancellationToken) is Registered record and (Sage or Centre)
            ? await TryAsync(
                () => Db.RemoveRecordPictureAsync(pictures, RecordPictureModel.OwnerOf(record), Actor, Now, cancellationToken), "เอารูปออกแล้ว", $"{Desk.Url}/{id}/picture")
            : NotFound();
}
