using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Media;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Library;

/// <summary>One picture: what uses it, what is said of it, and another file in its place.</summary>
public sealed class ShowModel(PortalDb db, Pictures pictures, CurrentMember current, TimeProvider clock) : LibraryPage(current)
{
    [BindProperty]
    public PictureForm Picture { get; set; } = new();

    public Asset Asset { get; private set; } = null!;

    public bool MayWrite { get; private set; }

    /// <summary>Whether texts of others may use it.</summary>
    public bool IsUsable => Asset.OwnerType == Subjects.Portal;

    public IReadOnlyList<PictureUsage> Uses { get; private set; } = [];

    public IReadOnlyList<string> Folders { get; private set; } = [];

    /// <summary>Who was looked for.</summary>
    public string Sage { get; private set; } = "";

    public IReadOnlyList<SeenSage> Sages { get; private set; } = [];

    /// <summary>Those in the picture who have not agreed to photos; named to who may change the picture.</summary>
    public IReadOnlyList<string> Against { get; private set; } = [];

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, string? sage, CancellationToken cancellationToken)
    {
        Sage = sage is { Length: <= 100 } ? sage : "";
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Picture = new() { Alt = Asset.Alt, Shows = [.. Asset.ShowsSages], Folder = Asset.Folder, Focus = Asset.Focus.ToString() };
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || !MayWrite)
        {
            return NotFound();
        }

        var now = clock.GetUtcNow();
        try
        {
            // What is wrong with the words is said before the file is taken.
            var shows = await db.NameableAsync(Actor, Picture.Shows, Asset.ShowsSages, cancellationToken);
            await db.WritePictureAsync(id, Picture.Alt ?? "", shows, Actor, now, cancellationToken, (Picture.Folder ?? "", Focus.Parse(Picture.Focus) ?? default));
            if (Picture.File is { } file)
            {
                await using var upload = file.OpenReadStream();
                await db.ReplacePictureAsync(pictures, id, upload, Actor, now, cancellationToken);
            }
        }
        catch (PortalException refusal)
        {
            Wrong = [(refusal.Field ?? "", refusal.Message)];
            ModelState.Clear();
            return await ShowAsync(cancellationToken);
        }

        Say("บันทึกแล้ว");
        return Redirect($"/studio/pictures/{id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!MayEnter || await db.PicturesFor(Actor).SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } asset)
        {
            return false;
        }

        Asset = asset;
        MayWrite = await db.MayWriteAsync(asset, Actor, cancellationToken);
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Uses = [.. (await db.UsesAsync(Actor, [Asset], cancellationToken))[Asset.Id]];
        if (MayWrite)
        {
            Folders = await db.PictureFoldersAsync(Actor, cancellationToken);
            var named = await db.NameableAsync(Actor, Picture.Shows, Asset.ShowsSages, cancellationToken);
            Sages = await db.SagesToTickAsync(Actor, Sage, [.. named.Concat(Asset.ShowsSages).Distinct()], cancellationToken);
            Against = [.. Sages.Where(s => !s.Agrees && Asset.ShowsSages.Contains(s.Id)).Select(s => s.Name)];
        }

        return Page();
    }
}
