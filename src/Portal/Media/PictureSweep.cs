using System.Globalization;
using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Media;

/// <summary>Files are written before their row, so a portal that dies in between leaves some that nothing knows of.</summary>
public static class PictureSweep
{
    private const int BatchSize = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Removes files older than a day of pictures that have no row, or were removed, and those that a later file took the place of.</summary>
    /// <returns>How many pictures' files went.</returns>
    public static async Task<int> SweepPicturesAsync(this PortalDb db, PictureStore store, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var gone = 0;
        var batch = new List<Guid>();
        await foreach (var id in store.AllAsync(cancellationToken).Where(id => now - Made(id) > Patience))
        {
            batch.Add(id);
            if (batch.Count == BatchSize)
            {
                gone += await SweepAsync(db, store, batch, now, cancellationToken);
                batch.Clear();
            }
        }

        return gone + await SweepAsync(db, store, batch, now, cancellationToken);
    }

    private static async Task<int> SweepAsync(PortalDb db, PictureStore store, List<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kept = await db.Assets.Where(a => ids.Contains(a.Id) && !a.IsRemoved).Select(a => new { a.Id, a.FileHash, a.FileAt }).ToDictionaryAsync(a => a.Id, cancellationToken);
        var gone = 0;
        foreach (var id in ids)
        {
            if (!kept.TryGetValue(id, out var row))
            {
                await store.DeleteAsync(id, null, cancellationToken);
                gone++;
            }
            else if (row.FileAt is { } at && now - at > Patience)
            {
                await foreach (var hash in store.HashesAsync(id, cancellationToken).Where(h => h != row.FileHash))
                {
                    await store.DeleteAsync(id, hash, cancellationToken);
                    gone++;
                }
            }
        }

        return gone;
    }

    // The first twelve digits of the id are the moment when it was made.
    private static DateTimeOffset Made(Guid id) =>
        DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(id.ToString("N").AsSpan(0, 12), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
