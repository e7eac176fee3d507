using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Library;

/// <summary>Takes a picture for the library of an area.</summary>
public sealed class NewModel(PortalDb db, Pictures pictures, CurrentMember current, TimeProvider clock) : LibraryPage(current)
{
    [BindProperty]
    public PictureForm Picture { get; set; } = new();

    [BindProperty]
    public string? Area { get; set; }

    /// <summary>Areas whose library the member fills, with their names.</summary>
    public IReadOnlyList<(string Code, string Name)> Areas { get; private set; } = [];

    public IReadOnlyList<string> Folders { get; private set; } = [];

    /// <summary>Who was looked for.</summary>
    public string Sage { get; private set; } = "";

    public IReadOnlyList<SeenSage> Sages { get; private set; } = [];

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? sage, CancellationToken cancellationToken)
    {
        Sage = sage is { Length: <= 100 } ? sage : "";
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        try
        {
            var area = Areas.Select(a => a.Code).FirstOrDefault(code => code == (Area ?? "")) ?? Areas[0].Code;
            var picture = Picture.Read(AssetOwner.Library, area, AssetUse.Picture, Sages) with { Folder = Picture.Folder, Focus = Focus.Parse(Picture.Focus) ?? default };
            await using var upload = picture.Upload;
            var id = await db.AddPictureAsync(pictures, picture, Actor, clock.GetUtcNow(), cancellationToken);
            Say("เพิ่มรูปเข้าคลังแล้ว");
            return Redirect($"/studio/pictures/{id}");
        }
        catch (PortalException refusal)
        {
            Wrong = [(refusal.Field ?? "File", refusal.Message)];
            ModelState.Clear();
            return Page();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var codes = Actor.AreasFor(Permission.Write);
        if (codes.Length == 0)
        {
            return false;
        }

        var places = await db.PlacesAsync(codes, cancellationToken);
        Areas = [.. codes.Select(c => (c, c.Length == 0 ? "ทั้งประเทศ" : places.Name(c)))];
        Folders = await db.PictureFoldersAsync(Actor, cancellationToken);
        Picture.Folder ??= "";
        Picture.Focus ??= "";
        Sages = await db.SagesToTickAsync(Actor, Sage, await db.NameableAsync(Actor, Picture.Shows, [], cancellationToken), cancellationToken);
        return true;
    }
}
