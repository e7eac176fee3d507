using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Tests.Databases;

namespace KhokNongNa.Portal.Tests.Knowledge;

public sealed class PagePlacingTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task A_page_goes_up_and_down_among_those_beside_it_and_only_what_changed_places_is_written()
    {
        await SeedAsync("ก", "ข", "ค");

        await StepAsync("ค", isUp: true);
        Assert.Equal(["ก", "ค", "ข"], await FooterAsync());
        Assert.Equal(["entry placed", "entry placed"], (await VerbsInJournal()).TakeLast(2));
        Assert.Equal(1, (await PageAsync("ก")).Version);
        await StepAsync("ก", isUp: false);
        Assert.Equal(["ค", "ก", "ข"], await FooterAsync());
        var written = (await Journal()).Count;
        await StepAsync("ข", isUp: false);
        Assert.Equal(written, (await Journal()).Count);
    }

    [Fact]
    public async Task Where_all_stand_at_the_same_number_they_are_counted_once()
    {
        foreach (var title in (string[])["ก", "ข", "ค"])
        {
            await Portal.PublishAsync(Samples.Article(title), EntryType.Page, "31");
        }

        await StepAsync("ก", isUp: false);
        Assert.Equal(["ข", "ก", "ค"], await FooterAsync());
    }

    [Fact]
    public async Task Readers_see_what_stands_above_and_below_and_find_it_at_the_same_address()
    {
        await SeedAsync("ก", "ข", "ค");
        await PutAsync("ค", "ก");
        await PutAsync("ข", "ค");

        Assert.Equal(["ก"], await FooterAsync());
        var middle = (await Portal.Read(db => db.EntryAsync(EntryType.Page, "ค", Stop)))!;
        Assert.Equal(["ก"], middle.Above.Select(l => l.Title));
        Assert.Equal(["ข"], middle.Below.Select(l => l.Title));
        var lowest = (await Portal.Read(db => db.EntryAsync(EntryType.Page, "ข", Stop)))!;
        Assert.Equal([new Link("ก", "/pages/ก"), new Link("ค", "/pages/ค")], lowest.Above);
        Assert.Equal((1, 1), (lowest.Version, (await PageAsync("ข")).LatestNumber));
    }

    [Fact]
    public async Task There_are_four_levels_and_no_circles()
    {
        await SeedAsync("ก", "ข", "ค", "ง", "จ");
        await PutAsync("ข", "ก");
        await PutAsync("ค", "ข");
        await PutAsync("ง", "ค");

        Assert.Equal("page.levels", await Refused(() => PutAsync("จ", "ง")));
        Assert.Equal("page.circle", await Refused(() => PutAsync("ก", "ง")));
        Assert.Equal("page.circle", await Refused(() => PutAsync("ก", "ก")));
        Assert.Equal("page.levels", await Refused(() => PutAsync("ก", "จ")));
        await PutAsync("ค", null);
        await PutAsync("ก", "จ");
        Assert.Equal(["จ", "ค"], await FooterAsync());
    }

    [Fact]
    public async Task Of_two_moves_at_once_that_would_make_a_circle_one_is_refused()
    {
        await SeedAsync("ก", "ข");
        var (one, other) = (await PageAsync("ก"), await PageAsync("ข"));

        var moves = new[] { (one, other), (other, one) }.Select(async pair =>
        {
            try
            {
                await Portal.Run(db => db.PutPageAsync(pair.Item1.Id, pair.Item1.Version, pair.Item2.Id, People.FromProvince, Now, Stop));
                return "";
            }
            catch (PortalException refusal)
            {
                return refusal.Code;
            }
        });

        Assert.Equal(["", "page.circle"], (await Task.WhenAll(moves)).Order(StringComparer.Ordinal));
        Assert.Single(await FooterAsync());
    }

    [Fact]
    public async Task A_page_that_somebody_moved_meanwhile_is_not_moved_again()
    {
        await SeedAsync("ก", "ข", "ค");
        var seen = await PageAsync("ข");
        await StepAsync("ก", isUp: false);

        Assert.Equal("page.newer", await Refused(() => Portal.Run(db => db.StepPageAsync(seen.Id, seen.Version, false, People.FromProvince, Now, Stop))));
        Assert.Equal(["ข", "ก", "ค"], await FooterAsync());
    }

    [Fact]
    public async Task A_page_under_one_that_is_archived_or_thrown_away_stands_at_the_top_until_that_returns()
    {
        await SeedAsync("ก", "ข");
        await PutAsync("ข", "ก");
        var above = await PageAsync("ก");
        var officer = People.FromProvince;

        await Portal.ActAsync(above.Id, officer, (entry, now) => entry.Archive(officer, now));
        Assert.Equal(["ข"], await FooterAsync());
        Assert.True((await TreeAsync()).Single(r => r.Entry.Title == "ข").StandsAlone);
        await Portal.Run(db => db.ThrowAsync(above.Id, officer, Now, Stop));
        Assert.Equal((1, null), (await TreeAsync()).Select(r => (r.Level, r.Parent)).Single());
        Assert.Empty((await Portal.Read(db => db.EntryAsync(EntryType.Page, "ข", Stop)))!.Above);

        await Portal.Run(db => db.TakeBackAsync(above.Id, officer, Now, Stop));
        Assert.Equal([1, 2], (await TreeAsync()).Select(r => r.Level));
    }

    [Fact]
    public async Task Pages_are_arranged_by_who_publishes_for_the_province_and_new_ones_stand_last()
    {
        await SeedAsync("ก", "ข");

        Assert.Equal("page.none", await Refused(() => StepAsync("ข", isUp: true, People.Somchai)));
        Assert.False(People.Somchai.MayArrangePages());
        var id = (await Portal.Read(db => db.DraftAsync(EntryType.Page, "3104", Samples.Article("ใหม่"), People.Malee, Now, Stop))).EntryId;
        Assert.Equal(3, (await Portal.EntryAsync(id)).Position);
        Assert.Equal([("ก", true, false), ("ข", false, false), ("ใหม่", false, true)], (await TreeAsync()).Select(r => (r.Entry.Title, r.IsFirst, r.IsLast)));
    }

    [Fact]
    public async Task There_are_as_many_pages_as_anybody_can_arrange_and_no_more()
    {
        await Portal.Write(db => db.Entries.AddRange(Enumerable.Range(1, PagePlacing.MostPages).Select(n =>
            Entry.Draft(EntryType.Page, $"p{n}", "31", Samples.Article($"หน้า {n}"), People.FromProvince, Now, position: n))));

        Assert.Equal("page.many", await Refused(() => Portal.Run(db => db.DraftAsync(EntryType.Page, "31", Samples.Article("เกิน"), People.FromProvince, Now, Stop))));
    }

    private async Task SeedAsync(params string[] titles)
    {
        foreach (var (at, title) in titles.Index())
        {
            await Portal.PublishAsync(Samples.Article(title), EntryType.Page, "31", position: at + 1);
        }
    }

    private async Task<Entry> PageAsync(string title) => await Portal.EntryAsync((await TreeAsync()).Single(r => r.Entry.Title == title).Id);

    private Task<IReadOnlyList<PageRow>> TreeAsync() => Portal.Read(db => db.PageTreeAsync(People.FromProvince, Stop));

    private async Task<IEnumerable<string>> FooterAsync() => (await Portal.Read(db => db.FooterAsync(Stop))).Select(l => l.Title);

    private async Task StepAsync(string title, bool isUp, Actor? by = null)
    {
        var page = await PageAsync(title);
        await Portal.Run(db => db.StepPageAsync(page.Id, page.Version, isUp, by ?? People.FromProvince, Now, Stop));
    }

    private async Task PutAsync(string title, string? under)
    {
        var page = await PageAsync(title);
        var above = under is null ? (Guid?)null : (await PageAsync(under)).Id;
        await Portal.Run(db => db.PutPageAsync(page.Id, page.Version, above, People.FromProvince, Now, Stop));
    }
}
