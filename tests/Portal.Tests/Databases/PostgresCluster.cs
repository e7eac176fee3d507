using System.Diagnostics;
using Npgsql;

namespace KhokNongNa.Portal.Tests.Databases;

/// <summary>
/// A throw-away PostgreSQL server: an empty cluster in a temporary folder, reached through a socket there. A shell keeps it and waits
/// for the end of its input, so the server stops and the folder goes even when the process that started it is killed.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";

    // Another collation than the "C" that stored sort keys ask for, so that a test notices when one does not ask.
    private const string Script = $$"""
        trap '' INT HUP TERM
        folder=$(mktemp -d /tmp/khoknongna-pg.XXXXXX) || exit 1
        {{Binaries}}/initdb --no-sync --auth=trust --username=postgres --encoding=UTF8 --locale=C.UTF-8 \
          --locale-provider=icu --icu-locale=en-US -D "$folder/data" >"$folder/initdb" 2>&1 || { cat "$folder/initdb" >&2; rm -rf "$folder"; exit 1; }
        {{Binaries}}/pg_ctl -D "$folder/data" -l "$folder/log" -w -t 60 start -o "-k $folder -c listen_addresses='' -c fsync=off \
          -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=64MB" >/dev/null 2>&1 \
          || { cat "$folder/log" >&2; rm -rf "$folder"; exit 1; }
        echo "$folder"
        cat >/dev/null
        {{Binaries}}/pg_ctl -D "$folder/data" -m immediate stop >/dev/null 2>&1
        rm -rf "$folder"
        """;

    private readonly Process _keeper;
    private readonly string _folder;

    private PostgresCluster(Process keeper, string folder) => (_keeper, _folder) = (keeper, folder);

    /// <exception cref="InvalidOperationException">There is no PostgreSQL here, or it does not start; the message says why.</exception>
    public static async Task<PostgresCluster> StartAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists($"{Binaries}/initdb"))
        {
            throw new InvalidOperationException($"PostgreSQL was asked for, but {Binaries}/initdb is not there: apt-get install postgresql-15");
        }

        // The server refuses to run as root.
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", "sh", "-c", Script] : ["sh", "-c", Script];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        var keeper = Process.Start(start)!;
        var folder = await keeper.StandardOutput.ReadLineAsync(cancellationToken);
        if (folder is null)
        {
            var why = await keeper.StandardError.ReadToEndAsync(cancellationToken);
            keeper.Dispose();
            throw new InvalidOperationException($"PostgreSQL was asked for, but does not start: {why}");
        }

        return new(keeper, folder);
    }

    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder { Host = _folder, Username = "postgres", Database = database, MaxPoolSize = 30, IncludeErrorDetail = true }.ConnectionString;

    /// <param name="template">A database to copy, to which nobody is connected.</param>
    public Task CreateAsync(string database, string template, CancellationToken cancellationToken) =>
        ExecuteAsync($"CREATE DATABASE \"{database}\" TEMPLATE \"{template}\" STRATEGY FILE_COPY", cancellationToken);

    public async Task DropAsync(string database, CancellationToken cancellationToken)
    {
        await using (var connection = new NpgsqlConnection(ConnectionString(database)))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await ExecuteAsync($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)", cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        _keeper.StandardInput.Close();
        await _keeper.WaitForExitAsync();
        _keeper.Dispose();
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
