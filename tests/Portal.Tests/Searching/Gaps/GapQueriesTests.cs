using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Searching.Gaps;
using KhokNongNa.Portal.Tests.Databases;

namespace KhokNongNa.Portal.Tests.Searching.Gaps;

public sealed class GapQueriesTests(TestDatabases databases) : GapTest(databases)
{
    private static readonly DateOnly November = new(2026, 11, 1);

    [Fact]
    public async Task Lists_say_what_was_not_found_what_hardly_and_what_is_asked_most()
    {
        Ask("ไม่มีเลย", times: 3);
        Ask("มีน้อย", times: 4, found: 2);
        Ask("มีมาก", times: 9, found: 30);
        Ask("เคยไม่มี", times: 5);
        Ask("เคยไม่มี", found: 7);
        await WriteAsync();

        Assert.Equal(["ไม่มีเลย 3"], await ListAsync(GapList.Nothing));
        Assert.Equal(["มีน้อย 4"], await ListAsync(GapList.Few));
        Assert.Equal(["มีมาก 9", "เคยไม่มี 6", "มีน้อย 4", "ไม่มีเลย 3"], await ListAsync(GapList.Most));
    }

    [Fact]
    public async Task Pressing_twice_is_not_the_people_but_asking_on_another_day_is()
    {
        Ask("กดสองครั้ง", times: 2);
        Ask("ถามสองวัน");
        await WriteAsync();
        Portal.Clock.Now = Now.AddDays(1);
        Ask("ถามสองวัน");
        await WriteAsync();

        Assert.Equal(["ถามสองวัน 2"], await ListAsync(GapList.Nothing));
    }

    [Fact]
    public async Task A_district_sees_its_own_and_what_was_asked_without_one_and_the_province_sees_all()
    {
        Ask("นางรอง", times: 3, area: "3104");
        Ask("คูเมือง", times: 4, area: "3102");
        Ask("ทั่วไป", times: 5);
        Ask("ต่างจังหวัด", times: 6, area: "3201");
        await WriteAsync();

        Assert.Equal(["ทั่วไป 5", "นางรอง 3"], await ListAsync(GapList.Most, People.Somchai));
        Assert.Equal(["ทั่วไป 5", "คูเมือง 4", "นางรอง 3"], await ListAsync(GapList.Most, People.FromProvince));
        Assert.Equal(["ต่างจังหวัด 6", "ทั่วไป 5", "คูเมือง 4", "นางรอง 3"], await ListAsync(GapList.Most, People.InRole(Role.Administrator, "")));
        Assert.Empty(await ListAsync(GapList.Most, People.Malee));
        Assert.Equal(["นางรอง 3"], await ListAsync(GapList.Most, People.FromProvince, "3104"));
        Assert.Equal(["ทั่วไป 5"], await ListAsync(GapList.Most, People.FromProvince, GapQueries.NoDistrict));
        Assert.Empty(await ListAsync(GapList.Most, People.Somchai, "3102"));
    }

    [Fact]
    public async Task One_question_of_several_districts_is_one_line()
    {
        Ask("เสวียน", times: 2, area: "3104");
        Ask("เสวียน", times: 2, found: 1, area: "3102");
        await WriteAsync();

        Assert.Equal(["เสวียน 4"], await ListAsync(GapList.Few));
        Assert.Equal(4, (await Portal.Read(db => db.GapsAsync(People.FromProvince, new GapFilter(November), Stop))).Searches);
    }

    [Fact]
    public async Task A_page_beyond_the_end_is_the_last()
    {
        for (var i = 0; i < GapQueries.PageSize + 1; i++)
        {
            Ask($"คำ {i}", times: 3);
        }

        await WriteAsync();

        var page = await Portal.Read(db => db.GapsAsync(People.FromProvince, new GapFilter(November, Page: 99), Stop));
        Assert.Equal((1, GapQueries.PageSize + 1), (page.Rows.Count, page.Total));
    }

    private async Task<List<string>> ListAsync(GapList list, Actor? actor = null, string district = "") =>
        [.. (await Portal.Read(db => db.GapsAsync(actor ?? People.FromProvince, new GapFilter(November, district, list), Stop))).Rows.Select(r => $"{r.Query} {r.Times}")];
}
