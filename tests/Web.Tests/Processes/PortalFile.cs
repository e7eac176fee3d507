using Microsoft.Data.Sqlite;

namespace KhokNongNa.Web.Tests.Processes;

/// <summary>Looks into a portal's SQLite file past the portal.</summary>
internal static class PortalFile
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<T> ReadAsync<T>(string dataFolder, string sql) => OnAsync(dataFolder, sql, async command => (T)(await command.ExecuteScalarAsync(Stop))!);

    public static Task WriteAsync(string dataFolder, string sql) => OnAsync(dataFolder, sql, command => command.ExecuteNonQueryAsync(Stop));

    public static Task<long> JournalHeadAsync(string dataFolder) => ReadAsync<long>(dataFolder, "SELECT coalesce(max(Seq), 0) FROM Journal");

    private static async Task<T> OnAsync<T>(string dataFolder, string sql, Func<SqliteCommand, Task<T>> run)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(dataFolder, "portal.db")};Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own sentences.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await run(command);
    }
}
