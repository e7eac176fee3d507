using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Journal;

/// <param name="Rows">Rows that hold.</param>
/// <param name="Head">Hash of the last row that holds, lower-case hex. Kept somewhere else, it shows a chain that was rewritten whole.</param>
/// <param name="FirstBroken">Number of the first row that does not hold or is missing; <c>null</c> when all do.</param>
/// <param name="AnchorAt">Number of the row that has the head which was asked for, 0 before the first; <c>null</c> when none has, or none was asked for.</param>
public sealed record JournalVerdict(long Rows, string Head, long? FirstBroken, long? AnchorAt = null);

/// <summary>A row, and whether it follows from the one before it.</summary>
/// <param name="Previous">Hash of the row before; <c>null</c> when that row is missing.</param>
public sealed record JournalLink(Happening Row, byte[]? Previous)
{
    public bool Fits => Previous is not null && Row.Fits(Previous);
}

/// <summary>Walks the chain, whole or at one row.</summary>
public static class JournalAudit
{
    /// <param name="anchor">
    /// A head that was noted elsewhere, lower-case hex. A chain whose end was cut off, or that was rewritten whole, holds in itself; only
    /// a head that it no longer has tells.
    /// </param>
    public static async Task<JournalVerdict> VerifyAsync(PortalDb db, CancellationToken cancellationToken, string? anchor = null)
    {
        var previous = JournalChain.Start;
        var wanted = anchor is null ? null : Convert.FromHexString(anchor);
        var anchorAt = wanted.AsSpan().SequenceEqual(previous) ? 0 : (long?)null;
        long rows = 0;
        await foreach (var row in db.Journal.AsNoTracking().OrderBy(h => h.Seq).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (row.Seq != rows + 1 || !row.Fits(previous))
            {
                return new(rows, Convert.ToHexStringLower(previous), rows + 1, anchorAt);
            }

            (previous, rows) = (row.Hash, row.Seq);
            if (wanted.AsSpan().SequenceEqual(previous))
            {
                anchorAt = rows;
            }
        }

        return new(rows, Convert.ToHexStringLower(previous), null, anchorAt);
    }

    /// <summary>Whether a text can be a head at all: 64 digits, hexadecimal.</summary>
    public static bool IsHead(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit);

    /// <summary>One row with what it hangs on; <c>null</c> when there is no such row.</summary>
    public static async Task<JournalLink?> LinkAsync(PortalDb db, long seq, CancellationToken cancellationToken)
    {
        var rows = await db.Journal.AsNoTracking().Where(h => h.Seq == seq || h.Seq == seq - 1).ToDictionaryAsync(h => h.Seq, cancellationToken);
        return rows.TryGetValue(seq, out var row) ? new(row, seq == 1 ? JournalChain.Start : rows.GetValueOrDefault(seq - 1)?.Hash) : null;
    }
}
