using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Media;

/// <summary>The job that makes the widths of pictures that were sent. What a kill left is found in the database.</summary>
public static class PictureMaking
{
    /// <summary>Pictures whose widths are not made yet, oldest first.</summary>
    public static Task<List<Guid>> UnmadePicturesAsync(this PortalDb db, CancellationToken cancellationToken) =>
        db.Assets.Where(a => a.Bytes == 0 && a.Use == AssetUse.Picture && !a.IsRemoved).OrderBy(a => a.At).ThenBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellationToken);

    /// <summary>Makes the widths of one and notes how much room it takes. Another node that does the same writes the same files.</summary>
    public static async Task MakePictureAsync(this PortalDb db, Pictures pictures, Guid id, CancellationToken cancellationToken)
    {
        if (await db.Assets.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Bytes == 0 && !a.IsRemoved, cancellationToken) is not { } before
            || await pictures.MakeAsync(id, before.FileHash).WaitAsync(cancellationToken) is not { } bytes)
        {
            return;
        }

        var isThere = await db.InTransaction(
            async () =>
            {
                var asset = await db.Assets.SingleOrDefaultAsync(a => a.Id == id && !a.IsRemoved, cancellationToken);
                if (asset?.FileHash == before.FileHash)
                {
                    asset.Made(bytes);
                    await db.SaveChangesAsync(cancellationToken);
                }

                return asset is not null;
            },
            cancellationToken);
        if (!isThere)
        {
            await pictures.DeleteAsync(id, null, cancellationToken);
        }
    }
}
