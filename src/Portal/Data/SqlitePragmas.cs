using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace KhokNongNa.Portal.Data;

/// <summary>
/// Sets up each connection. WAL lets readers read while one writes; FULL survives a power cut, which villages have; the busy
/// timeout covers a second process, such as an import beside the running server.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=30000; PRAGMA cache_size=-16000;";

    private static readonly object Done = new();

    // EF opens and closes for each query, and the pool hands the same connection out again with its settings: setting them anew was a
    // fifth of a page's work.
    private readonly ConditionalWeakTable<sqlite3, object> _set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (Command(connection) is not { } command)
        {
            return;
        }

        using (command)
        {
            command.ExecuteNonQuery();
        }

        Remember(connection);
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Command(connection) is not { } command)
        {
            return;
        }

        await using (command)
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        Remember(connection);
    }

    private DbCommand? Command(DbConnection connection)
    {
        if (_set.TryGetValue(((SqliteConnection)connection).Handle!, out _))
        {
            return null;
        }

        var command = connection.CreateCommand();
        // A database that came from a backup is in another mode, and EF's question whether there is one may not change that.
        command.CommandText = connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase)
            ? Pragmas
            : "PRAGMA journal_mode=WAL; " + Pragmas;
        return command;
    }

    private void Remember(DbConnection connection) => _set.TryAdd(((SqliteConnection)connection).Handle!, Done);
}
