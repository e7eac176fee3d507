using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KhokNongNa.Portal.Data;

/// <summary>
/// Sets up each connection. WAL lets readers read while one writes; FULL survives a power cut, which villages have; the busy
/// timeout covers a second process, such as an import beside the running server.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=30000; PRAGMA cache_size=-16000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = For(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = For(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // A database that came from a backup is in another mode, and EF's question whether there is one may not change that.
    private static string For(DbConnection connection) =>
        connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase) ? Pragmas : "PRAGMA journal_mode=WAL; " + Pragmas;
}
