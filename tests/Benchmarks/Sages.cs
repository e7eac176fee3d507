using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Benchmarks;

/// <summary>
/// The queries of a page of the directory of sages, over 500 and over 50,000 who do not exist, in 23 districts of a fresh SQLite portal: counts and cards, as
/// the page asks them. Counts over everybody are kept between pages until something happens, so they stand by themselves.
/// </summary>
internal static class Sages
{
    private const int Districts = 23;
    private const int Tambons = 8;
    private const int Roots = 16;
    private const int Below = 4;

    public static Task RunAsync(TextWriter output) => Scales.RunAsync("sages", FillAsync, AskAsync, output);

    private static async Task AskAsync(Scales.Portal portal)
    {
        var everybody = await portal.OnAsync(db => db.SagePlacesAsync(new SageFilter(), default));
        var random = new Random(2564);
        var places = Enumerable.Range(0, 20).Select(_ => Tambon(random.Next(Districts * Tambons))).ToArray();
        await portal.PrintAsync("page of everybody", db => db.SagePageAsync(new SageFilter(), null, everybody, random.Next(1, 5), default));
        await portal.PrintAsync("near", async db => await db.SagePageAsync(new SageFilter(), await db.NeighbourhoodAsync(places[random.Next(20)], default), everybody, 1, default));
        await portal.PrintAsync("topic", db => PageAsync(db, everybody, new SageFilter(Leaf(random))));
        await portal.PrintAsync("topic of the first level", db => PageAsync(db, everybody, new SageFilter(Root(random))));
        await portal.PrintAsync("topic × area", db => PageAsync(db, everybody, new SageFilter(Leaf(random), places[random.Next(20)][..4])));
        await portal.PrintAsync("area", db => PageAsync(db, everybody, new SageFilter(Area: places[random.Next(20)][..4])));
        await portal.PrintAsync("topic × area × can × language", db => PageAsync(db, everybody, new SageFilter(Leaf(random), places[random.Next(20)][..4], Ability.Lead, Language.Khmer)));
        await portal.PrintAsync("kept counts, made anew", async db =>
        {
            _ = await db.SageTopicsAsync(new SageFilter(), default);
            _ = await db.SagePlacesAsync(new SageFilter(), default);
            return await db.SageSkillsAsync(new SageFilter(), default);
        });
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

    private static async Task FillAsync(PortalDb db, int count)
    {
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
}
