using KhokNongNa.Portal.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Web.Tests.Support;

/// <summary>The real portal in this process, on a real port, with a data folder of its own and the repository's content.</summary>
public class Portal : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("khoknongna-").FullName;
    private readonly Factory _factory;
    private IReadOnlyDictionary<string, Answer>? _site;

    public Portal()
        : this("Development")
    {
    }

    // Tests ask faster than a village.
    protected Portal(string environment, params (string Key, string Value)[] settings) =>
        _factory = new Factory(environment, clock: null, [("Portal:DataFolder", _data), ("Portal:Rate", "100000"), .. settings]);

    /// <param name="clock">In the place of the portal's own.</param>
    protected Portal(TimeProvider clock, params (string Key, string Value)[] settings) =>
        _factory = new Factory("Development", clock, [("Portal:DataFolder", _data), ("Portal:Rate", "100000"), .. settings]);

    public IServiceProvider Services => _factory.Services;

    public Uri Address { get; private set; } = null!;

    /// <summary>Folder of this portal's database, index, media and keys.</summary>
    public string DataFolder => _data;

    /// <summary>The repository that the tests were built from.</summary>
    public static string Repository => Processes.Repository.Path;

    public async ValueTask InitializeAsync()
    {
        await Task.Run(_factory.StartServer);
        Address = _factory.ClientOptions.BaseAddress;
        using var visitor = Visitor();
        await Until.Async(async () => (await visitor.GetAsync("/health")).Status == 200, "the portal is ready");
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody who is not signed in.</summary>
    public Visitor Visitor() => new(Address);

    /// <summary>A browser in which a seeded member has signed in.</summary>
    public async Task<Visitor> MemberAsync(string name)
    {
        var visitor = Visitor();
        var page = await visitor.GetAsync("/sign-in/development");
        var signedIn = await visitor.PressAsync(page, name);
        Assert.Equal((200, "/studio"), (signedIn.Status, signedIn.Path));
        return visitor;
    }

    /// <summary>Asks the database.</summary>
    public async Task<T> AskAsync<T>(Func<PortalDb, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    /// <summary>Every page that links lead to from the first one, by path; search is left to its own tests. Walked once.</summary>
    public async Task<IReadOnlyDictionary<string, Answer>> SiteAsync() => _site ??= await Walk.SiteAsync(this);

    public Task<Guid> MemberIdAsync(string name) => AskAsync(db => db.Members.Where(m => m.Name.StartsWith(name)).Select(m => m.Id).SingleAsync());

    private sealed class Factory : WebApplicationFactory<Program>
    {
        private readonly string _environment;
        private readonly TimeProvider? _clock;
        private readonly (string Key, string Value)[] _settings;

        public Factory(string environment, TimeProvider? clock, (string Key, string Value)[] settings)
        {
            (_environment, _clock, _settings) = (environment, clock, settings);
            UseKestrel(0);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(_environment);
            foreach (var (key, value) in _settings)
            {
                builder.UseSetting(key, value);
            }

            if (_clock is { } clock)
            {
                builder.ConfigureServices(services => services.AddSingleton(clock));
            }
        }
    }
}
