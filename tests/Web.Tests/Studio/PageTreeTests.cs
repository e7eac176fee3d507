using AngleSharp.Dom;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>Pages are moved with plain forms, and readers see it at once on every page.</summary>
[Collection(WritersPortal.Name)]
public sealed class PageTreeTests(Support.Portal portal)
{
    [Fact]
    public async Task A_page_goes_down_and_under_another_and_every_footer_follows()
    {
        using var reader = portal.Visitor();
        var before = Footer(await reader.GetAsync("/topics"));
        using var officer = await portal.MemberAsync("อรุณี");
        var tree = await officer.ClickAsync(await officer.GetAsync("/studio"), "แผนผังหน้าเว็บ");
        var id = await portal.AskAsync(db => db.Entries.Where(e => e.Key == "about").Select(e => e.Id).SingleAsync());
        var seen = Fields(tree, id);

        var moved = await officer.PostAsync("/studio/pages", [.. seen, ("act", "down")]);
        Assert.Equal($"/studio/pages#page-{id}", moved.Location);
        await Until.Async(async () => Footer(await reader.GetAsync("/topics")) is [var first, var second, ..] && (first, second) == (before[1], before[0]), "the footer follows");

        // Somebody who had the tree open before is told, and nothing moves.
        var refused = await officer.PostAsync("/studio/pages", [.. seen, ("act", "down")]);
        Assert.Equal("/studio/pages", refused.Location);
        tree = await officer.GetAsync("/studio/pages");
        Assert.Contains("ก่อนท่าน จึงยังไม่ได้ย้าย", tree.Main, StringComparison.Ordinal);

        var how = await portal.AskAsync(db => db.Entries.Where(e => e.Key == "how-to-use").Select(e => new { e.Id, e.LiveTitle, e.Slug }).SingleAsync());
        var choice = await officer.GetAsync($"/studio/pages?move={id}");
        tree = await officer.PressAsync(choice, "ย้าย", ("under", how.Id.ToString()));
        Assert.Contains($"อยู่ใต้ «{how.LiveTitle}»", Squeezed(tree, id), StringComparison.Ordinal);
        await Until.Async(async () => !Footer(await reader.GetAsync("/topics")).Contains(before[0]), "what stands below a page is not in the footer");
        var below = await reader.GetAsync("/pages/" + await portal.AskAsync(db => db.Entries.Where(e => e.Id == id).Select(e => e.Slug!).SingleAsync()));
        Assert.Equal([how.LiveTitle], below.Document.QuerySelectorAll(".crumbs a").Select(a => a.TextContent));
        var above = await reader.GetAsync("/pages/" + how.Slug);
        Assert.Equal(below.Path, above.Link(before[0]));
        Assert.Contains("ในเรื่องนี้", above.Main, StringComparison.Ordinal);

        // Back, for who tests on this portal next.
        await officer.PressAsync(await officer.GetAsync($"/studio/pages?move={id}"), "ย้าย", ("under", ""));
        await Until.Async(async () => Footer(await reader.GetAsync("/topics")).Contains(before[0]), "it is back");
    }

    [Fact]
    public async Task Whoever_may_not_arrange_pages_is_not_shown_the_way()
    {
        using var head = await portal.MemberAsync("มานพ");
        Assert.DoesNotContain((await head.GetAsync("/studio")).Links(), l => l.Href == "/studio/pages");
        Assert.Equal(404, (await head.GetAsync("/studio/pages")).Status);
    }

    private static List<string> Footer(Answer page) => [.. page.Document.QuerySelectorAll(".ground-links a[href^='/pages/']").Select(a => a.TextContent)];

    private static List<(string Name, string Value)> Fields(Answer tree, Guid id) =>
        [.. Row(tree, id).QuerySelectorAll("form input").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))];

    private static string Squeezed(Answer tree, Guid id) => Answer.Squeeze(Row(tree, id).TextContent);

    private static IElement Row(Answer tree, Guid id) => tree.Document.GetElementById($"page-{id}")!;
}
