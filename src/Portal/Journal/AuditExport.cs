using System.Runtime.CompilerServices;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Journal;

/// <summary>What an export holds. The rows were there before it was recorded, so the record of it is not among them.</summary>
/// <param name="From">Number of the first row; 0 when there is none.</param>
/// <param name="IsCut">Whether older rows were left out.</param>
public sealed record AuditExtent(long From, long To, int Rows, bool IsCut);

/// <summary>Taking journal rows out of the portal, which is recorded itself.</summary>
public static class AuditExport
{
    private const int BatchSize = 500;

    /// <summary>Finds what a filter lets through, the newest when there are more than <paramref name="most"/>, and records that it is taken.</summary>
    /// <exception cref="PortalException">The actor does not run the portal.</exception>
    public static async Task<AuditExtent> BeginExportAsync(
        this PortalDb db, AuditFilter filter, int most, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!by.May(Permission.Administer, ""))
        {
            throw new PortalException("audit.forbidden", "เฉพาะผู้ดูแลระบบจึงส่งออกบันทึกได้");
        }

        // Rows never change, so this may be counted before the journal is locked for the record.
        var rows = await db.JournalForAsync(by, filter, cancellationToken);
        var newest = rows.OrderByDescending(h => h.Seq).Select(h => h.Seq);
        var cut = await newest.Skip(most).AnyAsync(cancellationToken);
        var found = await newest.Take(most).GroupBy(seq => 1).Select(g => new { From = g.Min(), To = g.Max(), Rows = g.Count() }).SingleOrDefaultAsync(cancellationToken);
        var extent = new AuditExtent(found?.From ?? 0, found?.To ?? 0, found?.Rows ?? 0, cut);
        await db.InTransaction(
            async () =>
            {
                db.Note(Verbs.AuditExported, by, now, ("from", extent.From), ("to", extent.To), ("rows", extent.Rows));
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return extent;
    }

    /// <summary>The rows of an export in batches, oldest first, so that the chain can be followed.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<AuditRow>> ExportedAsync(
        this PortalDb db, AuditFilter filter, AuditExtent extent, Actor by, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = await db.JournalForAsync(by, filter, cancellationToken);
        for (var next = extent.From; extent.Rows > 0 && next <= extent.To;)
        {
            var from = next;
            var batch = await rows.Where(h => h.Seq >= from && h.Seq <= extent.To).OrderBy(h => h.Seq).Take(BatchSize).ToListAsync(cancellationToken);
            if (batch.Count == 0)
            {
                yield break;
            }

            yield return batch.ConvertAll(h => new AuditRow(h));
            next = batch[^1].Seq + 1;
        }
    }
}
