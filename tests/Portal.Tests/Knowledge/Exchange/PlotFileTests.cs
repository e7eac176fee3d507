using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Knowledge.Exchange;

public sealed class PlotFileTests(TestDatabases databases) : ImportTest(databases)
{
    private readonly TestDatabases _databases = databases;

    [Fact]
    public async Task The_seed_has_eighty_plots_in_every_district_and_eighteen_of_them_in_Khu_Mueang()
    {
        Assert.Empty((await Portal.Import(Repository.Content)).Findings);

        var plots = await Portal.Read(db => db.Plots.AsNoTracking().ToListAsync(Stop));
        Assert.Equal(80, plots.Count);
        Assert.All(plots, p => Assert.True(p.IsSynthetic));
        Assert.Equal(23, plots.Select(p => p.AreaCode[..4]).Distinct().Count());
        var khuMueang = plots.Where(p => p.AreaCode.StartsWith("3102", StringComparison.Ordinal)).ToList();
        Assert.Equal(18, khuMueang.Count);
        Assert.All(khuMueang, p => Assert.True(p.Stage.IsStanding()));
        Assert.Equal(Enum.GetValues<PlotState>(), plots.Select(p => p.Stage).Distinct().Order());
        Assert.All(
            plots.SelectMany(p => p.Profile.History).Where(s => s.By.Length > 0),
            s => Assert.True(plots.Single(p => p.Number == s.By).Stage.IsStanding()));
        var centres = await Portal.Read(db => db.Centres.AsNoTracking().Where(c => !plots.Select(p => p.CentreKey).Contains(c.Key)).ToListAsync(Stop));
        Assert.All(centres, c => Assert.Equal(CentreKind.Other, c.Profile.Kind));
    }

    [Fact]
    public async Task A_plot_comes_out_as_it_went_in()
    {
        PutAreas();
        PutPlot("3102-L-0001", "kind: clm\nsize: 3-2-50\nkhok: 30\nnong: 30\nna: 40\nsoils:\n  - clay\nwaters:\n  - rain\nhousehold: ครัวเรือนสมมติ\nsynthetic: true");
        await ImportCleanly();

        var (first, second) = await ExportTwice(_databases);

        Assert.Equal(first, second);
        Assert.Contains("network/plots/3102-L-0001.md", first.Keys);
    }

    [Theory]
    [InlineData("3104-L-0001", "size: 1-0-0", 6)]
    [InlineData("3102-L-0001", "size: หนึ่งไร่", 7)]
    [InlineData("3102-L-0001", "size: 1-0-0\nkhok: 90", 8)]
    public async Task A_plot_that_cannot_be_is_refused_with_its_line(string code, string keys, int line)
    {
        PutAreas();
        PutPlot(code, keys);

        var finding = await ImportFindsOne();

        Assert.Equal((line, true), (finding.Line, finding.IsError));
        Assert.Empty(await Portal.Read(db => db.Plots.ToListAsync(Stop)));
    }

    [Fact]
    public async Task A_plot_that_nobody_has_is_pointed_out_as_the_one_that_replaces()
    {
        PutAreas();
        PutPlot(
            "3102-L-0001",
            "size: 1-0-0",
            "  - state: withdrawn\n    on: 2020-11-02\n    reason: ย้ายบ้าน\n  - state: replaced\n    on: 2020-11-03\n    reason: แปลงสำรอง\n    by: 3102-L-0009\n");

        var finding = await ImportFindsOne();

        Assert.Equal((false, "ไม่พบ plot «3102-L-0009»"), (finding.IsError, finding.Message));
    }

    private void PutAreas() => Put(
        "areas/areas.csv", "code,name_th,name_en,postcode,lat,lon\n31,บุรีรัมย์,Buri Ram,,,\n3102,คูเมือง,Khu Mueang,,,\n310201,คูเมือง,Khu Mueang,,,\n");

    private void PutPlot(string code, string keys, string steps = "") => Put(
        $"network/plots/{code}.md",
        $"---\nid: {code}\ntype: plot\ntitle: แปลงบ้านโคก\nround: 2021\narea: 310201\n{keys}\nhistory:\n  - state: applied\n    on: 2020-11-01\n{steps}---\n");
}
