using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Registers;

public sealed class SelectionTests(TestDatabases databases) : PortalTest(databases)
{
    private static readonly FormDefinition Checklist = Registry.Form(
        FormKind.Selection,
        Registry.Field("willing", 20, FieldType.YesNo),
        Registry.Field("safe", 10, FieldType.YesNo),
        Registry.Field("shade", 30, FieldType.YesNo) with { Required = false });

    private readonly Plot _plot = Plot.Create(null);
    private readonly Guid _centre = Guid.CreateVersion7();

    [Theory]
    [InlineData(0, "willing,safe", "willing,safe,shade")]
    [InlineData(33, "safe", "safe,shade", "willing")]
    [InlineData(50, "", "shade", "willing", "safe")]
    [InlineData(83, "safe", "safe", "willing", "shade")]
    [InlineData(100, "", "", "willing", "safe", "shade")]
    public void The_score_is_the_share_of_the_weight_that_was_answered_yes(int score, string unmet, string open, params string[] met)
    {
        var found = SelectionScore.Of(Checklist, met.ToDictionary(c => c, _ => "yes"));

        Assert.Equal((score, unmet, open), (found.Score, string.Join(',', found.Unmet), string.Join(',', found.Open)));
        Assert.Equal(score, SelectionScore.Of(Checklist, Checklist.Fields.ToDictionary(f => f.Code, f => met.Contains(f.Code) ? "yes" : "no")).Score);
    }

    [Fact]
    public async Task A_plot_becomes_a_candidate_that_says_what_the_register_knows()
    {
        await PlotAsync();
        await ProposeAsync(People.Malee);
        await ProposeAsync(People.Malee);

        var centre = await LookAsync();
        Assert.Equal((CentreStage.Candidate, "310427", CentreKind.Hlm, CheckState.Draft, "ศูนย์บ้านโคก"), (centre.Stage, centre.AreaCode, centre.Profile.Kind, centre.State, centre.Name));
        Assert.Equal((CentreStage.Candidate, "ทำจริง"), (Assert.Single(centre.History).Stage, centre.History[0].Reason));
        Assert.Equal(centre.Key, (await Portal.Read(db => db.Plots.AsNoTracking().SingleAsync(Stop))).CentreKey);
        Assert.Equal("open", string.Join(',', centre.Missing.Except(["plot"])));
        Assert.Equal(1, (await VerbsInJournal()).Count(v => v == "plot became-centre"));
        Assert.Equal("plot.centre", await Refused(() => ProposeAsync(People.Somchai, Guid.CreateVersion7())));
    }

    [Fact]
    public async Task A_plot_that_does_not_stand_and_one_out_of_reach_become_nothing()
    {
        await PlotAsync(PlotState.Applied);
        Assert.Equal("plot.centre", await Refused(() => ProposeAsync(People.Malee)));
        Assert.Equal("register.none", await Refused(() => ProposeAsync(People.FromKhuMueang)));
        Assert.Equal("register.none", await Refused(() => ProposeAsync(People.InRole(Role.Recorder, "3104"))));
        Assert.Equal(0, await Portal.Read(db => db.Centres.CountAsync(Stop)));
        Assert.Null((await Portal.Read(db => db.Plots.AsNoTracking().SingleAsync(Stop))).CentreKey);
    }

    [Fact]
    public async Task Centres_of_one_name_have_addresses_of_their_own()
    {
        await PlotAsync();
        await ProposeAsync(People.Malee);
        var other = Plot.Create(null);
        await Portal.Run(db => db.EnterAsync(other, Standing(PlotState.Selected), People.Malee, Now, Stop));
        await Portal.Run(db => db.ProposeCentreAsync(new(other.Id, Guid.CreateVersion7(), "ศูนย์บ้านโคก", "ทำจริง"), People.Malee, Now, Stop));

        Assert.Equal(["ศูนย์บ้านโคก", "ศูนย์บ้านโคก-2"], (await Portal.Read(db => db.Centres.Select(c => c.Slug).ToListAsync(Stop))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task From_candidate_to_centre_and_back_with_score_reason_and_who()
    {
        await PlotAsync();
        await ProposeAsync(People.Malee);
        var worker = People.InRole(Role.CdWorker, "3104");

        Assert.Equal("centre.answers", await Refused(() => JudgeAsync(worker, 1, CentreStage.Candidate)));
        await JudgeAsync(worker, 1, CentreStage.Candidate, "willing");
        await JudgeAsync(worker, 1, CentreStage.Candidate, "willing");
        Assert.Equal((2, 33, "selection--1"), await LookAsync(c => (c.History.Count, c.History[^1].Score, c.History[^1].Form)));
        Assert.True(await Portal.Read(db => db.FormDefinitions.Where(f => f.Kind == FormKind.Selection).Select(f => f.IsUsed).SingleAsync(Stop)));

        Assert.Equal("centre.required", await Refused(() => JudgeAsync(People.Somchai, 2, CentreStage.Selected, "willing", "shade")));
        Assert.Equal("centre.forbidden", await Refused(() => JudgeAsync(worker, 2, CentreStage.Selected, "willing", "safe")));
        Assert.Equal("centre.step", await Refused(() => JudgeAsync(People.Somchai, 2, CentreStage.Active)));
        await JudgeAsync(People.Somchai, 2, CentreStage.Selected, "willing", "safe");
        Assert.Equal("centre.newer", await Refused(() => JudgeAsync(People.Prasert, 2, CentreStage.Suspended)));
        await JudgeAsync(People.Somchai, 3, CentreStage.Active);
        await JudgeAsync(People.Somchai, 4, CentreStage.Suspended);
        await JudgeAsync(worker, 5, CentreStage.Candidate);

        var centre = await LookAsync();
        Assert.Equal([null, 33, 50, null, null, null], centre.History.Select(s => s.Score));
        Assert.Equal(CentreStage.Candidate, centre.Stage);
        var told = await Portal.Read(db => db.ToldStepsAsync(centre, Stop));
        Assert.Equal(6, told.Count(t => t.Who is not null && t.At is not null));
    }

    [Fact]
    public async Task Without_a_reason_in_the_future_before_the_last_step_or_by_an_older_checklist_nothing_moves()
    {
        await PlotAsync();
        await ProposeAsync(People.Malee);
        var (answers, today) = (new Dictionary<string, string> { ["willing"] = "yes" }, ThaiTime.Day(Now));
        var found = new CentreJudgement(1, CentreStage.Candidate, today, "ดูแปลง", "selection--1", answers);

        foreach (var (judgement, code) in ((CentreJudgement, string)[])[
            (found with { Reason = " " }, "centre.reason"), (found with { On = today.AddDays(1) }, "centre.on"), (found with { On = today.AddDays(-1) }, "centre.on"), (found with { Form = "selection--0" }, "centre.form")])
        {
            Assert.Equal(code, await Refused(() => Portal.Run(db => db.JudgeCentreAsync(_centre, judgement, People.Somchai, Now, Stop))));
        }

        Assert.Equal(1, await LookAsync(c => c.History.Count));
    }

    [Fact]
    public async Task Candidates_stand_side_by_side_best_first_and_the_district_has_its_target()
    {
        await Portal.AreasAsync();
        await PlotAsync();
        await ProposeAsync(People.Malee);
        await JudgeAsync(People.Somchai, 1, CentreStage.Candidate, "willing");
        await Portal.CentreAsync("old", "ศูนย์เดิม");

        var (candidates, sum) = await Portal.Read(db => db.CandidatesAsync(People.Somchai, "3104", Stop));
        Assert.Equal([("ศูนย์บ้านโคก", CentreStage.Candidate, 33, 1), ("ศูนย์เดิม", CentreStage.Active, null, 0)], candidates.Select(c => (c.Name, c.Stage, c.Score, c.Others)));
        Assert.Equal(new DistrictCentres(1, 1, 1), sum);
        Assert.Empty((await Portal.Read(db => db.CandidatesAsync(People.FromKhuMueang, "3104", Stop))).Candidates);
        Assert.Equal(0, (await Portal.Read(db => db.ProposableAsync(People.Somchai, "", null, Stop))).Total);
    }

    private static PlotRecord Standing(PlotState state)
    {
        var plot = Registry.Plot("แปลงบ้านโคก");
        return state == PlotState.Applied ? plot : plot with { Profile = plot.Profile with { History = [.. plot.Profile.History, new(state, new DateOnly(2021, 2, 1))] } };
    }

    private async Task PlotAsync(PlotState state = PlotState.Selected)
    {
        await Portal.FormsAsync();
        await Portal.Write(db => db.FormDefinitions.Add(Registry.Form(FormKind.Selection, [.. Checklist.Fields])));
        await Portal.Run(db => db.EnterAsync(_plot, Standing(state), People.Malee, Now, Stop));
    }

    private Task ProposeAsync(Actor by, Guid? centre = null) =>
        Portal.Run(db => db.ProposeCentreAsync(new(_plot.Id, centre ?? _centre, "ศูนย์บ้านโคก", "ทำจริง"), by, Now, Stop));

    private Task JudgeAsync(Actor by, int known, CentreStage stage, params string[] met) => Portal.Run(db => db.JudgeCentreAsync(
        _centre, new(known, stage, ThaiTime.Day(Now), "ไปดูแปลงแล้ว", "selection--1", met.ToDictionary(c => c, _ => "yes")), by, Now, Stop));

    private Task<Centre> LookAsync() => Portal.Read(db => db.Centres.AsNoTracking().SingleAsync(c => c.Id == _centre, Stop));

    private async Task<T> LookAsync<T>(Func<Centre, T> look) => look(await LookAsync());
}
