using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Tests.Databases;

namespace KhokNongNa.Portal.Tests.Reading;

public sealed class TopicReadingTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task A_text_in_two_topics_of_a_branch_counts_once_for_the_branch()
    {
        await TreeAsync();
        await PutAsync("ทั้งสอง", "compost", "mulch");
        await PutAsync("ปุ๋ย", "compost");
        await PutAsync("บนสุด", "soil");
        await PutAsync("บนและล่าง", "soil", "compost");
        await PutAsync("ข้ามกิ่ง", "mulch", "dam");

        var tree = await Portal.Read(db => db.TopicTreeAsync(Stop));

        Assert.Equal([("water", 1), ("soil", 5)], tree.Select(t => (t.Key, t.Count)));
        Assert.Equal([("compost", 3), ("mulch", 2)], tree[1].Children.Select(t => (t.Key, t.Count)));
        Assert.Equal([("dam", 1)], tree[0].Children.Select(t => (t.Key, t.Count)));
    }

    [Fact]
    public async Task Drafts_archived_texts_pages_and_unknown_topics_are_not_counted()
    {
        await TreeAsync();
        await Portal.DraftAsync(Samples.Article("ร่าง") with { Topics = ["compost"] }, People.Malee);
        await Portal.PublishAsync(Samples.Article("หน้า") with { Topics = ["compost"] }, EntryType.Page);
        await PutAsync("ไม่มีหัวข้อนี้", "none");
        var gone = await PutAsync("เลิก", "compost");
        await Portal.ActAsync(gone, People.Somchai, (entry, now) => entry.Archive(People.Somchai, now));

        Assert.All(await Portal.Read(db => db.TopicTreeAsync(Stop)), t => Assert.Equal(0, t.Count));
    }

    [Fact]
    public async Task A_count_and_the_list_behind_it_agree_on_every_level()
    {
        await TreeAsync();
        await PutAsync("ทั้งสอง", "compost", "mulch");
        await PutAsync("บนสุด", "soil");

        foreach (var (slug, count) in (List<(string, int)>)[("ดิน", 2), ("ปุ๋ยหมัก", 1), ("ห่มดิน", 1), ("น้ำ", 0)])
        {
            var view = await Portal.Read(db => db.TopicAsync(slug, 1, Stop));
            Assert.Equal((count, count, count), (view!.Topic.Count, view.Texts.Total, view.Texts.Items.Count));
        }
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("soil-2")]
    [InlineData("lonely")]
    [InlineData("left")]
    public async Task A_topic_whose_upper_one_is_missing_or_no_first_level_topic_still_has_its_page(string parent)
    {
        await TreeAsync();
        await Portal.TopicAsync("soil-2", "ชั้นสอง", "soil");
        await Portal.TopicAsync("left", "ซ้าย", "lonely");
        await Portal.TopicAsync("lonely", "เดี่ยว", parent);
        await PutAsync("ปุ๋ย", "lonely");

        var tree = await Portal.Read(db => db.TopicTreeAsync(Stop));
        var view = await Portal.Read(db => db.TopicAsync("เดี่ยว", 1, Stop));

        Assert.Equal(1, tree.Single(t => t.Key == "lonely").Count);
        Assert.Null(view!.Parent);
        Assert.Equal(1, view.Texts.Total);
        Assert.NotNull(await Portal.Read(db => db.TopicAsync("ซ้าย", 1, Stop)));
    }

    [Fact]
    public async Task Topics_stand_in_their_order_and_then_by_the_dictionary()
    {
        foreach (var (key, title) in (List<(string, string)>)[("a", "ขนม"), ("b", "เกษตร"), ("c", "ไก่"), ("d", "กล้วย"), ("e", "แกลบ"), ("f", "ก้าว"), ("g", "กาว")])
        {
            await Portal.TopicAsync(key, title);
        }

        await Portal.TopicAsync("last", "กก", order: 9);
        await Portal.TopicAsync("first", "ฮ", order: -1);

        Assert.Equal(
            ["ฮ", "กล้วย", "กาว", "ก้าว", "เกษตร", "แกลบ", "ไก่", "ขนม", "กก"],
            (await Portal.Read(db => db.TopicTreeAsync(Stop))).Select(t => t.Title));
    }

    [Fact]
    public async Task A_topic_names_its_sages_and_the_centres_of_its_texts_and_they_name_it()
    {
        await TreeAsync();
        await Portal.CentreAsync("centre", "ศูนย์");
        await Portal.CentreAsync("other", "ศูนย์อื่น");
        var sage = await Portal.SageAsync("sage", "บุญมี", Samples.Profile("compost") with { Centres = ["centre"] });
        await Portal.SageAsync("other", "คนอื่น", Samples.Profile("dam"));
        await Portal.PublishAsync(Samples.Lesson("ปุ๋ย") with { Topics = ["compost"], Sages = ["sage"], Centres = ["centre"] }, EntryType.Lesson);

        foreach (var slug in (string[])["ดิน", "ปุ๋ยหมัก"])
        {
            var topic = await Portal.Read(db => db.TopicAsync(slug, 1, Stop));
            Assert.Equal("บุญมี", Assert.Single(topic!.Sages).Name);
            Assert.Equal("ศูนย์", Assert.Single(topic.Centres).Name);
        }

        var sageView = (await Portal.Read(db => db.SageAsync(sage.Code, new DateOnly(2026, 11, 22), Stop)))!;
        Assert.Equal("/topics/ปุ๋ยหมัก", Assert.Single(sageView.Expertise).Topic!.Url);
        Assert.Equal("/centres/ศูนย์", Assert.Single(sageView.Centres).Url);
        Assert.Equal("/lessons/ปุ๋ย", Assert.Single(sageView.Lessons).Url);
        var centreView = (await Portal.Read(db => db.CentreAsync("ศูนย์", Stop)))!;
        Assert.Equal(Urls.Of(sage), Assert.Single(centreView.Sages).Url);
        Assert.Equal("/topics/ปุ๋ยหมัก", Assert.Single(centreView.Topics).Url);
        Assert.Equal("/lessons/ปุ๋ย", Assert.Single(centreView.Lessons).Url);
        var lesson = (await Portal.Read(db => db.EntryAsync(EntryType.Lesson, "ปุ๋ย", Stop)))!;
        Assert.Equal(("/topics/ปุ๋ยหมัก", "/centres/ศูนย์", Urls.Of(sage)), (lesson.Topics[0].Url, lesson.Centres[0].Url, lesson.Sages[0].Url));
    }

    [Fact]
    public async Task A_base_names_its_lessons_and_centres_and_they_name_it()
    {
        await Portal.BaseAsync("b2", "ฐานน้ำ", 2);
        await Portal.BaseAsync("b1", "ฐานดิน", 1);
        await Portal.CentreAsync("centre", "ศูนย์", "310427", bases: ["b1"]);
        await Portal.PublishAsync(Samples.Lesson("ปุ๋ย") with { Bases = ["b1", "none"] }, EntryType.Lesson);

        var view = (await Portal.Read(db => db.BaseAsync("ฐานดิน", 1, Stop)))!;

        Assert.Equal("/lessons/ปุ๋ย", Assert.Single(view.Lessons.Items).Url);
        Assert.Equal("ศูนย์", Assert.Single(view.Centres).Name);
        Assert.Equal("/bases/ฐานดิน", Assert.Single((await Portal.Read(db => db.CentreAsync("ศูนย์", Stop)))!.Bases).Url);
        Assert.Equal("/bases/ฐานดิน", Assert.Single((await Portal.Read(db => db.EntryAsync(EntryType.Lesson, "ปุ๋ย", Stop)))!.Bases).Url);
        Assert.Equal(["ฐานดิน", "ฐานน้ำ"], (await Portal.Read(db => db.BasesAsync(Stop))).Select(b => b.Title));
    }

    [Fact]
    public async Task What_is_not_there_is_no_view()
    {
        Assert.Null(await Portal.Read(db => db.TopicAsync("none", 1, Stop)));
        Assert.Null(await Portal.Read(db => db.BaseAsync("none", 1, Stop)));
        Assert.Null(await Portal.Read(db => db.CentreAsync("none", Stop)));
        Assert.Null(await Portal.Read(db => db.SageAsync("none", new DateOnly(2026, 11, 22), Stop)));
        Assert.Null(await Portal.Read(db => db.EntryAsync(EntryType.Lesson, "none' OR 1=1 --", Stop)));
    }

    private async Task TreeAsync()
    {
        await Portal.TopicAsync("soil", "ดิน", order: 2);
        await Portal.TopicAsync("water", "น้ำ", order: 1);
        await Portal.TopicAsync("mulch", "ห่มดิน", "soil");
        await Portal.TopicAsync("compost", "ปุ๋ยหมัก", "soil");
        await Portal.TopicAsync("dam", "ฝาย", "water");
    }

    private Task<Guid> PutAsync(string title, params string[] topics) => Portal.PublishAsync(Samples.Article(title) with { Topics = topics });
}
