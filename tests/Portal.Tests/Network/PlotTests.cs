using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Network;

public sealed class PlotTests(TestDatabases databases) : PortalTest(databases)
{
    private static readonly DateOnly Day = new(2021, 1, 1);

    [Theory]
    [InlineData(PlotState.Applied)]
    [InlineData(PlotState.Applied, PlotState.Selected, PlotState.Dug, PlotState.HandedOver, PlotState.Operating)]
    [InlineData(PlotState.Applied, PlotState.Withdrawn, PlotState.Replaced)]
    [InlineData(PlotState.Applied, PlotState.Selected, PlotState.Dug, PlotState.HandedOver, PlotState.Operating, PlotState.Withdrawn, PlotState.Replaced)]
    public void A_life_goes_step_by_step_and_may_be_left_at_any(params PlotState[] states) =>
        Assert.Equal(states[^1], Written(Steps(states)).Stage);

    [Theory]
    [InlineData("plot.history")]
    [InlineData("plot.history", PlotState.Selected)]
    [InlineData("plot.step", PlotState.Applied, PlotState.Dug)]
    [InlineData("plot.step", PlotState.Applied, PlotState.Applied)]
    [InlineData("plot.step", PlotState.Applied, PlotState.Selected, PlotState.Replaced)]
    [InlineData("plot.step", PlotState.Applied, PlotState.Withdrawn, PlotState.Selected)]
    [InlineData("plot.step", PlotState.Applied, PlotState.Withdrawn, PlotState.Replaced, PlotState.Withdrawn)]
    public void No_step_is_left_out_and_none_leads_back(string code, params PlotState[] states) => Refuses(code, Steps(states));

    [Fact]
    public void Leaving_needs_a_reason_and_a_replaced_plot_another_one()
    {
        var applied = new PlotStep(PlotState.Applied, Day);
        var withdrawn = new PlotStep(PlotState.Withdrawn, Day, "ย้ายบ้าน");

        Refuses("plot.reason", [applied, withdrawn with { Reason = "" }]);
        Refuses("plot.reason", [applied, withdrawn, new(PlotState.Replaced, Day, "", "3102-L-0002")]);
        Refuses("plot.by", [applied, withdrawn, new(PlotState.Replaced, Day, "แปลงสำรอง")]);
        Refuses("plot.by", [applied, withdrawn, new(PlotState.Replaced, Day, "แปลงสำรอง", "3102-L-0001")]);
        Refuses("plot.by", [applied, withdrawn with { By = "3102-L-0002" }]);
        Refuses("plot.order", [applied, withdrawn with { On = Day.AddDays(-1) }]);
    }

    [Theory]
    [InlineData("3102-P-0001")]
    [InlineData("3102-L-001")]
    [InlineData("3102-L-00001")]
    [InlineData("3102-L-0000")]
    [InlineData("๓๑๐๒-L-๐๐๐๑")]
    [InlineData("3102-L-0001\n")]
    public async Task A_register_number_has_one_form(string number) =>
        Assert.Equal("register.number", await Refused(() => Portal.Write(async db => await db.TakeAsync("L", number, Guid.CreateVersion7(), Stop))));

    [Fact]
    public void A_plot_lies_in_its_own_district_has_a_size_and_three_parts_of_a_whole()
    {
        Assert.Equal("plot.area", Assert.Throws<PortalException>(() => Written(Steps(PlotState.Applied), f => f with { Area = "310427" })).Code);
        Assert.Equal("plot.area", Assert.Throws<PortalException>(() => Written(Steps(PlotState.Applied), f => f with { Area = "3102" })).Code);
        Assert.Equal("plot.size", Assert.Throws<PortalException>(() => Written(Steps(PlotState.Applied), f => f with { Size = default })).Code);
        Assert.Equal("plot.round", Assert.Throws<PortalException>(() => Written(Steps(PlotState.Applied), f => f with { Round = 2564 })).Code);
        var parts = new PlotProfile { History = Steps(PlotState.Applied), Khok = 30, Nong = 30, Na = 30 };
        Assert.Equal("plot.parts", Assert.Throws<PortalException>(() => Written(parts)).Code);
    }

    [Fact]
    public void Only_who_writes_in_the_district_writes_it_down()
    {
        var plot = Plot.Create("3102-L-0001");
        var profile = new PlotProfile { History = Steps(PlotState.Applied) };

        Assert.Equal("register.forbidden", Assert.Throws<PortalException>(() => plot.Write(new(Facts(), profile), "", People.Malee, Now)).Code);
        plot.Write(new(Facts(), profile), "", People.FromKhuMueang, Now);
    }

    [Fact]
    public async Task Each_new_step_is_a_row_of_the_journal_and_none_twice()
    {
        await Portal.Write(db => db.Plots.Add(Written(Steps(PlotState.Applied, PlotState.Selected))));
        await Portal.Write(async db => (await db.Plots.SingleAsync(Stop)).Move(new(PlotState.Dug, Day.AddDays(2)), Actor.System, Now));

        Assert.Equal(["written", "moved", "moved", "moved"], (await Journal()).Select(h => h.Verb));
        Assert.Equal("""{"area":"310201","type":"hlm","stage":"dug","on":"2021-01-03"}""", (await Journal())[^1].Data);
        Assert.All(await Journal(), h => Assert.Equal(Subjects.Plot, h.SubjectType));
    }

    [Fact]
    public async Task An_area_counts_the_plots_that_stand_in_it_and_below()
    {
        await Portal.AreasAsync();
        await Portal.CentreAsync("centre", "ศูนย์", "310427");
        await Portal.Write(db => db.Plots.AddRange(
            Written(Steps(PlotState.Applied, PlotState.Selected), f => f with { Kind = PlotKind.Clm, Synthetic = true }),
            Written(Steps(PlotState.Applied), code: "3102-L-0002"),
            Written(Steps(PlotState.Applied, PlotState.Withdrawn), code: "3102-L-0003"),
            Written(Steps(PlotState.Applied, PlotState.Selected, PlotState.Dug), f => f with { Area = "310427", Centre = "centre" }, "3104-L-0001")));

        Assert.Equal(new PlotTotal(1, 1, new LandSize(2_900), HasSynthetic: true), (await Portal.Read(db => db.AreaAsync("31", Stop)))!.Plots);
        Assert.Equal(new PlotTotal(0, 1, new LandSize(1_450), HasSynthetic: false), (await Portal.Read(db => db.AreaAsync("3104", Stop)))!.Plots);
        Assert.Null((await Portal.Read(db => db.AreaAsync("310401", Stop)))!.Plots);
        var centre = (await Portal.Read(db => db.CentreAsync("ศูนย์", Stop)))!;
        Assert.Equal(("3104-L-0001", "แปลงระดับครัวเรือน (HLM)", "ขุดแล้ว"), (centre.Plot!.Code, centre.Plot.Kind, centre.Plot.State));
    }

    private static void Refuses(string code, PlotStep[] steps) =>
        Assert.Equal(code, Assert.Throws<PortalException>(() => PlotHistory.Demand("3102-L-0001", steps)).Code);

    private static PlotStep[] Steps(params PlotState[] states) => [.. states.Select((state, i) => new PlotStep(
        state,
        Day.AddDays(i),
        state is PlotState.Withdrawn or PlotState.Replaced ? "เหตุผล" : "",
        state == PlotState.Replaced ? "3102-L-0002" : ""))];

    private static PlotFacts Facts() => new("แปลงบ้านโคก", PlotKind.Hlm, 2021, "310201", new LandSize(1_450), "", Synthetic: false);

    private static Plot Written(PlotStep[] steps, Func<PlotFacts, PlotFacts>? but = null, string code = "3102-L-0001") =>
        Written(new PlotProfile { History = steps, Household = "ครัวเรือนลับ" }, but, code);

    private static Plot Written(PlotProfile profile, Func<PlotFacts, PlotFacts>? but = null, string code = "3102-L-0001")
    {
        var plot = Plot.Create(code);
        plot.TakeNumber(code);
        plot.Write(new((but ?? (f => f))(Facts()), profile), "", Actor.System, DateTimeOffset.UnixEpoch, CheckState.Accepted);
        plot.RecordSteps(0, Actor.System, DateTimeOffset.UnixEpoch);
        return plot;
    }
}
