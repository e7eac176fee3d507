using System.Text.RegularExpressions;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Security;

/// <summary>What the content security policy and the page cache forbid in a page.</summary>
[Collection(ReadersPortal.Name)]
public sealed partial class MarkupTests(Support.Portal portal)
{
    [Fact]
    public async Task No_public_page_sets_a_cookie_or_holds_a_form_that_posts()
    {
        using var visitor = portal.Visitor();
        foreach (var (path, page) in await portal.SiteAsync())
        {
            Assert.True(page.Header("Set-Cookie") is null, path);
            Assert.True(page.Document.Forms.All(f => f.Method == "get"), path);
            Assert.Equal("no-cache", page.Header("Cache-Control"));
        }

        foreach (var path in (string[])["/search", "/search?q=x", "/nothing"])
        {
            Assert.Null((await visitor.OnceAsync(path)).Header("Set-Cookie"));
        }
    }

    [Fact]
    public async Task No_public_page_carries_inline_style_or_script()
    {
        foreach (var page in (await portal.SiteAsync()).Values)
        {
            AssertClean(page);
        }

        using var visitor = portal.Visitor();
        foreach (var path in (string[])["/search", "/search?q=%E0%B8%94%E0%B8%B4%E0%B8%99", "/search?q=zzzzz", "/nothing", "/sign-in"])
        {
            AssertClean(await visitor.GetAsync(path));
        }
    }

    [Fact]
    public async Task No_page_of_the_Studio_carries_inline_style_or_script()
    {
        using var writer = await portal.MemberAsync("อรุณี");
        foreach (var path in (string[])["/studio", "/studio/entries", "/studio/entries/new?type=lesson", "/studio/entries/new?type=article", "/studio/entries/new?type=page", "/studio/nothing"])
        {
            AssertClean(await writer.GetAsync(path));
        }

        var list = await writer.GetAsync("/studio/entries?type=lesson");
        var entry = await writer.GetAsync(list.Links().First(l => LessonLink().IsMatch(l.Href)).Href);
        AssertClean(entry);
        AssertClean(await writer.ClickAsync(entry, "แก้ไข"));
        AssertClean(await writer.ClickAsync(entry, "อ่านฉบับล่าสุด"));
    }

    internal static void AssertClean(Answer page)
    {
        Assert.True(page.Document.QuerySelectorAll("style").Length == 0, $"{page.Path}: <style>");
        foreach (var element in page.Document.All)
        {
            Assert.True(element.LocalName != "script" || (element.HasAttribute("src") && element.TextContent.Length == 0) || IsData(element), $"{page.Path}: {element.OuterHtml}");
            foreach (var attribute in element.Attributes)
            {
                Assert.True(attribute.Name != "style" && !attribute.Name.StartsWith("on", StringComparison.Ordinal), $"{page.Path}: {attribute.Name} at {element.LocalName}");
                // What was typed stands in its field again.
                Assert.True(attribute.Name == "value" || !attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase), $"{page.Path}: {attribute.Value}");
            }
        }
    }

    // JSON-LD is no script: browsers do not run it, and the policy does not stop it.
    private static bool IsData(AngleSharp.Dom.IElement element) =>
        element.GetAttribute("type") == "application/ld+json" && element.Attributes.Length == 1 && System.Text.Json.JsonDocument.Parse(element.TextContent).RootElement.ValueKind == System.Text.Json.JsonValueKind.Object;

    [GeneratedRegex("^/studio/entries/[0-9a-f-]{36}$")]
    private static partial Regex LessonLink();
}
