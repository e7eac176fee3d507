using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Searching;
using KhokNongNa.Portal.Searching.Gaps;
using KhokNongNa.Portal.Tests.Databases;

namespace KhokNongNa.Portal.Tests.Searching.Gaps;

public sealed class GapQueriesTests(TestDatabases databases) : GapTest(databases)
{
    private static readonly DateOnly November = new(2026, 11, 1);

    [Fact]
    public async Task Lists_say_what_has_no_answer_what_hardly_and_what_is_asked_most()
    {
        foreach (var title in new[] { "เลี้ยงปลาดุกในบ่อ", "ข้าวหอมมะลินาดำ", "ข้าวหอมมะลินาหว่าน", "ข้าวหอมมะลิแปรรูป" })
        {
            await Portal.PublishAsync(Samples.Article(title));
        }

        await IndexAsync();
        Ask("ค้นแล้วว่าง", times: 3);
        Ask("วิธีเลี้ยงปลาดุกอย่างไร", times: 4, found: 2);
        Ask("ข้าวหอมมะลิ", times: 9, found: 30);
        Ask("เลี้ยงจระเข้ในบ่อ", times: 5, found: 27);
        await WriteAsync();

        Assert.Equal(["เลี้ยงจระเข้ในบ่อ 5", "ค้นแล้วว่าง 3"], await ListAsync(GapList.Nothing));
        Assert.Equal(["วิธีเลี้ยงปลาดุกอย่างไร 4"], await ListAsync(GapList.Few));
        Assert.Equal(["ข้าวหอมมะลิ 9", "เลี้ยงจระเข้ในบ่อ 5", "วิธีเลี้ยงปลาดุกอย่างไร 4", "ค้นแล้วว่าง 3"], await ListAsync(GapList.Most));
    }

    [Fact]
    public async Task A_gap_that_was_filled_is_none_when_it_is_asked_again()
    {
        Ask("เลี้ยงจระเข้", times: 3);
        await WriteAsync();
        Assert.Single(await ListAsync(GapList.Nothing));

        await Portal.PublishAsync(Samples.Article("เลี้ยงจระเข้ไม่ได้นะ"));
        await IndexAsync();
        Ask("เลี้ยงจระเข้", found: 1);
        await WriteAsync();

        Assert.Empty(await ListAsync(GapList.Nothing));
        Assert.Equal(["เลี้ยงจระเข้ 4"], await ListAsync(GapList.Few));
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
        Ask("เสวียน", times: 2, area: "3102");
        await WriteAsync();

        Assert.Equal(["เสวียน 4"], await ListAsync(GapList.Nothing));
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

    private Task IndexAsync() => Portal.Run(async db =>
    {
        await Portal.Get<IndexFollower>().StartAsync(db, Stop);
        await Portal.Get<IndexFollower>().FollowAsync(db, await db.HappeningsAfterAsync(0, 500, Stop), Stop);
    });

    private async Task<List<string>> ListAsync(GapList list, Actor? actor = null, string district = "") =>
        [.. (await Portal.Read(db => db.GapsAsync(actor ?? People.FromProvince, new GapFilter(November, district, list), Stop))).Rows.Select(r => $"{r.Query} {r.Times}")];
}
