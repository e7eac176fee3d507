using System.Diagnostics;
using System.Globalization;
using KhokNongNa.Portal.Data;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Benchmarks;

/// <summary>The same questions to a fresh SQLite portal with 500 of something and to one with 50,000.</summary>
internal static class Scales
{
    private const int Rounds = 200;

    /// <param name="fill">Writes so many into an empty portal.</param>
    /// <param name="ask">Asks by <see cref="Portal.PrintAsync"/>.</param>
    public static async Task RunAsync(string what, Func<PortalDb, int, Task> fill, Func<Portal, Task> ask, TextWriter output)
    {
        var few = await MeasureAsync(what, 500, fill, ask, output);
        var many = await MeasureAsync(what, 50_000, fill, ask, output);
        foreach (var (name, (p50, p99)) in many)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34} 50,000 : 500   p50 {p50 / few[name].P50:F1}×   p99 {p99 / few[name].P99:F1}×"));
        }
    }

    private static async Task<IReadOnlyDictionary<string, (double P50, double P99)>> MeasureAsync(string what, int count, Func<PortalDb, int, Task> fill, Func<Portal, Task> ask, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("scales-");
        await using var services = new ServiceCollection().AddLogging().AddPortalDb($"Data Source={Path.Combine(folder.FullName, "portal.db")}").BuildServiceProvider();
        try
        {
            var portal = new Portal(services, output);
            var start = Stopwatch.GetTimestamp();
            await portal.OnAsync(async db =>
            {
                await db.MigrateAsync(default);
                await fill(db, count);
                return true;
            });
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} {what} written in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s"));
            await ask(portal);
            return portal.Times;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    public sealed class Portal(ServiceProvider services, TextWriter output)
    {
        private readonly Dictionary<string, (double P50, double P99)> _times = [];

        public IReadOnlyDictionary<string, (double P50, double P99)> Times => _times;

        public async Task<T> OnAsync<T>(Func<PortalDb, Task<T>> ask)
        {
            await using var scope = services.CreateAsyncScope();
            return await ask(scope.ServiceProvider.GetRequiredService<PortalDb>());
        }

        public async Task PrintAsync<T>(string name, Func<PortalDb, Task<T>> ask)
        {
            var taken = new List<double>();
            for (var i = 0; i < Rounds + 20; i++)
            {
                var (from, _) = (Stopwatch.GetTimestamp(), await OnAsync(ask));
                taken.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }

            // The first ones compile.
            taken = [.. taken.Skip(20).Order()];
            _times[name] = (taken[Rounds / 2], taken[Rounds * 99 / 100]);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-34} p50 {taken[Rounds / 2],7:F2} ms   p99 {taken[Rounds * 99 / 100],7:F2} ms"));
        }
    }
}
