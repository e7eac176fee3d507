using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Registers;

public sealed class BasesTests(TestDatabases databases) : PortalTest(databases)
{
    private static readonly Actor Administrator = People.InRole(Role.Administrator, "");

    [Fact]
    public void Bases_are_put_ordered_and_left_out_by_their_lasting_number()
    {
        IReadOnlyList<CentreBase> bases = [new() { Number = 1, Name = "ดิน" }, new() { Number = 2, Name = "น้ำ" }];

        Assert.Equal(["ดิน", "น้ำ", "ป่า"], bases.With(new() { Number = 3, Name = "ป่า" }).Select(b => b.Name));
        Assert.Equal(["คนรักษ์ดิน", "น้ำ"], bases.With(new() { Number = 1, Name = "คนรักษ์ดิน" }).Select(b => b.Name));
        Assert.Equal([2, 1], bases.InOrder([2, 1, 2, 9]).Select(b => b.Number));
        Assert.Equal([2], bases.InOrder([2]).Select(b => b.Number));
    }

    [Fact]
    public void Materials_grow_with_the_group()
    {
        var one = new CentreBase { People = 20, Materials = [new("ฟาง", 5, "ก้อน"), new("น้ำหมัก", 0.5m, "ลิตร"), new("ผ้าใบ", null, "")] };

        Assert.Equal([7.5m, 0.75m, null], one.MaterialsFor(30).Select(m => m.Amount));
        Assert.Equal([1.75m, 0.18m, null], one.MaterialsFor(7).Select(m => m.Amount));
        Assert.Same(one.Materials, one.MaterialsFor(0));
        Assert.Equal(5, (one with { People = null }).MaterialsFor(30)[0].Amount);
    }

    [Fact]
    public async Task The_number_of_a_base_that_went_is_not_given_again()
    {
        await Portal.CentreAsync("centre", "ศูนย์", bases: ["base-soil", "base-water"]);
        var id = await Portal.Read(db => db.Centres.Select(c => c.Id).SingleAsync(Stop));
        await Portal.Run(async db => Assert.True(await db.WriteRecordAsync<Centre, CentreRecord>(
            id, 1, r => r with { Profile = r.Profile with { Bases = r.Profile.Bases.InOrder([1]) } }, People.Somchai, Now, Stop)));
        await AcceptAsync(id, 2);

        var centre = await Portal.Read(db => db.Centres.AsNoTracking().SingleAsync(Stop));
        Assert.Equal([1], centre.Profile.Bases.Select(b => b.Number));
        Assert.Equal(3, await Portal.Read(db => db.NextBaseAsync(centre, Stop)));
    }

    [Fact]
    public async Task The_shared_list_is_written_by_who_runs_the_portal_with_names_of_their_own()
    {
        var (id, text) = (Guid.CreateVersion7(), new TermText { Title = "คนเลี้ยงไส้เดือน", Order = 10, Synonyms = [" ไส้เดือน ", "", "ขี้ไก่เดือน"] });
        Assert.Equal("term.forbidden", await Refused(() => WriteAsync(id, 0, text, People.FromProvince)));
        await WriteAsync(id, 0, text);
        await WriteAsync(id, 0, text);

        var known = await Portal.Read(db => db.LearningBases.AsNoTracking().SingleAsync(Stop));
        Assert.Equal(("คนเลี้ยงไส้เดือน", 10, "ไส้เดือน,ขี้ไก่เดือน"), (known.Title, known.Order, string.Join(',', known.Synonyms)));
        await WriteAsync(id, known.Version, text with { Title = "คนรักไส้เดือน" });
        Assert.Equal("base.changed", await Refused(() => WriteAsync(id, known.Version, text)));
        Assert.Equal("base.taken", await Refused(() => WriteAsync(Guid.CreateVersion7(), 0, text with { Title = "คนรักไส้เดือน" })));
        Assert.Equal("base.title", await Refused(() => WriteAsync(Guid.CreateVersion7(), 0, text with { Title = "…" })));
        Assert.Equal("base.order", await Refused(() => WriteAsync(Guid.CreateVersion7(), 0, text with { Title = "อื่น", Order = -1 })));
        Assert.Equal(("คนรักไส้เดือน", known.Slug), await Portal.Read(async db => await db.LearningBases.Select(b => new ValueTuple<string, string>(b.Title, b.Slug)).SingleAsync(Stop)));
    }

    private Task WriteAsync(Guid id, int version, TermText text, Actor? by = null) => Portal.Run(db => db.WriteBaseAsync(id, version, text, by ?? Administrator, Now, Stop));

    private async Task AcceptAsync(Guid id, int revision)
    {
        await Portal.Run(db => db.SubmitAsync<Centre>(id, People.Somchai, Now, Stop));
        await Portal.Run(db => db.CheckAsync<Centre>(id, revision, People.Prasert, Now, Stop));
        await Portal.Run(db => db.AcceptAsync<Centre>(id, revision, People.Prasert, Now, Stop));
    }
}
