using System.Diagnostics;
using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Benchmarks;

/// <summary>
/// The queries of a page of the directory of sages, over 500 and over 50,000 who do not exist, in 23 districts of a fresh SQLite portal: counts and cards, as
/// the page asks them. Counts over everybody are kept between pages until something happens, so they stand by themselves.
/// </summary>
internal static class Sages
{
    private const int Rounds = 200;
    private const int Districts = 23;
    private const int Tambons = 8;
    private const int Roots = 16;
    private const int Below = 4;

    public static async Task RunAsync(TextWriter output)
    {
        var few = await MeasureAsync(500, output);
        var many = await MeasureAsync(50_000, output);
        foreach (var (name, (p50, p99)) in many)
        {
            Write(output, $"{name,-34} 50,000 : 500   p50 {p50 / few[name].P50:F1}×   p99 {p99 / few[name].P99:F1}×");
        }
    }

    private static async Task<Dictionary<string, (double P50, double P99)>> MeasureAsync(int count, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("sages-");
        await using var services = new ServiceCollection().AddLogging().AddPortalDb($"Data Source={Path.Combine(folder.FullName, "portal.db")}").BuildServiceProvider();
        try
        {
            var start = Stopwatch.GetTimestamp();
            await OnAsync(db => FillAsync(db, count));
            Write(output, $"{count} sages written in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s");
            var everybody = await OnAsync(db => db.SagePlacesAsync(new SageFilter(), default));
            var (times, random) = (new Dictionary<string, (double, double)>(), new Random(2564));
            var places = Enumerable.Range(0, 20).Select(_ => Tambon(random.Next(Districts * Tambons))).ToArray();
            await PrintAsync("page of everybody", db => db.SagePageAsync(new SageFilter(), null, everybody, random.Next(1, 5), default));
            await PrintAsync("near", async db => await db.SagePageAsync(new SageFilter(), await db.NeighbourhoodAsync(places[random.Next(20)], default), everybody, 1, default));
            await PrintAsync("topic", db => PageAsync(db, everybody, new SageFilter(Leaf(random))));
            await PrintAsync("topic of the first level", db => PageAsync(db, everybody, new SageFilter(Root(random))));
            await PrintAsync("topic × area", db => PageAsync(db, everybody, new SageFilter(Leaf(random), places[random.Next(20)][..4])));
            await PrintAsync("area", db => PageAsync(db, everybody, new SageFilter(Area: places[random.Next(20)][..4])));
            await PrintAsync("topic × area × can × language", db => PageAsync(db, everybody, new SageFilter(Leaf(random), places[random.Next(20)][..4], Ability.Lead, Language.Khmer)));
            await PrintAsync("kept counts, made anew", async db =>
            {
                _ = await db.SageTopicsAsync(new SageFilter(), default);
                _ = await db.SagePlacesAsync(new SageFilter(), default);
                return await db.SageSkillsAsync(new SageFilter(), default);
            });
            return times;

            async Task PrintAsync<T>(string name, Func<PortalDb, Task<T>> ask)
            {
                var taken = new List<double>();
                for (var i = 0; i < Rounds + 20; i++)
                {
                    var (from, _) = (Stopwatch.GetTimestamp(), await OnAsync(ask));
                    taken.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                }

                // The first ones compile.
                taken = [.. taken.Skip(20).Order()];
                times[name] = (taken[Rounds / 2], taken[Rounds * 99 / 100]);
                Write(output, $"  {name,-34} p50 {taken[Rounds / 2],7:F2} ms   p99 {taken[Rounds * 99 / 100],7:F2} ms");
            }
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }

        async Task<T> OnAsync<T>(Func<PortalDb, Task<T>> ask)
        {
            await using var scope = services.CreateAsyncScope();
            return await ask(scope.ServiceProvider.GetRequiredService<PortalDb>());
        }
    }

    // As the page does: counts that nearly everybody is in are kept, the others are asked.
    private static async Task<Paged<SageGroup>> PageAsync(PortalDb db, SagePlaces everybody, SageFilter filter)
    {
        if (filter.Area.Length > 0)
        {
            _ = await db.SageTopicsAsync(filter with { Topic = "" }, default);
        }

        _ = await db.SageSkillsAsync(filter, default);
        return await db.SagePageAsync(filter, null, filter.Topic.Length > 0 ? await db.SagePlacesAsync(filter, default) : everybody, 1, default);
    }

    private static async Task<bool> FillAsync(PortalDb db, int count)
    {
        await db.MigrateAsync(default);
        var random = new Random(count);
        await db.InTransaction(
            async () =>
            {
                db.Areas.Add(Area.Create("31", "บุรีรัมย์", "", "", null, null));
                db.Areas.AddRange(Enumerable.Range(1, Districts).Select(d => Area.Create($"31{d:00}", $"อำเภอ{d}", "", "", null, null)));
                db.Areas.AddRange(Enumerable.Range(0, Districts * Tambons).Select(t => Area.Create(Tambon(t), $"ตำบล{t}", "", "", 14.5 + (t / 14 * .05), 102.5 + (t % 14 * .05))));
                foreach (var (key, parent) in Enumerable.Range(0, Roots).SelectMany(r => Enumerable.Range(0, Below).Select(b => ($"t{r}-{b}", $"t{r}")).Prepend(($"t{r}", ""))))
                {
                    var topic = Topic.Create(key);
                    topic.Write(new TermText { Title = key, Parent = parent }, Actor.System, DateTimeOffset.UnixEpoch);
                    db.Topics.Add(topic);
                }

                await db.SaveChangesAsync();
            },
            default);
        foreach (var batch in Enumerable.Range(0, count).Chunk(200))
        {
            await db.InTransaction(
                async () =>
                {
                    foreach (var number in batch)
                    {
                        var sage = Sage.Create($"s{number}", null);
                        db.Sages.Add(sage);
                        db.RecordRevisions.Add(sage.Write(Record(random), "", Actor.System, DateTimeOffset.UnixEpoch, CheckState.Accepted));
                        db.Consents.Add(sage.Consent(new ConsentGift(ConsentPurpose.Profile, new DateOnly(2021, 7, 8), ConsentMethod.Paper), Actor.System, DateTimeOffset.UnixEpoch));
                        sage.Publish(mayBeShown: true, Actor.System, DateTimeOffset.UnixEpoch);
                    }

                    await db.SaveChangesAsync();
                },
                default);
        }

        return true;
    }

    private static SageRecord Record(Random random)
    {
        var name = $"{Word(random)} {Word(random)}";
        return new(
            name,
            Tambon(random.Next(Districts * Tambons)),
            new()
            {
                GivenName = name.Split(' ')[0],
                FamilyName = name.Split(' ')[1],
                Deceased = random.Next(30) == 0,
                Expertise = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new Expertise(Leaf(random), "ทำมานาน", 20, [.. Enum.GetValues<Ability>().Where(_ => random.Next(2) == 0)]))],
                Languages = [.. Enum.GetValues<Language>().Where(_ => random.Next(3) == 0)],
                Synthetic = true,
            },
            new());
    }

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, 4).Select(_ => $"{(char)('ก' + random.Next(40))}{"าเะุ"[random.Next(4)]}"));

    private static string Tambon(int number) => string.Create(CultureInfo.InvariantCulture, $"31{(number % Districts) + 1:00}{(number / Districts) + 1:00}");

    private static string Leaf(Random random) => $"{Root(random)}-{random.Next(Below)}";

    private static string Root(Random random) => string.Create(CultureInfo.InvariantCulture, $"t{random.Next(Roots)}");

    private static void Write(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
