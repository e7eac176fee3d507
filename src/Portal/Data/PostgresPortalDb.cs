using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Data;

/// <summary>For a province that already runs PostgreSQL, or that wants several nodes.</summary>
public sealed class PostgresPortalDb(DbContextOptions<PostgresPortalDb> options, JournalSignal signal) : PortalDb(options, signal)
{
    private const long JournalLock = 0x6B6F6B;

    protected override string BinaryCollation => "C";

    protected override Task TakeJournalLockAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({JournalLock})", cancellationToken);
}
