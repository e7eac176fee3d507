using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Portal.Data;

public static class DatabaseStartup
{
    /// <summary>Registers <see cref="PortalDb"/>: PostgreSQL when the connection string names a <c>Host</c>, SQLite otherwise.</summary>
    public static IServiceCollection AddPortalDb(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton<JournalSignal>();
        services.AddSingleton<WriteGate>();
        if (IsPostgres(connectionString))
        {
            services.AddDbContext<PostgresPortalDb>(o => o.UseNpgsql(connectionString));
            services.AddScoped<PortalDb>(s => s.GetRequiredService<PostgresPortalDb>());
        }
        else
        {
            services.AddDbContext<SqlitePortalDb>(o => o.UseSqlite(connectionString).AddInterceptors(new SqlitePragmas()));
            services.AddScoped<PortalDb>(s => s.GetRequiredService<SqlitePortalDb>());
        }

        return services;
    }

    public static bool IsPostgres(string connectionString) => connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}

/// <summary>For <c>dotnet ef migrations add X --context SqlitePortalDb -o Data/Migrations/Sqlite</c>; never connects.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqlitePortalDb>
{
    public SqlitePortalDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=:memory:").Options, new JournalSignal(), new WriteGate());
}

/// <summary>For <c>dotnet ef migrations add X --context PostgresPortalDb -o Data/Migrations/Postgres</c>; never connects.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresPortalDb>
{
    public PostgresPortalDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresPortalDb>().UseNpgsql("Host=design").Options, new JournalSignal());
}
