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
public sealed record NewPicture(Stream Upload, AssetOwner Owner, string AreaCode, AssetUse Use, string Alt, IReadOnlyCollection<Guid> ShowsSages);

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
        await DemandAsync();
        var id = Guid.CreateVersion7(now);
        try
        {
            var size = await pictures.TakeAsync(id, picture.Upload, picture.Use, cancellationToken);
            List<Guid> replaced = [];
            await db.InTransaction(
                async () =>
                {
                    await DemandAsync();
                    replaced = picture.Use == AssetUse.Picture ? await db.RemoveRecordPicturesAsync(picture.Owner, by, now, cancellationToken) : [];
                    db.Assets.Add(Asset.Add(id, picture.Owner, picture.AreaCode, picture.Use, size, words, picture.ShowsSages, by, now));
                    await db.SaveChangesAsync(cancellationToken);
                    await db.AssessOwnerAsync(picture.Owner, by, now, cancellationToken);
                },
                cancellationToken);
            replaced.ForEach(pictures.Store.Delete);
        }
        catch
        {
            pictures.Store.Delete(id);
            throw;
        }

        return id;

        async Task DemandAsync()
        {
            if (!await db.MayWriteAsync(picture.Owner, picture.AreaCode, picture.Use, by, cancellationToken))
            {
                throw new PortalException("picture.forbidden", "ท่านยังไม่มีสิทธิ์เพิ่มรูปที่นี่");
            }

            if (await db.AssetsOf(picture.Owner).CountAsync(cancellationToken) >= Most)
            {
                throw new PortalException("picture.count", $"มีรูปครบ {Most} รูปแล้ว โปรดเอารูปที่ไม่ใช้ออกก่อน", "File");
            }
        }
    }

    /// <summary>Says anew what a picture shows and who is seen in it.</summary>
    public static Task WritePictureAsync(
        this PortalDb db, Guid id, string alt, IReadOnlyCollection<Guid> showsSages, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnAssetAsync(id, by, now, asset => asset.Write(alt, showsSages, by, now), cancellationToken);

    /// <summary>Takes a picture away for good: its files at once, its words too.</summary>
    public static async Task RemovePictureAsync(this PortalDb db, Pictures pictures, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.OnAssetAsync(id, by, now, asset => asset.Remove(by, now), cancellationToken);
        pictures.Store.Delete(id);
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
                if (asset is null || !await db.MayWriteAsync(new(asset.OwnerType, asset.OwnerId), asset.AreaCode, asset.Use, by, cancellationToken))
                {
                    throw new PortalException("picture.none", "ไม่พบรูปนี้ อาจมีคนเอาออกไปแล้ว");
                }

                act(asset);
                await db.SaveChangesAsync(cancellationToken);
                await db.AssessOwnerAsync(new(asset.OwnerType, asset.OwnerId), by, now, cancellationToken);
            },
            cancellationToken);

    private static async Task<bool> MayWriteAsync(this PortalDb db, AssetOwner owner, string area, AssetUse use, Actor by, CancellationToken cancellationToken) =>
        use == AssetUse.Evidence ? by.May(Permission.Enrol, area)
        : owner.Type == Subjects.Entry ? await db.EntriesFor(by).AnyAsync(e => e.Id == owner.Id, cancellationToken)
        : owner.Type == Subjects.Sage ? await db.RecordsFor<Sage>(by).AnyAsync(s => s.Id == owner.Id, cancellationToken)
        : owner.Type == Subjects.Centre ? await db.RecordsFor<Centre>(by).AnyAsync(c => c.Id == owner.Id, cancellationToken)
        : by.May(Permission.Write, area);
}
