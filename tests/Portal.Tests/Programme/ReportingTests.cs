using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Portal.Tests.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Programme;

public sealed class ReportingTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task What_is_sent_is_locked_until_it_is_opened_again_with_a_reason()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        await world.SageAsync(by: People.FromKhuMueang);
        await world.SubmitAsync("3102");

        Assert.Equal("round.locked", await Refused(() => world.SageAsync()));
        Assert.Equal("round.locked", await Refused(() => world.ActivityAsync(new())));
        // What the round does not ask for, and other districts, go on.
        await world.PlotAsync();
        await world.SageAsync("310427");
        Assert.Equal("report.sent", await Refused(() => world.SubmitAsync("3102")));

        Assert.Equal("report.reason", await Refused(() => world.ReopenAsync("3102", "  ")));
        await world.ReopenAsync("3102");
        await world.SageAsync();
        Assert.Equal(RoundState.Reopened, (await world.RowAsync("3102")).State);
        world.Now += TimeSpan.FromDays(2);
        Assert.Equal(RoundState.Overdue, (await world.RowAsync("3102")).State);
        await world.SubmitAsync("3102");

        var report = await Portal.Read(db => db.DistrictReports.SingleAsync(Stop));
        Assert.Equal([false, null, true], report.Steps.Select(s => s.Receipt?.IsLate));
        Assert.Equal((1, 2), (report.Steps[0].Receipt!.Sages, report.Sent!.Receipt!.Sages));
        Assert.Equal(RoundState.SentLate, (await world.RowAsync("3102")).State);
    }

    [Fact]
    public async Task The_ninth_is_in_time_until_midnight_in_Bangkok_and_after_ninety_days_the_round_is_closed()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        world.Now = new DateTimeOffset(2021, 7, 9, 23, 59, 59, TimeSpan.FromHours(7));
        await world.SubmitAsync("3102");
        world.Now = world.Now.AddSeconds(1);
        await world.SubmitAsync("3104");
        Assert.Equal((RoundState.Sent, RoundState.SentLate), ((await world.RowAsync("3102")).State, (await world.RowAsync("3104")).State));

        world.Now += Directive.LateLasts;
        Assert.Equal("round.closed", await Refused(() => world.ReopenAsync("3102")));
        await world.SageAsync();
    }

    [Fact]
    public async Task Only_the_districts_own_office_sends_and_assigns_and_an_exempted_district_sends_nothing()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);

        Assert.Equal("report.forbidden", await Refused(() => world.SubmitAsync("3102", People.Somchai)));
        Assert.Equal("report.forbidden", await Refused(() => world.SubmitAsync("3102", People.InRole(Role.Recorder, "3102"))));
        Assert.Equal("report.forbidden", await Refused(() => world.SubmitAsync("3102", People.InRole(Role.DepartmentOfficer, ""))));
        Assert.Equal("round.none", await Refused(() => world.SubmitAsync("3118", People.InRole(Role.DistrictHead, "3118"))));
        Assert.Empty(await Portal.Read(db => db.DistrictReports.ToListAsync(Stop)));
    }

    [Fact]
    public async Task Work_is_handed_to_somebody_who_works_in_the_district()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        var worker = await JoinAsync("กันยา", Role.CdWorker, "3102");
        var stranger = await JoinAsync("สายใจ", Role.CdWorker, "3104");

        Assert.Equal("report.member", await Refused(() => AssignAsync(stranger, People.FromKhuMueang)));
        Assert.Equal("report.assign", await Refused(() => AssignAsync(worker, People.InRole(Role.CdWorker, "3102"))));
        await AssignAsync(worker, People.FromKhuMueang);

        Assert.Equal(worker, (await Portal.Read(db => db.DistrictReports.SingleAsync(Stop))).AssigneeId);

        Task AssignAsync(Guid member, Actor by) => Portal.Run(db => db.AssignAsync(world.Round, "3102", member, by, world.Now, Stop));
    }

    private async Task<Guid> JoinAsync(string name, Role role, string area)
    {
        var member = Member.Join(name, role, area, Actor.System, Now);
        await Portal.Write(db => db.Members.Add(member));
        return member.Id;
    }

    [Fact]
    public async Task An_open_round_asks_by_the_forms_that_it_pinned()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        await world.WriteRoundAsync(RoundWorld.Text with { Forms = ["sage--1"] });
        await Portal.Write(db => db.FormDefinitions.Add(Registry.Form(FormKind.Sage, 2, "31", Registry.Field("name", 50), Registry.Field("area", 30), Registry.Field("story", 20) with { Required = false })));

        var pinned = await world.SageAsync(nickname: "ลุง");
        var elsewhere = await world.SageAsync("311801", "ลุง");
        Assert.Equal(("sage--1", 100), await FormAsync(pinned));
        Assert.Equal(("sage-31-2", 80), await FormAsync(elsewhere));

        world.Now += TimeSpan.FromDays(2) + Directive.LateLasts;
        Assert.Equal(("sage-31-2", 80), await FormAsync(await world.SageAsync(nickname: "ลุง")));

        Task<(string, int)> FormAsync(Guid id) => Portal.Read(async db =>
        {
            var sage = await db.Sages.SingleAsync(s => s.Id == id, Stop);
            return (sage.FormKey, sage.Percent);
        });
    }

    [Fact]
    public async Task Two_provinces_have_rounds_of_their_own_and_the_department_sees_both()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        var surin = People.InRole(Role.ProvinceOfficer, "32");
        var other = Guid.CreateVersion7();
        await Portal.Write(db => db.FormDefinitions.Add(Registry.Form(FormKind.Sage, 2, "32", Registry.Field("name", 10), Registry.Field("area", 10), Registry.Field("story", 80) with { Required = false })));
        await Portal.Run(db => db.WriteDirectiveAsync(
            other, 0, "สร 1", "เรื่อง", RoundWorld.Date, "32", new() { To = ["3201"], Due = RoundWorld.Date, Tasks = [new("centres", "ศูนย์", TaskKind.Centres, 1, 5), new("sages", "ปราชญ์", TaskKind.Sages)] }, surin, world.Now, Stop));
        for (var plot = 0; plot < 6; plot++)
        {
            await world.PlotAsync("310204");
            await world.PlotAsync("320101", surin);
        }

        await world.SageAsync("310204", "ลุง");
        await world.SageAsync("320101", "ลุง", surin);

        Assert.Equal([world.Round], await SeenAsync(People.FromProvince));
        Assert.Equal([other], await SeenAsync(surin));
        Assert.Equal([other], await SeenAsync(People.InRole(Role.DistrictHead, "3201")));
        Assert.Equal(new[] { world.Round, other }.Order(), (await SeenAsync(People.InRole(Role.DepartmentOfficer, ""))).Order());
        Assert.Empty(await SeenAsync(People.InRole(Role.Villager, "310204")));
        var here = await world.RowAsync("3102");
        var there = await Portal.Read(async db => (await Portal.Get<LiveBoard>().NowAsync(db, other, world.Now, Stop))!.Rows.Single());
        // Six plots at one for each five and at one for each twenty-five; one sage by each province's own form.
        Assert.Equal((1, 2, 50, 20), (here.Target, there.Target, here.Tasks[1].Percent, there.Tasks[1].Percent));
        Assert.Equal("directive.forbidden", await Refused(() => Portal.Run(db => db.ExemptAsync(other, "3201", isExempt: true, People.FromProvince, world.Now, Stop))));

        Task<List<Guid>> SeenAsync(Actor actor) => Portal.Read(async db => (await db.RoundsForAsync(actor, Stop)).Select(d => d.Id).ToList());
    }

    [Fact]
    public async Task The_reminder_names_exactly_what_is_missing_and_no_person()
    {
        var world = await RoundWorld.BeginAsync(Portal, Stop);
        await world.PlotAsync();
        await world.SageAsync();
        var round = await Portal.Read(db => db.Directives.SingleAsync(Stop));
        var lacks = await Portal.Read(db => db.LackingAsync("3102", Stop));

        var message = Chase.Message(round, await world.RowAsync("3102"), lacks, "คูเมือง", code => code, "http://portal/studio", world.Now);

        Assert.Equal(
            """
            เรียน พัฒนาการอำเภอคูเมือง
            ตามหนังสือ ว 550.3 ลงวันที่ 8 ก.ค. 2564 ให้แล้วเสร็จภายในวันที่ 9 ก.ค. 2564 (เหลือ 1 วัน)
            ขณะนี้อำเภอครบถ้วน 13% ตรวจแล้ว 0% ยังขาด
            1. ศูนย์เรียนรู้: มี 0 จากเป้า 1 แห่ง (แปลงทั้งหมด 1 แปลง)
            2. ทะเบียนปราชญ์: มี 1 จากอย่างน้อย 2 คน
            3. ทะเบียนปราชญ์: กรอกไม่ครบ 1 จาก 1 รายการ ขาด ช่อง nickname 1
            4. ทะเบียนปราชญ์: รอคนที่สองตรวจ 1 รายการ
            5. แผนกิจกรรมที่ 4: จุดเริ่มเอามื้อสามัคคีที่กำหนดวัน ตำบล แปลง และปราชญ์แล้วมี 0 จากอย่างน้อย 1 จุด
            กรอกได้ที่ http://portal/studio
            """.ReplaceLineEndings("\n"),
            message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(23)]
    [InlineData(77)]
    public void Every_district_has_one_tile(int count)
    {
        var random = new Random(count);
        var districts = Enumerable.Range(0, count).Select(n => $"{n:0000}").ToList();
        // Some have no position, and some lie on one spot.
        var centres = districts.Where((_, n) => n % 7 != 3).ToDictionary(d => d, d => (Math.Round(random.NextDouble(), 1), Math.Round(random.NextDouble(), 1)));

        var tiles = TileMap.Place(districts, centres);

        Assert.Equal(districts, tiles.SelectMany(row => row).OfType<string>().Order(StringComparer.Ordinal));
        Assert.True(tiles.Count == 0 || tiles.All(row => row.Count == tiles[0].Count));
    }
}
