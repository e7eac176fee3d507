using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Media;

/// <summary>The one picture of a sage or a centre: a portrait, a view of the place. Whether it is there counts in the record's completeness.</summary>
public static class RecordPicture
{
    /// <summary>The picture for who works on the record; after a merge the later of two. <c>null</c> when there is none.</summary>
    public static Task<Asset?> RecordPictureAsync(this PortalDb db, AssetOwner owner, CancellationToken cancellationToken) =>
        db.AssetsOf(owner).AsNoTracking().Where(a => a.Use == AssetUse.Picture).OrderBy(a => a.At).ThenBy(a => a.Id).LastOrDefaultAsync(cancellationToken);

    /// <summary>Takes the picture away for good, one that a merge left below it too.</summary>
    public static async Task RemoveRecordPictureAsync(this PortalDb db, Pictures pictures, AssetOwner owner, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var id in await db.AssetsOf(owner).Where(a => a.Use == AssetUse.Picture).Select(a => a.Id).ToListAsync(cancellationToken))
        {
            await db.RemovePictureAsync(pictures, id, by, now, cancellationToken);
        }
    }

    /// <summary>Pictures of records that readers may see at this moment, by record. Call for records that are public.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, PictureView>> RecordPicturesAsync(this PortalDb db, string type, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken, bool inStudio = false) =>
        ids.Count == 0
            ? new Dictionary<Guid, PictureView>()
            : (await db.PicturesWithConsent().Where(a => a.OwnerType == type && ids.Contains(a.OwnerId)).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(cancellationToken))
                .GroupBy(a => a.OwnerId)
                .ToDictionary(g => g.Key, g => PictureView.Of(g.Last(), inStudio ? Urls.InStudio : null));

    internal static Task<bool> HasPictureAsync(this PortalDb db, AssetOwner owner, CancellationToken cancellationToken) =>
        db.AssetsOf(owner).AnyAsync(a => a.Use == AssetUse.Picture, cancellationToken);

    /// <summary>Call inside a transaction before a new one is added; the caller saves, and deletes the files afterwards.</summary>
    /// <returns>What was removed.</returns>
    internal static async Task<List<Guid>> RemoveRecordPicturesAsync(this PortalDb db, AssetOwner owner, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (owner.Type is not (Subjects.Sage or Subjects.Centre))
        {
            return [];
        }

        var before = await db.AssetsOf(owner).Where(a => a.Use == AssetUse.Picture).ToListAsync(cancellationToken);
        before.ForEach(asset => asset.Remove(by, now));
        return before.ConvertAll(a => a.Id);
    }

    /// <summary>Notes how complete a record is whose picture came or went. Call inside a transaction, when that is saved.</summary>
    internal static async Task AssessOwnerAsync(this PortalDb db, AssetOwner owner, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Registered? record = owner.Type switch
        {
            Subjects.Sage => await db.Sages.SingleOrDefaultAsync(s => s.Id == owner.Id, cancellationToken),
            Subjects.Centre => await db.Centres.SingleOrDefaultAsync(c => c.Id == owner.Id, cancellationToken),
            _ => null,
        };
        if (record is not null)
        {
            await db.AssessAsync(record, by, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
