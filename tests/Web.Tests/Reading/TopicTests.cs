using System.Globalization;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Reading;

[Collection(ReadersPortal.Name)]
public sealed class TopicTests(Support.Portal portal)
{
    [Fact]
    public async Task Counts_of_topics_equal_the_lists_behind_them()
    {
        var site = await portal.SiteAsync();
        var counted = 0;
        foreach (var path in (string[])["/", "/topics", .. site.Keys.Where(p => p.StartsWith("/topics/", StringComparison.Ordinal))])
        {
            foreach (var (topic, count) in Counts(site[path]))
            {
                Assert.True(count == Listed(site[topic]), $"{path} says {count} of {topic}, which lists {Listed(site[topic])}.");
                counted += count;
            }
        }

        Assert.True(counted > 30, "Hardly anything was counted.");
    }

    [Fact]
    public async Task A_topic_above_lists_what_its_topics_below_list()
    {
        var site = await portal.SiteAsync();
        var topics = site["/topics"].Document.QuerySelectorAll("main li").Where(li => li.QuerySelector("h2") is not null).ToList();
        Assert.True(topics.Count > 10);
        foreach (var topic in topics)
        {
            var links = topic.QuerySelectorAll("a[href^='/topics/']").Select(a => a.GetAttribute("href")!).ToList();
            var above = Texts(site[links[0]]);
            Assert.Superset(links.Skip(1).SelectMany(l => Texts(site[l])).ToHashSet(), above);
        }
    }

    [Fact]
    public async Task Two_levels_lead_down_and_up()
    {
        using var visitor = portal.Visitor();
        var topics = await visitor.ClickAsync(await visitor.GetAsync("/"), "หัวข้อ");
        var soil = await visitor.ClickAsync(topics, "ดิน");
        var cover = await visitor.ClickAsync(soil, "ห่มดิน");
        Assert.Contains(cover.Links(), l => l.Href == soil.Path);
        Assert.Contains("/lessons/", (await visitor.GetAsync(Texts(cover).First())).Path, StringComparison.Ordinal);
    }

    // A number beside a link to a topic, inside one item of a list.
    private static IEnumerable<(string Topic, int Count)> Counts(Answer page) =>
        from item in page.Document.QuerySelectorAll("main li")
        where item.QuerySelector("li") is null
        let link = item.QuerySelector("a[href^='/topics/']")
        where link is not null && item.Closest("nav") is null && link.Closest("li") == item && item.QuerySelector("a[href^='/lessons/'],a[href^='/articles/']") is null
        let count = item.QuerySelector(".count")
        select (link.GetAttribute("href")!, count is null ? 0 : Number(count.TextContent));

    private static int Number(string text) => int.Parse(new string([.. text.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);

    private static int Listed(Answer topic)
    {
        Assert.DoesNotContain(topic.Links(), l => l.Href.Contains("page=", StringComparison.Ordinal));
        return Texts(topic).Count;
    }

    private static HashSet<string> Texts(Answer topic) =>
        [.. topic.Document.QuerySelectorAll("section[aria-labelledby=texts] a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith("/lessons/", StringComparison.Ordinal) || h.StartsWith("/articles/", StringComparison.Ordinal))];
}
