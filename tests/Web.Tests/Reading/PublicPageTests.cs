using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Reading;

[Collection(ReadersPortal.Name)]
public sealed class PublicPageTests(Support.Portal portal)
{
    [Fact]
    public async Task Links_lead_to_every_kind_of_page()
    {
        var site = await portal.SiteAsync();
        foreach (var (kind, least) in (IEnumerable<(string, int)>)
            [("/lessons/", 12), ("/articles/", 3), ("/pages/", 6), ("/topics/", 50), ("/bases/", 9), ("/sages/", 4), ("/centres/", 3), ("/areas/", 20)])
        {
            Assert.InRange(site.Keys.Count(p => p.StartsWith(kind, StringComparison.Ordinal)), least, 1_000);
        }
    }

    [Fact]
    public async Task Every_page_says_what_it_is()
    {
        foreach (var (path, page) in await portal.SiteAsync())
        {
            var head = page.Document.Head!;
            Assert.True(page.Document.DocumentElement.GetAttribute("lang") == "th", $"{path}: no lang=th");
            Assert.True(page.Document.QuerySelectorAll("h1").Length == 1, $"{path}: not one h1");
            Assert.True(page.Heading.Length > 0, $"{path}: empty h1");
            Assert.True(page.Document.Title is { Length: > 12 } title && title.EndsWith("โคก หนอง นา", StringComparison.Ordinal) || path == "/", $"{path}: title «{page.Document.Title}»");
            Assert.True(head.QuerySelector("meta[name=description]")?.GetAttribute("content") is { Length: > 10 }, $"{path}: no description");
            var canonical = head.QuerySelector("link[rel=canonical]")?.GetAttribute("href");
            Assert.True(canonical == portal.Address.GetLeftPart(UriPartial.Authority) + new Uri(portal.Address, path).PathAndQuery, $"{path}: canonical «{canonical}»");
            Assert.Equal("text/html; charset=utf-8", page.ContentHeaders.ContentType!.ToString());
        }
    }

    [Fact]
    public async Task Titles_tell_pages_apart()
    {
        // The pages of one list have its title.
        var same = (await portal.SiteAsync()).Where(p => !p.Key.Contains('?', StringComparison.Ordinal)).GroupBy(p => p.Value.Document.Title).Where(g => g.Count() > 1).Select(g => string.Join(" = ", g.Select(p => p.Key)));
        Assert.Empty(same);
    }
}
