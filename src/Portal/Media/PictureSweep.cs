using System.Globalization;
using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Media;

/// <summary>Files are written before their row, so a portal that dies in between leaves some that nothing knows of.</summary>
public static class PictureSweep
{
    private const int BatchSize = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Removes files older than a day of pictures that have no row, or were removed.</summary>
    /// <returns>How many pictures' files went.</returns>
    public static async Task<int> SweepPicturesAsync(this PortalDb db, PictureStore store, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var gone = 0;
        foreach (var batch in store.All().Where(id => now - Made(id) > Patience).Chunk(BatchSize))
        {
            var kept = await db.Assets.Where(a => batch.Contains(a.Id) && !a.IsRemoved).Select(a => a.Id).ToListAsync(cancellationToken);
            foreach (var id in batch.Except(kept))
            {
                store.Delete(id);
                gone++;
            }
        }

        return gone;
    }

    // The first twelve digits of the id are the moment when it was made.
    private static DateTimeOffset Made(Guid id) =>
        DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(id.ToString("N").AsSpan(0, 12), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
