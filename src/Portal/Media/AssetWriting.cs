using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Media;

/// <summary>A picture as it is sent.</summary>
/// <param name="AreaCode">Area of what it belongs to; grants are checked against it.</param>
/// <param name="Alt">What it shows; not asked of evidence.</param>
/// <param name="ShowsSages">Sages who are seen in it. A portrait shows its sage, said or not.</param>
public sealed record NewPicture(Stream Upload, AssetOwner Owner, string AreaCode, AssetUse Use, string Alt, IReadOnlyCollection<Guid> ShowsSages)
{
    /// <summary>Of the library in which it is kept; empty → none.</summary>
    public string Folder { get; init; } = "";

    public Focus Focus { get; init; }
}

/// <summary>
/// Adding, describing, removing pictures, and looking at evidence. Pictures of a text are written by who writes the text, those of a record by who
/// works on the record, others by who writes in the area; evidence by who keeps the register there.
/// </summary>
public static class AssetWriting
{
    /// <summary>Of one text, person or place.</summary>
    public const int Most = 60;

    /// <summary>Takes a picture. That of a record takes the place of the one before.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="PortalException">It cannot be taken, with a sentence beside <c>File</c> or <c>Alt</c>; or the actor may not.</exception>
    public static async Task<Guid> AddPictureAsync(this PortalDb db, Pictures pictures, NewPicture picture, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Before any work is done on it.
        var words = Asset.Words(picture.Alt, picture.Use);
        var folder = Asset.FolderName(picture.Folder);
        await DemandAsync();
        var id = Guid.CreateVersion7(now);
        try
        {
            var file = await pictures.TakeAsync(id, picture.Upload, picture.Use, cancellationToken);
            List<Guid> replaced = [];
            await db.InTransaction(
                async () =>
                {
                    await DemandAsync();
                    replaced = picture.Use == AssetUse.Picture ? await db.RemoveRecordPicturesAsync(picture.Owner, by, now, cancellationToken) : [];
                    var asset = Asset.Add(id, picture.Owner, picture.AreaCode, picture.Use, file, words, picture.ShowsSages, by, now);
                    asset.Arrange(folder, picture.Focus);
                    db.Assets.Add(asset);
                    await db.SaveChangesAsync(cancellationToken);
                    await db.AssessOwnerAsync(picture.Owner, by, now, cancellationToken);
                },
                cancellationToken);
            foreach (var former in replaced)
            {
                await pictures.DeleteAsync(former, null, CancellationToken.None);
            }
        }
        catch
        {
            await pictures.DeleteAsync(id, null, CancellationToken.None);
            throw;
        }

        pictures.Ring();
        return id;

        async Task DemandAsync()
        {
            if (!await db.MayWriteAsync(picture.Owner, picture.AreaCode, picture.Use, by, cancellationToken))
            {
                throw new PortalException("picture.forbidden", "ท่านยังไม่มีสิทธิ์เพิ่มรูปที่นี่");
            }

            if (picture.Owner != AssetOwner.Library && await db.AssetsOf(picture.Owner).CountAsync(cancellationToken) >= Most)
            {
                throw new PortalException("picture.count", $"มีรูปครบ {Most} รูปแล้ว โปรดเอารูปที่ไม่ใช้ออกก่อน", "File");
            }
        }
    }

    /// <summary>Says anew what a picture shows and who is seen in it.</summary>
    /// <param name="place">Its folder and what of it stays in sight; <c>null</c> → as before.</param>
    public static Task WritePictureAsync(
        this PortalDb db, Guid id, string alt, IReadOnlyCollection<Guid> showsSages, Actor by, DateTimeOffset now, CancellationToken cancellationToken, (string Folder, Focus Focus)? place = null) =>
        db.OnAssetAsync(
            id,
            by,
            now,
            asset =>
            {
                asset.Write(alt, showsSages, by, now);
                if (place is { } at)
                {
                    asset.Arrange(at.Folder, at.Focus);
                }
            },
            cancellationToken);

    /// <summary>Puts another file in the place of a picture's: its id, and with it every use, stays.</summary>
    /// <exception cref="PortalException">It cannot be taken, with a sentence beside <c>File</c>; or the actor may not.</exception>
    public static async Task ReplacePictureAsync(this PortalDb db, Pictures pictures, Guid id, Stream upload, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Assets.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && !a.IsRemoved && a.Use == AssetUse.Picture, cancellationToken) is not { } before
            || !await db.MayWriteAsync(before, by, cancellationToken))
        {
            throw None;
        }

        var file = await pictures.TakeAsync(id, upload, AssetUse.Picture, cancellationToken);
        var former = before.FileHash;
        if (file.Hash == former)
        {
            return;
        }

        try
        {
            await db.OnAssetAsync(
                id,
                by,
                now,
                asset =>
                {
                    former = asset.FileHash;
                    asset.Replace(file, by, now);
                },
                cancellationToken);
        }
        catch
        {
            await pictures.DeleteAsync(id, file.Hash, CancellationToken.None);
            throw;
        }

        // Of one that was taken before there were hashes the daily sweep knows no folder; its few files stay until it is removed.
        if (former.Length > 0 && former != file.Hash)
        {
            await pictures.DeleteAsync(id, former, CancellationToken.None);
        }

        pictures.Ring();
    }

    /// <summary>Takes a picture away for good: its files at once, its words too.</summary>
    public static async Task RemovePictureAsync(this PortalDb db, Pictures pictures, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.OnAssetAsync(id, by, now, asset => asset.Remove(by, now), cancellationToken);
        await pictures.DeleteAsync(id, null, CancellationToken.None);
    }

    /// <summary>The one door to evidence: who looks is recorded in the same transaction, or nothing is shown.</summary>
    /// <returns>Whether there is such evidence for this actor.</returns>
    public static Task<bool> LookAtEvidenceAsync(this PortalDb db, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                if (await db.EvidenceFor(by).SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } evidence)
                {
                    return false;
                }

                evidence.Seen(by, now);
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);

    private static Task OnAssetAsync(this PortalDb db, Guid id, Actor by, DateTimeOffset now, Action<Asset> act, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var asset = await db.Assets.SingleOrDefaultAsync(a => a.Id == id && !a.IsRemoved, cancellationToken);
                if (asset is null || !await db.MayWriteAsync(asset, by, cancellationToken))
                {
                    throw None;
                }

                act(asset);
                await db.SaveChangesAsync(cancellationToken);
                await db.AssessOwnerAsync(new(asset.OwnerType, asset.OwnerId), by, now, cancellationToken);
            },
            cancellationToken);

    /// <summary>Whether the actor may describe, replace and remove it.</summary>
    public static Task<bool> MayWriteAsync(this PortalDb db, Asset asset, Actor by, CancellationToken cancellationToken) =>
        db.MayWriteAsync(new(asset.OwnerType, asset.OwnerId), asset.AreaCode, asset.Use, by, cancellationToken);

    private static PortalException None => new("picture.none", "ไม่พบรูปนี้ อาจมีคนเอาออกไปแล้ว");

    private static async Task<bool> MayWriteAsync(this PortalDb db, AssetOwner owner, string area, AssetUse use, Actor by, CancellationToken cancellationToken) =>
        use == AssetUse.Evidence ? by.May(Permission.Enrol, area)
        : owner.Type == Subjects.Entry ? await db.EntriesFor(by).AnyAsync(e => e.Id == owner.Id, cancellationToken)
        : owner.Type == Subjects.Sage ? await db.RecordsFor<Sage>(by).AnyAsync(s => s.Id == owner.Id, cancellationToken)
        : owner.Type == Subjects.Centre ? await db.RecordsFor<Centre>(by).AnyAsync(c => c.Id == owner.Id, cancellationToken)
        : by.May(Permission.Write, area);
}
