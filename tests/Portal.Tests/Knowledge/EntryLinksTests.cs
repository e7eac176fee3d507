using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Tests.Databases;

namespace KhokNongNa.Portal.Tests.Knowledge;

public sealed class EntryLinksTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public void Paths_inside_the_portal_are_found_and_nothing_else()
    {
        var content = Samples.Article("ปุ๋ยหมัก") with
        {
            Body = """
                [หนึ่ง](/lessons/ห่มดิน?near=31#a) และ [สอง](/lessons/%E0%B8%AB%E0%B9%88%E0%B8%A1%E0%B8%94%E0%B8%B4%E0%B8%99/)
                [นอก](https://example.org/lessons/ก) [นอกอีก](//example.org/a) [ไม่มี]() ![รูป](/media/ก.svg)

                ::: tip
                [สาม](/topics/ดิน)
                :::
                """,
        };

        Assert.Equal(["/lessons/ห่มดิน", "/topics/ดิน"], EntryLinks.In(content));
    }

    [Fact]
    public async Task A_link_to_what_is_no_longer_there_is_reported_to_who_writes_the_text()
    {
        var target = await Portal.PublishAsync(Samples.Article("ปลายทาง"));
        await Portal.TopicAsync("soil", "ดิน");
        var text = await Portal.PublishAsync(Samples.Article("ต้นทาง") with { Body = "[ก](/articles/ปลายทาง) [ข](/topics/ดิน) [ค](/sages/ไม่มี) [ง](/search) [จ](/centres/ไม่มี/bases/1)" });

        Assert.Equal(["ต้นทาง"], (await Portal.Read(async db => await db.LinkedFromAsync(await db.Entries.FindAsync([target], Stop) ?? throw new InvalidOperationException(), Stop))).Select(r => r.Title));
        Assert.Equal([(text, "/sages/ไม่มี")], await BrokenAsync());

        await Portal.ActAsync(target, People.Somchai, (entry, now) => entry.Archive(People.Somchai, now));

        Assert.Equal([(text, "/articles/ปลายทาง"), (text, "/sages/ไม่มี")], await BrokenAsync());
        Assert.Empty(await Portal.Read(db => db.BrokenLinksAsync(People.FromKhuMueang, Stop)));
    }

    private async Task<IReadOnlyList<(Guid Entry, string Path)>> BrokenAsync() =>
        [.. (await Portal.Read(db => db.BrokenLinksAsync(People.FromProvince, Stop))).Select(b => (b.Entry.Id, b.Path))];
}
