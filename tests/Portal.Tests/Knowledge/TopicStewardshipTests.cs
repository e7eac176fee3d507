using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Knowledge;

public sealed class TopicStewardshipTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task A_merged_topics_texts_and_sages_count_under_the_one_that_stays_and_its_addresses_lead_there()
    {
        await SeedAsync();
        await MergeAsync("mulch", "soil");

        var tree = await Portal.Read(db => db.TopicTreeAsync(Stop));
        Assert.Equal(("soil", 2), tree.Select(t => (t.Key, t.Count)).Single(t => t.Key == "soil"));
        Assert.DoesNotContain(tree.SelectMany(t => t.Children).Concat(tree), t => t.Key == "mulch");
        Assert.Equal("/topics/ดิน", await Portal.Read(db => db.TopicMovedToAsync("ห่มดิน", Stop)));
        Assert.Equal(1, (await Portal.Read(db => db.SageTopicsAsync(new(), Stop)))["soil"]);
        var kept = await Portal.Read(db => db.Topics.SingleAsync(t => t.Key == "soil", Stop));
        Assert.Contains("ห่มดิน", kept.Synonyms);
        // A text that was in both is there once, and its main topic stays the main one.
        var both = await Portal.Read(db => db.References.Where(r => r.Kind == ReferenceKind.Topic && r.Key == "soil").OrderBy(r => r.Position).Select(r => r.Position).ToListAsync(Stop));
        Assert.Equal([0, 0], both);
        Assert.Contains("topic merged", await VerbsInJournal());
    }

    [Fact]
    public async Task A_text_or_a_file_that_names_a_merged_topic_lands_on_the_one_that_stays()
    {
        await SeedAsync();
        await MergeAsync("mulch", "soil");
        await Portal.PublishAsync(Samples.Article("ทีหลัง") with { Topics = ["mulch", "soil"] }, key: "later");

        var view = await Portal.Read(db => db.EntryAsync(EntryType.Article, "ทีหลัง", Stop));
        Assert.Equal(["ดิน"], view!.Topics.Select(t => t.Title));

        var folder = NewFolder("out");
        await Portal.Export(folder);
        Assert.Contains("\nmerged:\n- mulch\n", (await File.ReadAllTextAsync(Path.Combine(folder, "topics", "soil.md"), Stop)).Replace("  - ", "- ", StringComparison.Ordinal), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "topics", "mulch.md"), "---\nid: mulch\ntype: topic\ntitle: ห่มดินอีกครั้ง\n---\n");
        await Portal.Import(folder);
        Assert.False(await Portal.Read(db => db.Topics.AnyAsync(t => t.Key == "mulch", Stop)));
    }

    [Fact]
    public async Task There_are_two_levels_and_no_loops()
    {
        await SeedAsync();
        await Portal.TopicAsync("water", "น้ำ");
        await Portal.TopicAsync("pond", "หนอง", "water");

        Assert.Equal("topic.same", await Refused(() => MergeAsync("soil", "soil")));
        Assert.Equal("topic.levels", await Refused(() => MergeAsync("water", "pond")));
        Assert.Equal("topic.levels", await Refused(() => WriteAsync("water", t => t with { Parent = "soil" })));
        Assert.Equal("topic.parent", await Refused(() => WriteAsync("soil", t => t with { Parent = "pond" })));
        Assert.Equal("topic.parent", await Refused(() => WriteAsync("soil", t => t with { Parent = "soil" })));
        await MergeAsync("water", "soil");
        Assert.Equal("soil", await Portal.Read(db => db.Topics.Where(t => t.Key == "pond").Select(t => t.ParentKey).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Of_two_who_change_a_topic_at_once_the_second_is_told()
    {
        await SeedAsync();
        var (mulch, soil) = (await FindAsync("mulch"), await FindAsync("soil"));
        await WriteAsync("soil", t => t with { Title = "ดินดี", Slug = "ดินดี" });

        Assert.Equal("topic.changed", await Refused(() => Portal.Run(db => db.MergeTopicsAsync((mulch.Id, mulch.Version), (soil.Id, soil.Version), "", Actor.System, Now, Stop))));
        Assert.Equal("topic.changed", await Refused(() => Portal.Run(db => db.WriteTopicAsync(soil.Id, soil.Version, new() { Title = "อื่น" }, Actor.System, Now, Stop))));
        Assert.Equal("/topics/ดินดี", await Portal.Read(db => db.TopicMovedToAsync("ดิน", Stop)));
        // Nobody takes an address that leads elsewhere; the topic itself may have it back.
        Assert.Equal("topic.slug-taken", await Refused(() => WriteAsync("mulch", t => t with { Slug = "ดิน" })));
        await WriteAsync("soil", t => t with { Title = "ดินดี", Slug = "ดิน" });
        Assert.Null(await Portal.Read(db => db.TopicMovedToAsync("ดิน", Stop)));
        await Portal.Run(db => db.WriteTopicAsync(Guid.CreateVersion7(), 0, new() { Title = "ของจังหวัด" }, People.FromProvince, Now, Stop));
        Assert.Equal("term.forbidden", await Refused(() => Portal.Run(db => db.WriteTopicAsync(Guid.CreateVersion7(), 0, new() { Title = "ของอำเภอ" }, People.Somchai, Now, Stop))));
    }

    [Fact]
    public async Task Nothing_is_merged_that_was_not_looked_at_as_it_is()
    {
        await SeedAsync();
        var (mulch, soil) = (await FindAsync("mulch"), await FindAsync("soil"));
        var seen = (await Portal.Read(db => TopicEffects.OfAsync(db, mulch, Stop))).Stamp;
        await Portal.PublishAsync(Samples.Article("สาม") with { Topics = ["mulch"] });

        foreach (var stamp in (string[])["", seen])
        {
            Assert.Equal("topic.unseen", await Refused(() => Portal.Run(db => db.MergeTopicsAsync((mulch.Id, mulch.Version), (soil.Id, soil.Version), stamp, Actor.System, Now, Stop))));
        }

        await MergeAsync("mulch", "soil");
        Assert.False(await Portal.Read(db => db.Topics.AnyAsync(t => t.Key == "mulch", Stop)));
    }

    [Fact]
    public async Task What_hangs_on_a_topic_is_told_before_it_is_changed()
    {
        await SeedAsync();
        await Portal.DraftAsync(Samples.Article("ร่าง") with { Topics = ["mulch"] }, People.Malee);

        var effects = await Portal.Read(async db => await TopicEffects.OfAsync(db, await db.Topics.SingleAsync(t => t.Key == "mulch", Stop), Stop));

        Assert.Equal((2, 1, 1, "/topics/ห่มดิน"), (effects.Live, effects.Drafts, effects.Sages, Assert.Single(effects.Addresses)));
    }

    private async Task SeedAsync()
    {
        await Portal.TopicAsync("soil", "ดิน");
        await Portal.TopicAsync("mulch", "ห่มดิน", "soil");
        await Portal.SageAsync("sage", "บุญมี", Samples.Profile("mulch"));
        await Portal.PublishAsync(Samples.Article("หนึ่ง") with { Topics = ["mulch"] });
        await Portal.PublishAsync(Samples.Article("สอง") with { Topics = ["mulch", "soil"] });
    }

    private Task<Topic> FindAsync(string key) => Portal.Read(db => db.Topics.AsNoTracking().SingleAsync(t => t.Key == key, Stop));

    private async Task MergeAsync(string goes, string stays)
    {
        var (one, other) = (await FindAsync(goes), await FindAsync(stays));
        await Portal.Run(async db => await db.MergeTopicsAsync((one.Id, one.Version), (other.Id, other.Version), (await TopicEffects.OfAsync(db, one, Stop)).Stamp, Actor.System, Now, Stop));
    }

    private async Task WriteAsync(string key, Func<TermText, TermText> change)
    {
        var topic = await FindAsync(key);
        var text = new TermText { Title = topic.Title, Slug = topic.Slug, Parent = topic.ParentKey ?? "", Order = topic.Order, Synonyms = topic.Synonyms, Body = topic.Body };
        await Portal.Run(db => db.WriteTopicAsync(topic.Id, topic.Version, change(text), Actor.System, Now, Stop));
    }
}
