using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Portal.Tests.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Programme;

public sealed class LinksTests(TestDatabases databases) : PortalTest(databases)
{
    private static readonly DateOnly Due = new(2021, 7, 9);

    [Fact]
    public async Task Only_the_hash_of_a_token_is_kept_and_the_journal_knows_neither()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        var token = await MakeAsync(world);

        var link = await Portal.Read(db => db.RoundLinks.SingleAsync(Stop));
        Assert.Matches("^[2-9a-hjkmnp-z]{16}$", token);
        Assert.Equal((RoundLink.Hash(token), 64), (link.TokenHash, link.TokenHash.Length));
        var written = string.Join('\n', (await Journal()).Select(h => h.Data));
        Assert.DoesNotContain(token, written, StringComparison.Ordinal);
        Assert.DoesNotContain(link.TokenHash, written, StringComparison.Ordinal);
        // As it is read from paper.
        Assert.Equal(link.Id, (await FindAsync($" {token[..4]}-{token[4..8]} {token[8..].ToUpperInvariant()}"))?.Link.Id);
        Assert.Null(await FindAsync(token[..15]));
        Assert.Null(await FindAsync(new string('a', 10_000)));
    }

    [Fact]
    public async Task A_link_opens_until_midnight_of_its_day_and_a_new_one_closes_the_one_before()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        var first = await MakeAsync(world);
        var other = await MakeAsync(world, LinkKind.Bridge);
        var second = await MakeAsync(world);
        Assert.Equal((LinkState.Revoked, LinkState.Open, LinkState.Open), (await StateAsync(world, first), await StateAsync(world, second), await StateAsync(world, other)));
        Assert.Equal("link.closed", await Refused(() => CollectAsync(world, first)));

        world.Now = new DateTimeOffset(2021, 7, 9, 23, 59, 59, TimeSpan.FromHours(7));
        Assert.Equal(LinkState.Open, await StateAsync(world, second));
        await CollectAsync(world, second);
        world.Now = world.Now.AddSeconds(1);
        Assert.Equal(LinkState.Expired, await StateAsync(world, second));
        Assert.Equal("link.closed", await Refused(() => CollectAsync(world, second)));
        Assert.Equal(1, await Portal.Read(db => db.Sages.CountAsync(Stop)));
    }

    [Fact]
    public async Task The_districts_office_makes_and_closes_links_while_the_round_is_open()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);

        Assert.Equal("link.forbidden", await Refused(() => MakeAsync(world, by: People.Somchai)));
        Assert.Equal("link.forbidden", await Refused(() => MakeAsync(world, by: People.InRole(Role.Recorder, "3102"))));
        Assert.Equal("link.round", await Refused(() => MakeAsync(world, area: "3118", by: People.FromProvince)));
        Assert.Equal("link.until", await Refused(() => MakeAsync(world, until: RoundWorld.Date.AddDays(-1))));
        var last = Due.AddDays(90);
        Assert.Equal("link.until", await Refused(() => MakeAsync(world, until: last.AddDays(1))));
        var token = await MakeAsync(world, until: last);

        world.Now = ThaiTime.StartOf(last.AddDays(1)).AddSeconds(-1);
        Assert.Equal(LinkState.Open, await StateAsync(world, token));
        var id = await Portal.Read(db => db.RoundLinks.Select(l => l.Id).SingleAsync(Stop));
        Assert.Equal("link.forbidden", await Refused(() => Portal.Run(db => db.RevokeLinkAsync(id, People.Somchai, world.Now, Stop))));
        await Portal.Run(db => db.RevokeLinkAsync(id, People.FromKhuMueang, world.Now, Stop));
        Assert.Equal(LinkState.Revoked, await StateAsync(world, token));
        world.Now = world.Now.AddSeconds(1);
        Assert.Equal("link.round", await Refused(() => MakeAsync(world, until: last.AddDays(1))));
    }

    [Fact]
    public async Task What_the_round_does_not_ask_for_has_no_form()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        await world.WriteRoundAsync(RoundWorld.Text with { Tasks = [new("sages", "ปราชญ์", TaskKind.Sages)] });

        Assert.Equal("link.kind", await Refused(() => MakeAsync(world, LinkKind.Activities)));
        await MakeAsync(world, LinkKind.Bridge);
    }

    [Fact]
    public async Task What_comes_in_is_one_draft_of_the_district_whose_recorder_is_the_link()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        var token = await MakeAsync(world);
        var sage = Guid.CreateVersion7();
        await CollectAsync(world, token, sage);
        await CollectAsync(world, token, sage);
        Assert.Equal("register.forbidden", await Refused(() => CollectAsync(world, token, area: "310427")));

        var link = await Portal.Read(db => db.RoundLinks.SingleAsync(Stop));
        var record = await Portal.Read(db => db.Sages.SingleAsync(Stop));
        Assert.Equal((1, CheckState.Draft, false, link.Id), (link.Taken, record.State, record.IsAccepted, record.CreatorId));
        Assert.Equal(RoundLink.RecorderName, (await Portal.Read(db => db.MemberNamesAsync([link.Id], Stop)))[link.Id]);
        Assert.All((await Journal()).Where(h => h.SubjectId == sage), row => Assert.Equal(link.Id, row.ActorId));
        // Its actor can do nothing else, not even with its own record.
        Assert.Equal("register.forbidden", await Refused(() => Portal.Run(db => db.AcceptAsync<Sage>(sage, 1, link.Actor, world.Now, Stop))));
        // The office goes on with it alone: nobody of the office wrote it.
        await Portal.Run(db => db.SubmitAsync<Sage>(sage, People.FromKhuMueang, world.Now, Stop));
        await Portal.Run(db => db.CheckAsync<Sage>(sage, 1, People.FromKhuMueang, world.Now, Stop));
    }

    [Fact]
    public async Task A_district_that_has_sent_takes_nothing_until_it_opens_again_but_its_table_stays()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        var (form, table) = (await MakeAsync(world), await MakeAsync(world, LinkKind.Bridge));
        await world.SubmitAsync("3102");
        Assert.Equal((LinkState.Locked, LinkState.Open), (await StateAsync(world, form), await StateAsync(world, table)));
        Assert.Equal("link.locked", await Refused(() => CollectAsync(world, form)));

        await world.ReopenAsync("3102");
        await CollectAsync(world, form);

        await Portal.Run(db => db.ExemptAsync(world.Round, "3102", isExempt: true, People.FromProvince, world.Now, Stop));
        Assert.Equal((LinkState.Expired, LinkState.Expired), (await StateAsync(world, form), await StateAsync(world, table)));
    }

    [Fact]
    public async Task A_link_takes_so_many_an_hour_and_so_many_a_day_and_what_was_refused_is_not_written()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        var token = await MakeAsync(world, until: Due.AddDays(30));
        for (var sent = 0; sent < RoundLink.MostAnHour; sent++)
        {
            await CollectAsync(world, token);
        }

        Assert.Equal("link.full", await Refused(() => CollectAsync(world, token)));
        Assert.Equal(RoundLink.MostAnHour, await Portal.Read(db => db.Sages.CountAsync(Stop)));
        world.Now += TimeSpan.FromHours(1);
        await CollectAsync(world, token);

        var link = await Portal.Read(db => db.RoundLinks.AsNoTracking().SingleAsync(Stop));
        var begin = world.Now;
        while (link.Recent.Count < RoundLink.MostADay)
        {
            link.Take(world.Now += TimeSpan.FromMinutes(2));
        }

        Assert.True(world.Now < begin.AddHours(20));
        Assert.Equal("link.full", Assert.Throws<PortalException>(() => link.Take(world.Now.AddHours(2))).Code);
        link.Take(world.Now.AddDays(1));
        Assert.Equal(RoundLink.MostADay + 1, link.Taken);
    }

    [Fact]
    public async Task A_plot_of_the_register_is_proposed_once_and_none_of_another_district()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        await MakeAsync(world, LinkKind.Centres);
        var link = await Portal.Read(db => db.RoundLinks.Select(l => l.Id).SingleAsync(Stop));
        var draft = await world.PlotAsync();
        var (plot, elsewhere, centre) = (await AcceptedAsync("310204"), await AcceptedAsync("310427"), Guid.CreateVersion7());

        Assert.Equal([plot], (await Portal.Read(db => db.LinkPlotsAsync("3102", isFree: true, Stop))).Select(p => p.Id));
        await ProposeAsync(plot, centre);
        await ProposeAsync(plot, centre);
        Assert.Equal("plot.centre", await Refused(() => ProposeAsync(plot, Guid.CreateVersion7())));
        Assert.Equal("link.plot", await Refused(() => ProposeAsync(elsewhere, Guid.CreateVersion7())));
        Assert.Equal("link.plot", await Refused(() => ProposeAsync(draft, Guid.CreateVersion7())));

        var made = await Portal.Read(db => db.Centres.SingleAsync(Stop));
        Assert.Equal((CentreStage.Candidate, CheckState.Draft, false), (made.Stage, made.State, made.IsAccepted));
        Assert.Empty(await Portal.Read(db => db.LinkPlotsAsync("3102", isFree: true, Stop)));

        Task ProposeAsync(Guid which, Guid id) => Portal.Run(db => db.CollectCentreAsync(link, new(which, id, "ศูนย์ใหม่", "ทำจริง"), world.Now, Stop));

        async Task<Guid> AcceptedAsync(string area)
        {
            var id = await world.PlotAsync(area);
            await Portal.Run(db => db.SubmitAsync<Plot>(id, People.FromProvince, world.Now, Stop));
            var second = People.InRole(Role.ProvinceOfficer, "31");
            await Portal.Run(db => db.CheckAsync<Plot>(id, 1, second, world.Now, Stop));
            await Portal.Run(db => db.AcceptAsync<Plot>(id, 1, second, world.Now, Stop));
            return id;
        }
    }

    [Fact]
    public void The_form_asks_nothing_that_is_for_the_office_but_who_told()
    {
        var form = Registry.Form(
            FormKind.Sage,
            [
                .. KnownFields.Of(FormKind.Sage).Select(code => Registry.Field(code, 1)),
                Registry.Field("own-1", 1, FieldType.Text) with { Visibility = Visibility.Public },
                Registry.Field("own-2", 1, FieldType.Text) with { Visibility = Visibility.Staff },
                Registry.Field("own-3", 1, FieldType.Text) with { Visibility = Visibility.Public, Required = false },
            ]);

        var asked = CollectedFields.Of(form);
        Assert.Equal(["area", "expertise", "kind", "name", "nickname", "nominated-by", "own-1", "summary"], asked.Select(f => f.Code).Order(StringComparer.Ordinal));
        Assert.Equal(["name", "area"], asked.Where(f => f.Required).Select(f => f.Code));
        var kept = CollectedFields.Keep(asked, new Dictionary<string, IReadOnlyList<string>> { ["name"] = ["ก"], ["house"] = ["12"], ["expertise.0.what"] = ["ดิน"], ["village.moo"] = ["3"], ["own-2"] = ["ข"] });
        Assert.Equal(["expertise.0.what", "name"], kept.Keys.Order(StringComparer.Ordinal));
    }

    private Task<string> MakeAsync(RoundWorld world, LinkKind kind = LinkKind.Sages, string area = "3102", DateOnly? until = null, Actor? by = null) =>
        Portal.Read(db => db.MakeLinkAsync(world.Round, area, kind, until ?? Due, by ?? People.FromKhuMueang, world.Now, Stop));

    private Task<FoundLink?> FindAsync(string token) => Portal.Read(db => db.FindLinkAsync(token, Stop));

    private async Task<LinkState> StateAsync(RoundWorld world, string token) => (await FindAsync(token))!.State(world.Now);

    private async Task CollectAsync(RoundWorld world, string token, Guid? id = null, string area = "310204")
    {
        var found = (await FindAsync(token))!;
        await Portal.Run(db => db.CollectAsync(found.Link.Id, Sage.Create(null, null, id), Samples.Record("นายทองดี ใจงาม", area), world.Now, Stop));
    }
}
