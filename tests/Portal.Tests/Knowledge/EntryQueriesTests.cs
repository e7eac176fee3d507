using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Tests.Databases;

namespace KhokNongNa.Portal.Tests.Knowledge;

public sealed class EntryQueriesTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task Texts_are_found_by_state_type_and_part_of_the_title()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมักแห้ง 50%"), People.Malee);
        await Portal.DraftAsync(Samples.Article("น้ำหมัก"), People.Malee);
        await Portal.PublishAsync(Samples.Lesson("ปุ๋ยพืชสด"), EntryType.Lesson);
        await Portal.ActAsync(id, People.Malee, (entry, now) => entry.Submit(People.Malee, now));

        Assert.Equal(["ปุ๋ยหมักแห้ง 50%"], await TitlesAsync(new(State: EntryState.InReview)));
        Assert.Equal(["ปุ๋ยพืชสด"], await TitlesAsync(new(Type: EntryType.Lesson)));
        Assert.Equal(2, (await TitlesAsync(new(Text: "ปุ๋ย"))).Count);
        Assert.Equal(["ปุ๋ยหมักแห้ง 50%"], await TitlesAsync(new(Text: " 0% ")));
        Assert.Equal(["น้ำหมัก"], await TitlesAsync(new(Text: "นํ้าหมัก")));
        Assert.Empty(await TitlesAsync(new(Text: "_")));
        Assert.Empty(await TitlesAsync(new(Text: new string('ก', 10_000))));
        Assert.Empty(await TitlesAsync(new(Text: "a\0\uD800'\";--")));
    }

    [Theory]
    [InlineData(int.MinValue, 30)]
    [InlineData(0, 30)]
    [InlineData(2, 1)]
    [InlineData(int.MaxValue, 1)]
    public async Task A_page_out_of_range_is_the_nearest_one(int page, int rows)
    {
        await Portal.Write(db => db.Entries.AddRange(Enumerable.Range(0, 31).Select(n =>
            Entry.Draft(EntryType.Article, null, "3104", Samples.Article($"เรื่อง {n}"), People.Malee, Now.AddMinutes(n)))));

        var (found, total) = await Portal.Read(db => db.FindAsync(People.Malee, new(Page: page), Stop));

        Assert.Equal((31, rows), (total, found.Count));
    }

    [Fact]
    public async Task Who_wrote_it_is_named_also_when_it_was_a_file_or_somebody_who_left()
    {
        var member = Member.Join("มาลี", Role.Recorder, "3104", Actor.System, Now);
        await Portal.Write(db => db.Members.Add(member));
        await Portal.DraftAsync(Samples.Article("ก"), member.ToActor(ThaiTime.Day(Now)));
        await Portal.PublishAsync(Samples.Article("ข"));
        await Portal.DraftAsync(Samples.Article("ค"), People.Malee);

        var (rows, _) = await Portal.Read(db => db.FindAsync(People.Malee, new(), Stop));

        Assert.Equal(["มาลี", "นำเข้าจากไฟล์", "ผู้ใช้ที่ออกไปแล้ว"], rows.OrderBy(r => r.Title).Select(r => r.Author));
    }

    [Fact]
    public async Task Only_texts_in_ones_own_areas_are_found()
    {
        await Portal.DraftAsync(Samples.Article("ก"), People.Malee, "310427");
        await Portal.DraftAsync(Samples.Article("ข"), People.FromKhuMueang, "3102");
        await Portal.DraftAsync(Samples.Article("ค"), People.FromProvince, "31");

        Assert.Equal(["ก"], await TitlesAsync(new(), People.Malee));
        Assert.Equal(["ข"], await TitlesAsync(new(), People.FromKhuMueang));
        Assert.Equal(["ก", "ข", "ค"], await TitlesAsync(new(), People.FromProvince));
        Assert.Equal(["ก", "ข", "ค"], await TitlesAsync(new(), People.InRole(Role.Administrator, "")));
        Assert.Empty(await TitlesAsync(new(), new Actor(Guid.CreateVersion7(), [])));
        Assert.Equal(["ก", "ข"], await TitlesAsync(new(), new Actor(Guid.CreateVersion7(), [new(Permission.Write, "3104"), new(Permission.Write, "3102")])));
    }

    private async Task<List<string>> TitlesAsync(EntryFilter filter, Actor? by = null) =>
        [.. (await Portal.Read(db => db.FindAsync(by ?? People.FromProvince, filter, Stop))).Rows.Select(r => r.Title).Order(StringComparer.Ordinal)];
}
