using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;

namespace KhokNongNa.Benchmarks;

/// <summary>The Studio's list of texts, its filters and its reports, as an officer of the province and one of a district ask them.</summary>
internal static class Texts
{
    private const int Districts = 23;

    private static readonly Actor Province = new(Guid.CreateVersion7(), [.. Roles.Permissions(Role.ProvinceOfficer).Select(p => new Grant(p, "31"))]);

    private static readonly Actor District = new(Guid.CreateVersion7(), [.. Roles.Permissions(Role.DistrictHead).Select(p => new Grant(p, "3104"))]);

    public static Task RunAsync(TextWriter output) => Scales.RunAsync("texts", FillAsync, AskAsync, output);

    private static async Task AskAsync(Scales.Portal portal)
    {
        var random = new Random(2564);
        await portal.PrintAsync("first page, province", db => db.FindAsync(Province, new(), default));
        await portal.PrintAsync("some page, province", db => db.FindAsync(Province, new(Page: random.Next(1, 1_000)), default));
        await portal.PrintAsync("first page, district", db => db.FindAsync(District, new(), default));
        await portal.PrintAsync("in review, district", db => db.FindAsync(District, new(State: EntryState.InReview), default));
        await portal.PrintAsync("part of a title, province", db => db.FindAsync(Province, new(Text: $"เรื่อง {random.Next(100)}"), default));
        await portal.PrintAsync("stale, province", db => db.FindAsync(Province, new(StaleAt: DateTimeOffset.UnixEpoch.AddYears(2)), default));
        await portal.PrintAsync("broken links, district", db => db.BrokenLinksAsync(District, default));
    }

    private static async Task FillAsync(PortalDb db, int count)
    {
        var random = new Random(count);
        foreach (var batch in Enumerable.Range(0, count).Chunk(200))
        {
            await db.InTransaction(
                async () =>
                {
                    foreach (var number in batch)
                    {
                        var content = new EntryContent { Title = string.Create(CultureInfo.InvariantCulture, $"เรื่อง {number}"), Body = $"[ต่อ](/articles/เรื่อง-{random.Next(count * 2)})" };
                        var at = DateTimeOffset.UnixEpoch.AddMinutes(number % 500_000);
                        var entry = Entry.Draft(EntryType.Article, null, string.Create(CultureInfo.InvariantCulture, $"31{random.Next(Districts) + 1:00}"), content, Actor.System, at);
                        db.Entries.Add(entry);
                        if (random.Next(5) == 0)
                        {
                            entry.Submit(Actor.System, at);
                        }
                        else
                        {
                            await db.PublishAsync(entry, content, Actor.System, at, default);
                        }
                    }

                    await db.SaveChangesAsync();
                },
                default);
        }
    }
}
