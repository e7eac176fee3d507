using System.Diagnostics;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Programme;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Benchmarks;

/// <summary>How long the board of the whole country takes beside that of one province, and the board of a past moment over a long journal. Records are invented.</summary>
internal static class BoardSpeed
{
    private const int Plots = 60_000;
    private const int Sages = 40_000;
    private const int Batch = 10_000;
    private const int Repeats = 40;

    private static readonly DateTimeOffset Begin = new(2021, 7, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="content">Folder with <c>areas/areas.csv</c>.</param>
    /// <param name="rows">Journal rows altogether.</param>
    public static async Task RunAsync(string content, int rows, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("khoknongna-board-").FullName;
        await using var services = new ServiceCollection().AddLogging().AddPortalDb($"Data Source={Path.Combine(folder, "portal.db")}").BuildServiceProvider();
        string[] codes = [.. File.ReadLines(Path.Combine(content, "areas", "areas.csv")).Skip(1).Select(line => line.Split(',')[0])];
        var (country, province) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            await db.MigrateAsync(default);
            await IssueAsync(db, country, "", codes);
            await IssueAsync(db, province, "31", codes);
        }

        await FillAsync(services, [.. codes.Where(c => c.Length == 6)], rows);
        output.WriteLine(FormattableString.Invariant($"{codes.Count(c => c.Length == 4)} districts, {codes.Count(c => c.Length == 6)} tambons, {Plots:N0} plots, {Sages:N0} sages, {rows:N0} happenings"));
        using var live = new LiveBoard();
        output.WriteLine(FormattableString.Invariant($"first board after a start: {await TimeAsync(services, db => live.NowAsync(db, province, Begin.AddDays(9), default)):0} ms"));
        var one = await MedianAsync(services, db => live.NowAsync(db, province, Begin.AddDays(9), default));
        var all = await MedianAsync(services, db => live.NowAsync(db, country, Begin.AddDays(9), default));
        output.WriteLine(FormattableString.Invariant($"board as it stands, p50: a province {one:0.0} ms, the country {all:0.0} ms, ratio {all / one:0.0}"));
        var then = await TimeAsync(services, db => LiveBoard.AtAsync(db, country, Begin.AddSeconds(rows / 2), default));
        var last = await TimeAsync(services, db => LiveBoard.AtAsync(db, country, Begin.AddSeconds(rows), default));
        output.WriteLine(FormattableString.Invariant($"board of the country at a past moment: half way {then:0} ms, at the end {last:0} ms, {rows / last:0} happenings a ms"));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static Task IssueAsync(PortalDb db, Guid id, string area, string[] codes) => db.InTransaction(
        async () =>
        {
            var directive = Directive.Create(null, id);
            directive.Write(
                $"ว {area}",
                "เรื่อง",
                $"ว-{area}",
                new DateOnly(2021, 7, 1),
                area,
                new()
                {
                    To = [.. codes.Where(c => c.Length == 4 && c.StartsWith(area, StringComparison.Ordinal))],
                    Due = new DateOnly(2021, 7, 9),
                    Tasks = [new("c", "ศูนย์", TaskKind.Centres, 1, 25, Spread: true), new("s", "ปราชญ์", TaskKind.Sages), new("a", "แผน", TaskKind.Activities)],
                },
                Actor.System,
                Begin.AddDays(-1));
            db.Directives.Add(directive);
            await db.SaveChangesAsync();
        },
        default);

    private static async Task FillAsync(ServiceProvider services, string[] tambons, int rows)
    {
        var random = new Random(2564);
        Guid[] ids = [.. Enumerable.Range(0, Plots + Sages).Select(_ => Guid.CreateVersion7())];
        string[] areas = [.. ids.Select(_ => tambons[random.Next(tambons.Length)])];
        for (var from = 0; from < rows; from += Batch)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            await db.InTransaction(
                async () =>
                {
                    db.ChangeTracker.AutoDetectChangesEnabled = false;
                    for (var at = from; at < Math.Min(rows, from + Batch); at++)
                    {
                        db.Journal.Add(Row(at, random));
                    }

                    db.ChangeTracker.AutoDetectChangesEnabled = true;
                    await db.SaveChangesAsync();
                },
                default);
        }

        Happening Row(int at, Random random)
        {
            // First everything is entered, then the same records are worked on.
            var record = at < ids.Length ? at : random.Next(ids.Length);
            var isPlot = record < Plots;
            var (verb, more) = at < ids.Length ? ("written", isPlot ? "\"stage\":\"selected\"" : "\"state\":\"draft\",\"living\":true")
                : random.Next(3) == 0 ? ("checked", "\"revision\":1") : ("assessed", FormattableString.Invariant($"\"percent\":{random.Next(101)}"));
            return new()
            {
                Seq = at + 3,
                At = Begin.AddSeconds(at),
                ActorId = Guid.Empty,
                SubjectType = isPlot ? Subjects.Plot : Subjects.Sage,
                SubjectId = ids[record],
                Verb = verb,
                Data = $"{{\"area\":\"{areas[record]}\",{more}}}",
                Hash = new byte[32],
            };
        }
    }

    private static async Task<double> TimeAsync(ServiceProvider services, Func<PortalDb, Task<Board?>> ask)
    {
        await using var scope = services.CreateAsyncScope();
        var watch = Stopwatch.StartNew();
        _ = await ask(scope.ServiceProvider.GetRequiredService<PortalDb>()) ?? throw new InvalidOperationException("no board");
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<double> MedianAsync(ServiceProvider services, Func<PortalDb, Task<Board?>> ask)
    {
        var times = new List<double>();
        for (var i = 0; i < Repeats; i++)
        {
            times.Add(await TimeAsync(services, ask));
        }

        return times.Order().ElementAt(Repeats / 2);
    }
}
