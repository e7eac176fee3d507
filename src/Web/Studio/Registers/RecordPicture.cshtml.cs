using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Registers;

/// <summary>The picture of a sage or a centre: put there, replaced, described anew.</summary>
public sealed class RecordPictureModel(PortalDb db, Pictures pictures, CurrentMember current, TimeProvider clock) : RegisterPage(db, current, clock)
{
    [BindProperty]
    public PictureForm Picture { get; set; } = new();

    public Registered Record { get; private set; } = null!;

    /// <summary>What is there now.</summary>
    public Asset? Asset { get; private set; }

    /// <summary>Who may be seen in it and is ticked: those who work at a centre. A portrait shows its sage.</summary>
    public IReadOnlyList<SeenSage> Sages { get; private set; } = [];

    /// <summary>Those in the picture who have not agreed to photos: readers do not see it.</summary>
    public IReadOnlyList<string> Against { get; private set; } = [];

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    public string RecordUrl => $"{Desk.Url}/{Record.Id}";

    private AssetOwner Owner => OwnerOf(Record);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Picture = new() { Alt = Asset?.Alt ?? "", Shows = Asset?.ShowsSages ?? [] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        try
        {
            if (Asset is { } there && Picture.File is null)
            {
                await Db.WritePictureAsync(there.Id, Picture.Alt, Picture.Ticked(Sages), Actor, Now, cancellationToken);
            }
            else
            {
                var picture = Picture.Read(Owner, Record.AreaCode, AssetUse.Picture, Sages);
                await using var upload = picture.Upload;
                await Db.AddPictureAsync(pictures, picture, Actor, Now, cancellationToken);
            }
        }
        catch (PortalException refusal)
        {
            Wrong = [(refusal.Field ?? "File", refusal.Message)];
            ModelState.Clear();
            return Page();
        }

        Say("บันทึกรูปแล้ว");
        return Redirect($"{RecordUrl}/picture");
    }

    internal static AssetOwner OwnerOf(Registered record) => new(record is Sage ? Subjects.Sage : Subjects.Centre, record.Id);

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Desk.FindAsync(Db, Actor, id, cancellationToken) is not { } record || record is not (Sage or Centre))
        {
            return false;
        }

        Record = record;
        Asset = await Db.RecordPictureAsync(Owner, cancellationToken);
        var here = record is Centre ? await Db.Sages.Where(s => s.CentreKeys.Contains(record.Key)).Select(s => s.Id).ToListAsync(cancellationToken) : [];
        var seen = await Db.SeenSagesAsync([.. here.Concat(Asset?.ShowsSages ?? []).Concat(record is Sage ? [id] : []).Distinct()], cancellationToken);
        Sages = record is Sage ? [.. seen.Where(s => s.Id != id)] : seen;
        Against = [.. seen.Where(s => !s.Agrees && (s.Id == id || Asset?.ShowsSages.Contains(s.Id) == true)).Select(s => s.Name)];
        return true;
    }
}
