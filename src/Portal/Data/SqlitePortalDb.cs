using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KhokNongNa.Portal.Data;

/// <summary>The embedded default: one file in the data folder.</summary>
public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options, JournalSignal signal, WriteGate gate) : PortalDb(options, signal)
{
    protected override string BinaryCollation => "BINARY";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite has no time type; as text it cannot be ordered across offsets.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MicrosecondsConverter>();
    }

    protected override async Task<IDisposable?> EnterGateAsync(CancellationToken cancellationToken) => await gate.EnterAsync(cancellationToken);

    // Microsoft.Data.Sqlite begins a transaction with BEGIN IMMEDIATE: the write lock is taken already.
    protected override Task TakeJournalLockAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // On SQLite the migrations lock is a row that a killed process leaves behind, and every later start would wait for it without
    // end. A lock of the operating system goes with its process: who holds that one may clear the row.
    protected override async Task MigrateAloneAsync(CancellationToken cancellationToken)
    {
        using var alone = await FileLock.TakeAsync(Path.GetFullPath(Database.GetDbConnection().DataSource) + ".migrating", cancellationToken);
        if (await Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken) > 0)
        {
            await Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken);
        }

        await base.MigrateAloneAsync(cancellationToken);
    }

    private sealed class MicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(
        at => JournalChain.Microseconds(at),
        stored => DateTimeOffset.UnixEpoch.AddMicroseconds(stored));
}
