using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(TestDatabases))]

namespace KhokNongNa.Portal.Tests.Databases;

/// <summary>Gives each test an empty database of the kind that TEST_DATABASE names: migrated once through the real registration, then copied.</summary>
public sealed class TestDatabases : IAsyncLifetime
{
    private const string Template = "template";

    private readonly string _folder = Directory.CreateTempSubdirectory("khoknongna-tests-").FullName;
    private PostgresCluster? _cluster;
    private int _number;

    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("TEST_DATABASE") switch
    {
        null or "" or "sqlite" => false,
        "postgres" => true,
        var other => throw new InvalidOperationException($"TEST_DATABASE is «{other}»; it may be sqlite or postgres."),
    };

    public async ValueTask InitializeAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        if (IsPostgres)
        {
            _cluster = await PostgresCluster.StartAsync(stop);
            await _cluster.CreateAsync(Template, "template0", stop);
            await MigrateAsync(_cluster.ConnectionString(Template) + ";Pooling=false");
        }
        else
        {
            await MigrateAsync($"Data Source={Path.Combine(_folder, Template)};Pooling=false");
        }
    }

    public async Task<TestPortal> NewPortalAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        var name = $"test{Interlocked.Increment(ref _number)}";
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        if (_cluster is { } cluster)
        {
            await cluster.CreateAsync(name, Template, stop);
            // The cluster is thrown away whole; what a test leaves only takes room until then.
            return new(cluster.ConnectionString(name), folder, () => cluster.DropAsync(name, CancellationToken.None));
        }

        var file = Path.Combine(folder, "portal.db");
        File.Copy(Path.Combine(_folder, Template), file);
        var connection = $"Data Source={file}";
        return new(connection, folder, () =>
        {
            using var pool = new SqliteConnection(connection);
            SqliteConnection.ClearPool(pool);
            return Task.CompletedTask;
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static async Task MigrateAsync(string connectionString)
    {
        await using var services = new ServiceCollection().AddLogging().AddPortalDb(connectionString).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.MigrateAsync(TestContext.Current.CancellationToken);
    }
}
