using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Portal.Tests.Registers;

namespace KhokNongNa.Portal.Tests.Programme;

/// <summary>A round in two districts and an exempted third, and what its people do. The day is 8 July 2564.</summary>
internal sealed class RoundWorld(TestPortal portal, CancellationToken stop)
{
    public static readonly DateOnly Date = new(2021, 7, 8);

    /// <summary>14:00 of the day.</summary>
    public static readonly DateTimeOffset Start = new(2021, 7, 8, 14, 0, 0, TimeSpan.FromHours(7));

    public static DirectiveText Text { get; } = new()
    {
        To = ["3102", "3104", "3118"],
        Exempt = ["3118"],
        Due = new DateOnly(2021, 7, 9),
        Tasks =
        [
            new("centres", "ศูนย์", TaskKind.Centres, 1, 25, Spread: true),
            new("sages", "ปราชญ์", TaskKind.Sages, 2),
            new("activities", "แผน", TaskKind.Activities),
        ],
    };

    public Guid Round { get; } = Guid.CreateVersion7();

    public TestPortal Portal => portal;

    public DateTimeOffset Now { get => portal.Clock.Now; set => portal.Clock.Now = value; }

    public static async Task<RoundWorld> BeginAsync(TestPortal portal, CancellationToken stop)
    {
        var world = new RoundWorld(portal, stop) { Now = Start };
        await portal.FormsAsync();
        await portal.Write(db => db.FormDefinitions.Add(Registry.Form(FormKind.Activity, Registry.Field("name", 50), Registry.Field("area", 30), Registry.Field("sages", 20) with { Required = false })));
        await world.WriteRoundAsync(Text);
        return world;
    }

    public Task WriteRoundAsync(DirectiveText text) => portal.Run(async db =>
        Assert.True(await db.WriteDirectiveAsync(Round, await VersionAsync(db), "ว 550.3", "เรื่อง", Date, "31", text, People.FromProvince, Now, stop)));

    /// <summary>A plot that was selected; one that has only applied counts for nothing.</summary>
    public Task<Guid> PlotAsync(string area = "310204", Actor? by = null)
    {
        var plot = Registry.Plot("แปลง", area);
        return EnterAsync(Plot.Create(null), plot with { Profile = plot.Profile with { History = [.. plot.Profile.History, new(PlotState.Selected, new DateOnly(2021, 2, 1))] } }, by);
    }

    public Task<Guid> SageAsync(string area = "310204", string nickname = "", Actor? by = null)
    {
        var record = Samples.Record("นายทองดี ใจงาม");
        return EnterAsync(Sage.Create(null, null), record with { Area = area, Profile = record.Profile with { Nickname = nickname } }, by);
    }

    public Task<Guid> ActivityAsync(ActivityProfile profile, string area = "310204", Actor? by = null) =>
        EnterAsync(Activity.Create(), new ActivityRecord("เอามื้อห่มดิน", area, profile), by);

    /// <summary>A centre that stands as a file would bring it: selected.</summary>
    public async Task<Guid> CentreAsync(string area = "310204", Actor? by = null)
    {
        var id = await EnterAsync(Centre.Create(null), new CentreRecord($"ศูนย์ {Guid.CreateVersion7():N}", "", area, new(), new()), by);
        await portal.Run(db => db.OnRecordAsync<Centre>(
            id,
            People.FromProvince,
            Now,
            centre =>
            {
                centre.Move(new(CentreStage.Candidate, ThaiTime.Day(Now), "ทำจริง"), People.FromProvince, Now);
                centre.Move(new(CentreStage.Selected, ThaiTime.Day(Now), "เหมาะสม", Score: 80), People.FromProvince, Now);
                return Task.CompletedTask;
            },
            stop));
        return id;
    }

    public Task<Board> NowAsync() => portal.Read(async db => (await portal.Get<LiveBoard>().NowAsync(db, Round, Now, stop))!);

    public Task<Board?> AtAsync(DateTimeOffset at) => portal.Read(db => LiveBoard.AtAsync(db, Round, at, stop));

    public async Task<BoardRow> RowAsync(string district) => (await NowAsync()).Rows.Single(r => r.Area == district);

    public Task SubmitAsync(string district, Actor? by = null) => portal.Run(db => db.SubmitReportAsync(portal.Get<LiveBoard>(), Round, district, by ?? Head(district), Now, stop));

    public Task ReopenAsync(string district, string reason = "ขอแก้ชื่อ") => portal.Run(db => db.ReopenReportAsync(Round, district, reason, Head(district), Now, stop));

    public static Actor Head(string district) => district == "3102" ? People.FromKhuMueang : People.Somchai;

    private async Task<Guid> EnterAsync<T, TRecord>(T noun, TRecord record, Actor? by)
        where T : Registered<TRecord>
        where TRecord : class
    {
        await portal.Run(db => db.EnterAsync(noun, record, by ?? People.FromProvince, Now, stop));
        return noun.Id;
    }

    private async Task<int> VersionAsync(PortalDb db) => await db.Directives.FindAsync([Round], stop) is { } found ? found.Version : 0;
}
