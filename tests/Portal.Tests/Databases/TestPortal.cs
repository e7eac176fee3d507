using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge.Exchange;
using KhokNongNa.Portal.Notifications;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Portal.Tests.Databases;

/// <summary>The rules of the portal over one database, registered as a node registers them. No follower runs unless a test starts it.</summary>
public sealed class TestPortal(string connectionString, string folder, Func<Task> drop) : IAsyncDisposable
{
    private readonly ServiceProvider _services = Register(connectionString, folder, new TestClock());

    /// <summary>Of this portal alone; goes with it.</summary>
    public string Folder => folder;

    public string ConnectionString => connectionString;

    public TestClock Clock => (TestClock)Get<TimeProvider>();

    /// <summary>Another node on the same database: its own signal, index and clock.</summary>
    public ServiceProvider OtherNode(string name) => Register(connectionString, Path.Combine(folder, name), Clock);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<T> Read<T>(Func<PortalDb, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    public Task Run(Func<PortalDb, Task> work) => Read(async db =>
    {
        await work(db);
        return true;
    });

    /// <summary>One writing transaction in a context of its own; what <paramref name="work"/> added is saved at its end.</summary>
    public Task Write(Func<PortalDb, Task> work) => Run(db => db.InTransaction(
        async () =>
        {
            await work(db);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        },
        TestContext.Current.CancellationToken));

    public Task Write(Action<PortalDb> work) => Write(db =>
    {
        work(db);
        return Task.CompletedTask;
    });

    public async Task<ImportReport> Import(string from, bool withNetwork = true)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ContentImporter>().ImportAsync(from, withNetwork, TestContext.Current.CancellationToken);
    }

    public async Task<int> Export(string to)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ContentExporter>().ExportAsync(to, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await drop();
        Directory.Delete(folder, recursive: true);
    }

    private static ServiceProvider Register(string connectionString, string folder, TestClock clock) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(clock)
        .AddPortalDb(connectionString)
        .AddScoped<ContentImporter>()
        .AddScoped<ContentExporter>()
        .AddSearching(Path.Combine(folder, "index"))
        .AddSingleton<LiveBoard>()
        .AddOnceFollower<NoticeFollower>()
        .BuildServiceProvider(validateScopes: true);
}
