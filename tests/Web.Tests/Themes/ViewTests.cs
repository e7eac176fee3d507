using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Themes;

/// <summary>Every view of the theme with the least and the most that its record can hold.</summary>
/// <summary>As it comes.</summary>
[Collection(ReadersPortal.Name)]
public sealed class DefaultViewTests(Support.Portal portal) : ViewTests(portal, "default");

/// <summary>With a theme that holds only what differs.</summary>
[Collection(RiversidePortal.Name)]
public sealed class RiversideViewTests(RiversidePortal.Fixture portal) : ViewTests(portal, "riverside")
{
    [Fact]
    public async Task What_it_lacks_is_taken_from_default()
    {
        using var visitor = portal.Visitor();
        var page = await visitor.GetAsync("/");
        Assert.NotNull(page.Document.QuerySelector(".brand-sun"));
        var styles = page.Document.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!.Split('/')).Select(p => p[2] + "/" + p[^1].Split('.')[0]);
        Assert.Equal(["riverside/tokens", "default/site", "riverside/theme"], styles);
        Assert.NotEmpty(page.Document.QuerySelectorAll("section[aria-labelledby=home-topics] .entry-title"));
    }
}

/// <summary>Every view of a theme with as little and as much as it can hold.</summary>
public abstract class ViewTests(Support.Portal portal, string theme)
{
    public static TheoryData<string, string> Samples => [.. SampleViews.All.Keys.Select(k => (k.View, k.Sample))];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_view_renders(string view, string sample)
    {
        var page = await RenderedViews.RenderAsync(portal, view, SampleViews.All[(view, sample)]);
        Assert.Contains($"/themes/{theme}/assets/tokens.", page.Html, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.Equal("th", page.Document.DocumentElement.GetAttribute("lang"));
        Security.MarkupTests.AssertClean(page);
        Assert.All(page.Document.QuerySelectorAll("img"), i => Assert.True(i.HasAttribute("alt")));
        Assert.All(page.Document.QuerySelectorAll("main a"), a => Assert.True(a.GetAttribute("href") is { Length: > 0 } && Answer.Squeeze(a.TextContent).Length > 0, a.OuterHtml));
        // Sections are named by headings that exist; ids are said once.
        Assert.All(page.Document.QuerySelectorAll("[aria-labelledby]"), e => Assert.NotNull(page.Document.GetElementById(e.GetAttribute("aria-labelledby")!)));
        Assert.All(page.Document.QuerySelectorAll("a[href^='#']"), a => Assert.NotNull(page.Document.GetElementById(a.GetAttribute("href")![1..])));
        Assert.Empty(page.Document.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.DoesNotContain("System.", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("KhokNongNa.", page.Html, StringComparison.Ordinal);
        if (sample == "empty")
        {
            Assert.Empty(page.Document.QuerySelectorAll("main ul:empty, main ol:empty, main dl:empty"));
        }
    }

    [Fact]
    public void Every_view_of_the_contract_has_samples()
    {
        var contract = File.ReadLines(Path.Combine(Support.Portal.Repository, "themes", "README.md"))
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(l => l.Split('|')[1].Split(','))
            .Select(v => v.Trim(' ', '`'))
            .Where(v => v != "Layout")
            .Order();
        Assert.Equal(contract, SampleViews.All.Keys.Select(k => k.View).Distinct().Order());
        foreach (var view in contract)
        {
            Assert.Contains((view, "empty"), SampleViews.All.Keys);
            Assert.Contains((view, "full"), SampleViews.All.Keys);
        }
    }

    [Fact]
    public async Task What_people_wrote_is_encoded()
    {
        const string Typed = "<img src=x onerror=alert(1)>";
        foreach (var ((view, sample), record) in SampleViews.WithName(Typed))
        {
            var page = await RenderedViews.RenderAsync(portal, view, record);
            Security.MarkupTests.AssertClean(page);
            Assert.Contains(Typed, page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.True(page.Document.QuerySelectorAll("img[src=x]").Length == 0, $"{view} {sample}");
        }
    }

    [Fact]
    public async Task A_thousand_items_are_all_shown_or_paged()
    {
        var page = await RenderedViews.RenderAsync(portal, "Centres", SampleViews.All[("Centres", "full")]);
        Assert.Equal(1_000, page.Links().Count(l => l.Href.StartsWith("/centres/", StringComparison.Ordinal) && !l.Href.Contains("/bases/", StringComparison.Ordinal)));
        foreach (var list in (string[])["Texts", "Sages"])
        {
            var paged = await RenderedViews.RenderAsync(portal, list, SampleViews.All[(list, "full")]);
            Assert.Contains("หน้า 3 จาก 42", paged.Main, StringComparison.Ordinal);
            Assert.NotNull(paged.Document.QuerySelector("a[rel=prev]"));
            Assert.NotNull(paged.Document.QuerySelector("a[rel=next]"));
        }
    }
}
