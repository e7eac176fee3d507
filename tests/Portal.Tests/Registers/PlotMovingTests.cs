using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Registers;

public sealed class PlotMovingTests(TestDatabases databases) : PortalTest(databases)
{
    private static readonly DateOnly Day = new(2021, 3, 1);

    [Fact]
    public async Task A_step_is_taken_at_once_and_the_same_one_again_is_nothing()
    {
        await Portal.PlotAsync("3104-L-0001");
        await MoveAsync(new(PlotState.Selected, Day));
        await MoveAsync(new(PlotState.Selected, Day));

        Assert.Equal([PlotState.Applied, PlotState.Selected], await HistoryAsync());
        Assert.Equal("plot.step", await Refused(() => MoveAsync(new(PlotState.Selected, Day.AddDays(1)))));
        Assert.Equal("plot.order", await Refused(() => MoveAsync(new(PlotState.Dug, Day.AddDays(-1)))));
        Assert.Equal("plot.future", await Refused(() => MoveAsync(new(PlotState.Dug, ThaiTime.Day(Now).AddDays(1)))));
        Assert.Equal("plot.reason", await Refused(() => MoveAsync(new(PlotState.Withdrawn, Day))));
        Assert.Equal("register.none", await Refused(() => MoveAsync(new(PlotState.Dug, Day), People.FromKhuMueang)));
        Assert.Equal([PlotState.Applied, PlotState.Selected], await HistoryAsync());
    }

    [Fact]
    public async Task Only_another_plot_of_the_district_takes_the_place()
    {
        await Portal.PlotAsync("3104-L-0001");
        await Portal.PlotAsync("3104-L-0002");
        await Portal.PlotAsync("3102-L-0001");
        await MoveAsync(new(PlotState.Withdrawn, Day, "ย้ายบ้าน"));

        foreach (var by in (string[])["", "3104-L-0001", "3104-L-0009", "3102-L-0001", "ข้างบ้าน"])
        {
            Assert.Equal("plot.by", await Refused(() => MoveAsync(new(PlotState.Replaced, Day, "เลือกแปลงสำรอง", by))));
        }

        await MoveAsync(new(PlotState.Replaced, Day, "เลือกแปลงสำรอง", " ๓๑๐๔-l-0002 "));
        Assert.Equal("3104-L-0002", (await Portal.Read(db => db.Plots.AsNoTracking().SingleAsync(p => p.Number == "3104-L-0001", Stop))).Profile.History[^1].By);
    }

    private Task MoveAsync(PlotStep step, Actor? by = null) => Portal.Run(async db =>
        await db.MovePlotAsync(await db.Plots.Where(p => p.Number == "3104-L-0001").Select(p => p.Id).SingleAsync(Stop), step, by ?? People.Somchai, Now, Stop));

    private async Task<IEnumerable<PlotState>> HistoryAsync() =>
        (await Portal.Read(db => db.Plots.AsNoTracking().SingleAsync(p => p.Number == "3104-L-0001", Stop))).Profile.History.Select(s => s.State);
}
