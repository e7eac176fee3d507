using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Registers.Duplicates;

/// <summary>Keeps the keys of every sage's names.</summary>
public static class SageBlocks
{
    // A batch holds the journal lock; short ones let editors in between.
    private const int BatchSize = 200;

    /// <summary>Writes the keys of a sage's names. Call inside the transaction that wrote the name; the caller saves.</summary>
    internal static async Task KeepBlocksAsync(this PortalDb db, Sage sage, CancellationToken cancellationToken)
    {
        sage.KeepOtherNames();
        var wanted = ComparedSage.Of(sage).Blocks();
        var there = db.IsNew(sage) ? [] : await db.SageBlocks.Where(b => b.SageId == sage.Id).ToListAsync(cancellationToken);
        db.SageBlocks.RemoveRange(there.Where(b => !wanted.Contains(b.Block)));
        var known = there.Select(b => b.Block).Concat(db.SageBlocks.Local.Where(b => b.SageId == sage.Id).Select(b => b.Block)).ToHashSet();
        db.SageBlocks.AddRange(wanted.Where(b => !known.Contains(b)).Select(b => new SageBlock { SageId = sage.Id, Block = b }));
    }

    /// <summary>Writes the keys of sages that have none yet: those from before there were keys. Does nothing when there are no such.</summary>
    public static async Task<int> FillBlocksAsync(this PortalDb db, CancellationToken cancellationToken)
    {
        var bare = await db.Sages.Where(s => !db.SageBlocks.Any(b => b.SageId == s.Id)).Select(s => s.Id).ToListAsync(cancellationToken);
        foreach (var batch in bare.Chunk(BatchSize))
        {
            await db.InTransaction(
                async () =>
                {
                    foreach (var sage in await db.Sages.AsNoTracking().Where(s => batch.Contains(s.Id)).ToListAsync(cancellationToken))
                    {
                        await db.KeepBlocksAsync(sage, cancellationToken);
                        // Past the noun itself: nobody edited it, and the import goes by its version.
                        await db.Sages.Where(s => s.Id == sage.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.OtherNames, sage.OtherNames), cancellationToken);
                    }

                    await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken);
        }

        return bare.Count;
    }
}
