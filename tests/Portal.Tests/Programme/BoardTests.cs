using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Programme;

public sealed class BoardTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task A_district_that_has_not_begun_has_nothing_of_three_tasks_and_an_exempted_one_is_in_no_total()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        await world.PlotAsync();
        await world.SageAsync("311801");

        var board = await world.NowAsync();

        var row = board.Rows.Single(r => r.Area == "3102");
        Assert.Equal((1, 0, 0, 0, 0, 0, RoundState.NotBegun), (row.Plots, row.Centres, row.Sages, row.Activities, row.Percent, row.PercentChecked, row.State));
        Assert.Equal([(TaskKind.Centres, 0, 1, 0), (TaskKind.Sages, 0, 2, 0), (TaskKind.Activities, 0, 1, 0)], row.Tasks.Select(t => (t.Kind, t.Have, t.Need, t.Percent)));
        Assert.Equal(RoundState.Exempt, board.Rows.Single(r => r.Area == "3118").State);
        Assert.Equal(["3102", "3104"], board.Addressed.Select(r => r.Area));
        Assert.Equal(0, board.Addressed.Sum(r => r.Sages));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(25, 1)]
    [InlineData(26, 2)]
    [InlineData(51, 3)]
    public void The_target_is_one_for_each_begun_so_many_plots_and_at_least_the_least(int plots, int target)
    {
        var rules = new RoundRules("31", null, [], [], Centres: 1, PlotsPer: 25, Spread: false, Sages: 0, KickOffs: 0);

        Assert.Equal(target, rules.CentreTarget(plots));
        Assert.Equal(3, (rules with { Centres = 3 }).CentreTarget(plots: 4));
        Assert.Equal(1, (rules with { PlotsPer = 0 }).CentreTarget(plots));
        Assert.Equal(0, (rules with { Centres = 0 }).CentreTarget(plots));
    }

    [Fact]
    public async Task Centres_in_one_tambon_do_not_meet_a_rule_that_spreads_them()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        await world.WriteRoundAsync(RoundWorld.Text with { Tasks = [new("centres", "ศูนย์", TaskKind.Centres, 2, 0, Spread: true)] });
        foreach (var tambon in (string[])["310201", "310202", "310203"])
        {
            await world.PlotAsync(tambon);
        }

        await world.CentreAsync("310201");
        await world.CentreAsync("310201");
        var narrow = await world.RowAsync("3102");
        Assert.Equal((2, 2, false), (narrow.Tasks[0].Have, narrow.Tasks[0].Need, narrow.Tasks[0].IsMet));
        Assert.True(narrow.Percent < 100);
        Assert.Equal(["310202", "310203"], narrow.WithoutCentre);

        await world.CentreAsync("310203");
        var wide = await world.RowAsync("3102");
        Assert.True(wide.Tasks[0].IsMet);
        Assert.Equal(["310202"], wide.WithoutCentre);
    }

    [Fact]
    public async Task A_kick_off_counts_when_day_plot_and_sage_are_fixed_and_no_more_when_it_is_cancelled()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        var whole = new ActivityProfile { IsKickOff = true, On = new DateOnly(2021, 7, 15), Plot = "plot", Sages = ["sage"] };
        foreach (var less in (ActivityProfile[])[whole with { On = null }, whole with { Plot = "" }, whole with { Sages = [] }, whole with { IsKickOff = false }])
        {
            await world.ActivityAsync(less);
            Assert.Equal(0, (await world.RowAsync("3102")).KickOffs);
        }

        var id = await world.ActivityAsync(whole);
        var row = await world.RowAsync("3102");
        Assert.Equal((5, 1, true), (row.Activities, row.KickOffs, row.Tasks[2].IsMet));

        await Portal.Run(db => db.OnRecordAsync<Activity>(
            id,
            People.FromKhuMueang,
            world.Now,
            activity =>
            {
                activity.Cancel("ฝนตกหนัก", People.FromKhuMueang, world.Now);
                return Task.CompletedTask;
            },
            Stop));
        var after = await world.RowAsync("3102");
        Assert.Equal((4, 0), (after.Activities, after.KickOffs));
    }

    [Fact]
    public async Task Complete_and_checked_are_two_things()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        var first = await world.SageAsync(nickname: "ลุงทอง");
        await world.SageAsync(nickname: "ลุงดี");
        var row = await world.RowAsync("3102");
        Assert.Equal((100, true, 0), (row.Tasks[1].Percent, row.Tasks[1].IsMet, row.PercentChecked));

        await Portal.Run(db => db.SubmitAsync<Sage>(first, People.FromProvince, world.Now, Stop));
        await Portal.Run(db => db.CheckAsync<Sage>(first, 1, People.FromKhuMueang, world.Now, Stop));
        Assert.Equal(50, (await world.RowAsync("3102")).PercentChecked);
    }

    [Fact]
    public async Task Changing_the_number_of_plots_for_a_centre_and_lifting_an_exemption_change_the_board_at_once()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        for (var plot = 0; plot < 18; plot++)
        {
            await world.PlotAsync();
        }

        Assert.Equal(1, (await world.RowAsync("3102")).Target);
        var tasks = RoundWorld.Text.Tasks;
        await world.WriteRoundAsync(RoundWorld.Text with { Tasks = [tasks[0] with { PlotsPer = 15 }, tasks[1], tasks[2]] });
        Assert.Equal(2, (await world.RowAsync("3102")).Target);

        await Portal.Run(db => db.ExemptAsync(world.Round, "3118", isExempt: false, People.FromProvince, world.Now, Stop));
        var board = await world.NowAsync();
        Assert.Equal((3, RoundState.NotBegun), (board.Addressed.Count(), board.Rows.Single(r => r.Area == "3118").State));
        Assert.Contains("directive exemption-lifted", await VerbsInJournal());
        Assert.Equal("directive.forbidden", await Refused(() => Portal.Run(db => db.ExemptAsync(world.Round, "3118", isExempt: true, People.Somchai, world.Now, Stop))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_board_of_a_past_moment_is_the_one_that_was_shown_then(int seed)
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        var history = new RandomHistory(world, seed, Stop);
        var shown = new List<(DateTimeOffset At, string Board)>();
        for (var step = 0; step < 40; step++)
        {
            world.Now += TimeSpan.FromMinutes(1 + (step * 7 % 90));
            await history.StepAsync();
            shown.Add((world.Now, Told(await world.NowAsync())));
        }

        Assert.Equal(shown.Select(s => s.Board), await Task.WhenAll(shown.Select(async s => Told((await world.AtAsync(s.At))!))));
        Assert.Null(await world.AtAsync(RoundWorld.Start.AddDays(-1)));
        Assert.True(shown.Distinct().Count() > 20, "a history in which nothing happens shows nothing");
        await AgreesWithTheRegistersAsync(world);
    }

    private static string Told(Board board) => string.Join('\n', board.Rows.Select(r =>
        $"{r.Area} {r.State} {r.Plots} {r.Target} {r.Centres} {r.Sages} {r.Activities} {r.KickOffs} {r.Percent} {r.Checked}/{r.Records} -{string.Join(',', r.WithoutCentre)} -{string.Join(',', r.WithoutSage)}"));

    /// <summary>The fold and the tables are told apart by nothing but how they are counted.</summary>
    private async Task AgreesWithTheRegistersAsync(RoundWorld world)
    {
        foreach (var row in (await world.NowAsync()).Rows)
        {
            var plots = await Portal.Read(db => db.Plots.Where(p => p.AreaCode.StartsWith(row.Area)).ToListAsync(Stop));
            Assert.Equal(plots.Count(p => p.Stage.IsStanding()), row.Plots);
            Assert.Equal(await Portal.Read(db => db.Sages.CountAsync(s => s.AreaCode.StartsWith(row.Area) && !s.IsDeceased, Stop)), row.Sages);
            Assert.Equal(await Portal.Read(db => db.Centres.CountAsync(c => c.AreaCode.StartsWith(row.Area) && (c.Stage == CentreStage.Selected || c.Stage == CentreStage.Active), Stop)), row.Centres);
            var activities = await Portal.Read(db => db.Activities.Where(a => a.AreaCode.StartsWith(row.Area) && a.Stage == ActivityStage.Planned).ToListAsync(Stop));
            Assert.Equal((activities.Count, activities.Count(a => a is { IsKickOff: true, IsReady: true })), (row.Activities, row.KickOffs));
        }
    }
}
