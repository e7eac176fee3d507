using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Journal;

/// <param name="Rows">Rows that hold.</param>
/// <param name="Head">Hash of the last row that holds, lower-case hex. Kept somewhere else, it shows a chain that was rewritten whole.</param>
/// <param name="FirstBroken">Number of the first row that does not hold; <c>null</c> when all do.</param>
public sealed record JournalVerdict(long Rows, string Head, long? FirstBroken);

/// <summary>Walks the whole chain.</summary>
public static class JournalAudit
{
    public static async Task<JournalVerdict> VerifyAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var previous = JournalChain.Start;
        long rows = 0;
        await foreach (var row in db.Journal.AsNoTracking().OrderBy(h => h.Seq).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (row.Seq != rows + 1 || !row.Fits(previous))
            {
                return new(rows, Convert.ToHexStringLower(previous), rows + 1);
            }

            (previous, rows) = (row.Hash, row.Seq);
        }

        return new(rows, Convert.ToHexStringLower(previous), null);
    }
}
