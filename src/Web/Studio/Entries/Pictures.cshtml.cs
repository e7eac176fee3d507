using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Media;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>The uploaded pictures of a text, and a form to add one.</summary>
public sealed class PicturesModel(PortalDb db, Pictures pictures, CurrentMember current, TimeProvider clock) : EntryPicturesPage(db, current)
{
    private readonly PortalDb _db = db;

    public IReadOnlyList<Asset> All { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? await ListAsync(cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        try
        {
            var picture = Picture.Read(Owner, Entry.AreaCode, AssetUse.Picture, Sages);
            await using (picture.Upload)
            {
                await _db.AddPictureAsync(pictures, picture, Actor, clock.GetUtcNow(), cancellationToken);
            }
        }
        catch (PortalException refusal)
        {
            Wrong = [(refusal.Field ?? "File", refusal.Message)];
            return await ListAsync(cancellationToken);
        }

        Say("เพิ่มรูปแล้ว เลือกใช้ได้ในขั้นตอนของแบบฟอร์ม หรือวางรหัสในเนื้อความ");
        return Redirect(Address);
    }

    private async Task<IActionResult> ListAsync(CancellationToken cancellationToken)
    {
        All = await _db.AssetsOf(Owner).AsNoTracking().ToListAsync(cancellationToken);
        ModelState.Clear();
        return Page();
    }
}
