using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Knowledge;

public sealed class EntryWritingTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task The_second_of_two_editors_is_told_gets_the_other_text_and_may_save_on_top_of_it()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee);
        await Portal.ReviseAsync(id, 1, Samples.Article("ปุ๋ยหมัก", "ของสมชาย"), People.Somchai);

        var second = await Portal.ReviseAsync(id, 1, Samples.Article("ปุ๋ยหมัก", "ของมาลี"), People.Malee);

        Assert.Equal("ของสมชาย", second.Theirs!.Content.Body);
        Assert.Equal((People.Somchai.Id, 2, 2), (second.Theirs.AuthorId, second.Theirs.Number, second.Number));
        Assert.Equal(2, (await Portal.EntryAsync(id)).LatestNumber);
        Assert.Null((await Portal.ReviseAsync(id, second.Number, Samples.Article("ปุ๋ยหมัก", "ของทั้งสอง"), People.Malee)).Theirs);
        Assert.Equal(["เนื้อความ", "ของสมชาย", "ของทั้งสอง"], await BodiesAsync(id));
    }

    [Fact]
    public async Task Of_ten_editors_at_once_one_saves_and_nine_are_told()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(n =>
            Task.Run(() => Portal.ReviseAsync(id, 1, Samples.Article("ปุ๋ยหมัก", $"คนที่ {n}"), People.Malee), Stop)));

        Assert.Single(outcomes, o => o.Theirs is null);
        Assert.Single(outcomes.Select(o => o.Theirs?.Content.Body).OfType<string>().Distinct());
        Assert.Equal(2, (await BodiesAsync(id)).Count);
    }

    [Fact]
    public async Task Saving_what_is_there_already_is_no_revision_and_nothing_in_the_journal()
    {
        var lesson = Samples.Lesson("ปุ๋ยหมัก");
        var id = await Portal.DraftAsync(lesson, People.Malee);
        var version = (await Portal.EntryAsync(id)).Version;

        var outcome = await Portal.ReviseAsync(id, 1, Samples.Lesson("ปุ๋ยหมัก"), People.Malee);

        Assert.Equal(1, outcome.Number);
        Assert.Equal(version, (await Portal.EntryAsync(id)).Version);
        Assert.Single(await Journal());
    }

    [Fact]
    public async Task Readers_keep_the_published_text_until_the_new_one_is_published()
    {
        var id = await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก", "ฉบับแรก"));

        await Portal.ReviseAsync(id, 1, Samples.Article("ปุ๋ยหมักสูตรใหม่", "ฉบับแก้"), People.Malee);

        var view = await Portal.Read(db => db.EntryAsync(EntryType.Article, "ปุ๋ยหมัก", Stop));
        Assert.Equal(("ปุ๋ยหมัก", "ฉบับแรก", 1), (view!.Content.Title, view.Content.Body, view.Version));
        var entry = await Portal.EntryAsync(id);
        Assert.True(entry.HasUnpublishedChanges);
        Assert.Equal("ปุ๋ยหมักสูตรใหม่", entry.Title);
        Assert.Equal("ปุ๋ยหมัก", Assert.Single((await Portal.Read(db => db.HomeAsync(Stop))).Articles).Title);
    }

    [Fact]
    public async Task Names_of_changed_fields_go_into_the_journal()
    {
        var before = Samples.Lesson("ปุ๋ยหมัก");
        var id = await Portal.DraftAsync(before, People.Malee);

        await Portal.ReviseAsync(id, 1, before with { Title = "ปุ๋ยหมักแห้ง", Lesson = before.Lesson! with { WorkMinutes = 90, Tips = ["รดน้ำ"] } }, People.Malee);

        Assert.Equal("""{"revision":2,"fields":["title","work-minutes","tips"]}""", (await Journal())[^1].Data);
    }

    [Fact]
    public async Task Every_field_comes_back_from_the_database_as_it_was_saved()
    {
        var content = Full();
        var id = await Portal.DraftAsync(content, People.Malee);

        var revision = await Portal.Read(db => db.RevisionAsync(id, 1, Stop));

        Assert.Empty(EntryDifference.Fields(content, revision!.Content));
        Assert.Equal((content.Licence, content.Sources[0]), (revision.Content.Licence, revision.Content.Sources[0]));
        Assert.Equal(content.Lesson!.Materials, revision.Content.Lesson!.Materials);
        Assert.Equal(content.Lesson.Steps, revision.Content.Lesson.Steps);
        Assert.Equal(content.Lesson.Waters, revision.Content.Lesson.Waters);
    }

    [Fact]
    public async Task A_text_that_is_not_there_is_told_so() =>
        Assert.Equal("entry.none", await Refused(() => Portal.ReviseAsync(Guid.CreateVersion7(), 1, Samples.Article("ปุ๋ยหมัก"), People.Malee)));

    internal static EntryContent Full() => Samples.Lesson("ปุ๋ยหมัก 😀 «ครบ»") with
    {
        Slug = "ปุ๋ยหมัก-ครบ",
        Topics = ["compost", "soil"],
        Sages = ["sage-1"],
        Centres = ["centre-1"],
        Bases = ["base-1"],
        Sources = [new Source("ตำรา: ปุ๋ย", "https://example.org/?a=1&b=2", new DateOnly(2026, 11, 22)), new Source("คำบอกเล่า", "", null)],
        Licence = Licence.Community,
        Lesson = new LessonFields
        {
            Gains = ["ได้ปุ๋ย", "ไม่เผาฟาง"],
            Difficulty = Difficulty.Easy,
            WorkMinutes = 0,
            WaitDays = 60,
            CostBaht = 1340.5m,
            CostNote = "ถ้าซื้อทั้งหมด",
            Seasons = [Season.Cool, Season.Hot],
            Months = [11, 12, 1],
            Soils = [Soil.Any],
            Waters = [Water.Pond, Water.Any],
            Parts = [PlotPart.Na, PlotPart.Khok],
            MinRai = 0.05m,
            Materials = [new Material("ฟาง", 20, "ก้อน", 0, "แห้ง"), new Material("น้ำ", null, "", null, "")],
            Steps = [new Step("ปู", "บรรทัดหนึ่ง\nบรรทัดสอง", 20, "compost/layers.svg", "ชั้นฟาง"), new Step("", "รด", null, "", "")],
            Tips = ["ชวนเพื่อนบ้าน"],
            Cautions = ["กองร้อน"],
            Suits = ["บ้านมีนา"],
            Unsuited = ["ที่ลุ่ม"],
            Signs = ["ร่วน"],
            Problems = [new Problem("ไม่ร้อน", "เติมน้ำ")],
            Failures = ["กองเตี้ย"],
        },
    };

    private Task<List<string>> BodiesAsync(Guid id) => Portal.Read(async db =>
        (await db.Revisions.AsNoTracking().Where(r => r.EntryId == id).OrderBy(r => r.Number).ToListAsync(Stop)).ConvertAll(r => r.Content.Body));
}
