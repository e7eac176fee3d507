using System.Text;
using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Databases;

/// <summary>Walks every table of the model, so that a table that comes later is asked too.</summary>
internal static class Tables
{
    /// <summary>Tables in which one of these texts stands, in whatever column.</summary>
    public static async Task<IReadOnlyList<string>> HoldingAsync(this TestPortal portal, params string[] texts)
    {
        var tables = await portal.Read(db => Task.FromResult(db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList()));
        var holding = new List<string>();
        foreach (var table in tables)
        {
            if (await portal.Read(db => HoldsAsync(db, table, texts)))
            {
                holding.Add(table);
            }
        }

        return holding;
    }

    private static async Task<bool> HoldsAsync(PortalDb db, string table, string[] texts)
    {
        var stop = TestContext.Current.CancellationToken;
        await db.Database.OpenConnectionAsync(stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of the model's own tables.
        command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (texts.Any(t => Text(reader.GetValue(i)).Contains(t, StringComparison.OrdinalIgnoreCase)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        Array array => string.Join('\n', array.Cast<object>()),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };
}
