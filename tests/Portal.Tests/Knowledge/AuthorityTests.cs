using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Tests.Databases;

namespace KhokNongNa.Portal.Tests.Knowledge;

public sealed class AuthorityTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task Nobody_writes_in_an_area_that_is_not_theirs()
    {
        Assert.Equal("entry.forbidden", await Refused(() => Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.FromKhuMueang, "3104")));
        Assert.Equal("entry.forbidden", await Refused(() => Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee, "31")));
        Assert.Empty(await Journal());
    }

    [Theory]
    [InlineData("")]
    [InlineData("31999")]
    [InlineData("3104 ")]
    [InlineData("3104<b>")]
    [InlineData("3104-a")]
    [InlineData("๓๑๐๔")]
    [InlineData("31042701")]
    public async Task What_is_no_area_code_is_refused_by_a_sentence(string area)
    {
        var everywhere = People.InRole(Role.Administrator, "");

        Assert.Equal("entry.area", await Refused(() => Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), everywhere, area)));
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), everywhere);
        Assert.Equal("entry.area", await Refused(() => Portal.ReviseAsync(id, 1, Samples.Article("ปุ๋ยหมัก"), everywhere, area)));
    }

    [Fact]
    public async Task A_text_of_another_district_is_not_there()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee);

        Assert.Equal("entry.none", await Refused(() => Portal.ReviseAsync(id, 1, Samples.Article("ของฉัน"), People.FromKhuMueang)));
        Assert.Equal("entry.none", await Refused(() => Portal.ActAsync(id, People.FromKhuMueang, (entry, now) => entry.Submit(People.FromKhuMueang, now))));
        Assert.Empty((await Portal.Read(db => db.FindAsync(People.FromKhuMueang, new EntryFilter(), Stop))).Rows);
        Assert.Single((await Portal.Read(db => db.FindAsync(People.FromProvince, new EntryFilter(), Stop))).Rows);
    }

    [Fact]
    public void Each_verb_asks_for_its_own_permission_where_the_text_belongs()
    {
        var now = Portal.Clock.Now;
        var entry = Entry.Draft(EntryType.Article, null, "3104", Samples.Article("ปุ๋ยหมัก"), People.Malee, now);
        Forbidden(() => entry.Revise(Samples.Article("ข"), Samples.Article("ปุ๋ยหมัก"), People.FromKhuMueang, now));
        Forbidden(() => entry.Submit(People.FromKhuMueang, now));
        entry.Submit(People.Malee, now);
        Forbidden(() => entry.Approve(Samples.Ticked, People.FromKhuMueang, now));
        Forbidden(() => entry.Return([new("", "แก้")], People.FromKhuMueang, now));
        Forbidden(() => entry.Approve(Samples.Ticked, People.InRole(Role.CdWorker, "3104"), now));
        entry.Approve(Samples.Ticked, People.Somchai, now);
        Forbidden(() => entry.Publish(Samples.Article("ปุ๋ยหมัก"), "ปุ๋ยหมัก", People.FromKhuMueang, now));
        Forbidden(() => entry.Publish(Samples.Article("ปุ๋ยหมัก"), "ปุ๋ยหมัก", People.Malee, now));
        entry.Publish(Samples.Article("ปุ๋ยหมัก"), "ปุ๋ยหมัก", People.Somchai, now);
        Forbidden(() => entry.Archive(People.FromKhuMueang, now));
        Forbidden(() => entry.Archive(People.Malee, now));
        entry.Archive(People.FromProvince, now);
    }

    [Fact]
    public async Task The_province_covers_its_districts()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee, "310427");
        await Portal.ActAsync(id, People.Malee, (entry, now) => entry.Submit(People.Malee, now));
        await Portal.ActAsync(id, People.FromProvince, (entry, now) => entry.Approve(Samples.Ticked, People.FromProvince, now));
        await Portal.PutLiveAsync(id, People.FromProvince);

        Assert.True((await Portal.EntryAsync(id)).IsLive);
    }

    [Fact]
    public async Task A_text_moves_only_between_areas_that_are_both_the_writers_and_the_journal_says_so()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee);

        Assert.Equal("entry.forbidden", await Refused(() => Portal.ReviseAsync(id, 1, Samples.Article("ปุ๋ยหมัก"), People.Malee, "3102")));
        await Portal.ReviseAsync(id, 1, Samples.Article("ปุ๋ยหมัก"), People.FromProvince, "3102");

        Assert.Equal(("3102", 1), ((await Portal.EntryAsync(id)).AreaCode, (await Portal.EntryAsync(id)).LatestNumber));
        Assert.Equal("""{"area":"3102"}""", (await Journal())[^1].Data);
    }

    private static void Forbidden(Action act) => Assert.Equal("entry.forbidden", Assert.Throws<PortalException>(act).Code);
}
