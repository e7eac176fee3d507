using System.Text.Json;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Reading;

/// <summary>Facts for machines, and where a page says that it lives.</summary>
[Collection(ReadersPortal.Name)]
public sealed class LinkedDataTests(Support.Portal portal)
{
    [Fact]
    public async Task A_lesson_tells_machines_its_steps_and_what_it_takes()
    {
        using var visitor = portal.Visitor();
        var page = await visitor.GetAsync("/lessons/compost-heap-no-turn");
        var lesson = Graph(page)[0];
        Assert.Equal("HowTo", Text(lesson, "@type"));
        Assert.Equal(page.Heading, Text(lesson, "name"));
        Assert.Equal("PT700M", Text(lesson, "totalTime"));
        Assert.Equal(("THB", 1340), (Text(lesson.GetProperty("estimatedCost"), "currency"), lesson.GetProperty("estimatedCost").GetProperty("value").GetInt32()));
        Assert.Equal(page.Document.QuerySelectorAll("ol.steps > li").Length, lesson.GetProperty("step").GetArrayLength());
        Assert.Equal(page.Document.QuerySelectorAll(".ticks li").Length, lesson.GetProperty("supply").GetArrayLength());
        Assert.Equal(200, (await visitor.OnceAsync(new Uri(Text(lesson, "image")).PathAndQuery)).Status);
        // He does not exist, and machines cannot see the label.
        Assert.Contains("ข้อมูลสมมติ", Text(lesson.GetProperty("author")[0], "disambiguatingDescription"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_for_machines_are_whole_and_lead_somewhere()
    {
        using var visitor = portal.Visitor();
        var site = await portal.SiteAsync();
        foreach (var (start, type) in new[] { ("/lessons/", "HowTo"), ("/articles/", "Article"), ("/sages/", "Person"), ("/centres/", "EducationalOrganization"), ("/topics/", "BreadcrumbList") })
        {
            var page = site.First(p => p.Key.StartsWith(start, StringComparison.Ordinal)).Value;
            var graph = Graph(page);
            Assert.Equal(type, Text(graph[0], "@type"));
            foreach (var step in graph[graph.GetArrayLength() - 1].GetProperty("itemListElement").EnumerateArray())
            {
                Assert.Equal(200, (await visitor.GetAsync(new Uri(Text(step, "item")).PathAndQuery)).Status);
            }
        }
    }

    [Fact]
    public async Task A_further_page_of_a_list_is_its_own_address()
    {
        using var visitor = portal.Visitor();
        foreach (var (path, canonical) in new[] { ("/lessons?page=2", "/lessons?page=2"), ("/lessons?page=1", "/lessons"), ("/lessons?page=2&near=3104", "/lessons?page=2"), ("/lessons?page=999", "/lessons?page=3") })
        {
            var page = await visitor.GetAsync(path);
            Assert.Equal(portal.Address + canonical[1..], page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task Lessons_are_passed_on_by_plain_links_to_a_short_address()
    {
        using var visitor = portal.Visitor();
        var page = await visitor.GetAsync("/lessons/compost-heap-no-turn");
        foreach (var words in (string[])["ทางไลน์", "ทางเฟซบุ๊ก"])
        {
            var link = new Uri(page.Link(words));
            Assert.Equal("https", link.Scheme);
            Assert.Contains(Uri.EscapeDataString(portal.Address + "lessons/compost-heap-no-turn"), link.Query, StringComparison.Ordinal);
        }

        Assert.All(page.Document.QuerySelectorAll("img, script[src], link[rel=stylesheet], iframe"), e => Assert.StartsWith("/", e.GetAttribute("src") ?? e.GetAttribute("href"), StringComparison.Ordinal));
    }

    private static JsonElement Graph(Answer page) => JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement.GetProperty("@graph");

    private static string Text(JsonElement thing, string name) => thing.GetProperty(name).GetString()!;
}
