using System.Text;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Reading;

/// <summary>One sage of content/ has not agreed to be shown; everybody in it is fictional.</summary>
[Collection(ReadersPortal.Name)]
public sealed class ConsentTests(Support.Portal portal)
{
    private const string Code = "k4vz6";

    private static readonly string[] Names = ["แก้ว ไข่เต็มรัง", "ไข่เต็มรัง", "แม่แก้ว", "นางแก้ว", "sage-kaew", Code];

    [Fact]
    public async Task A_sage_without_consent_is_named_on_no_page()
    {
        var hidden = await portal.AskAsync(db => db.Sages.Where(s => !db.PublicSages().Any(p => p.Id == s.Id)).ToListAsync());
        Assert.Contains(hidden, s => s.Key == "sage-kaew");
        var names = hidden.SelectMany(s => new[] { s.Name, $"{s.Profile.GivenName} {s.Profile.FamilyName}", s.Profile.FamilyName, $"/sages/{s.Code}", s.Key }).Concat(Names).Where(n => n.Trim().Length > 3).ToList();
        foreach (var (path, page) in await portal.SiteAsync())
        {
            Assert.True(names.All(n => !page.Html.Contains(n, StringComparison.Ordinal)), $"{path}: {names.Find(n => page.Html.Contains(n, StringComparison.Ordinal))}");
        }
    }

    [Fact]
    public async Task A_sage_without_consent_has_no_page()
    {
        using var visitor = portal.Visitor();
        foreach (var address in (string[])[$"/sages/{Code}", $"/sages/{Code.ToUpperInvariant()}", "/sages/sage-kaew", $"/sages/{Code}/"])
        {
            var page = await visitor.GetAsync(address);
            Assert.Equal(404, page.Status);
            Assert.DoesNotContain("แก้ว", page.Html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("แก้ว ไข่เต็มรัง")]
    [InlineData("แม่แก้ว")]
    [InlineData("สมุดปกแข็งหนึ่งเล่มกับดินสอผูกเชือก")]
    public async Task A_sage_without_consent_is_not_found(string question)
    {
        using var visitor = portal.Visitor();
        var found = await visitor.GetAsync("/api/search?size=100&q=" + Uri.EscapeDataString(question));
        Assert.DoesNotContain(found.Json.GetProperty("results").EnumerateArray(), r => r.GetProperty("id").GetString() == "sage-kaew");
        Assert.DoesNotContain("ไข่เต็มรัง", Encoding.UTF8.GetString(found.Body), StringComparison.Ordinal);
        var page = await visitor.GetAsync("/search?q=" + Uri.EscapeDataString(question));
        Assert.DoesNotContain(page.Links(), l => l.Words.Contains("ไข่เต็มรัง", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Her_lesson_is_told_by_a_sage_without_name()
    {
        using var visitor = portal.Visitor();
        var hens = await visitor.GetAsync((await visitor.GetAsync("/api/search?q=" + Uri.EscapeDataString("เลี้ยงไก่ไข่ปล่อยลาน"))).Json
            .GetProperty("results").EnumerateArray().First(r => r.GetProperty("id").GetString() == "hens-free-range").GetProperty("url").GetString()!);
        Assert.Contains("ปราชญ์ชุมชน (ไม่ประสงค์ออกนาม)", hens.Main, StringComparison.Ordinal);
        Assert.DoesNotContain(hens.Links(), l => l.Words.Contains("ไม่ประสงค์ออกนาม", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fictional_people_and_places_are_marked_wherever_they_are_shown()
    {
        var site = await portal.SiteAsync();
        foreach (var (path, page) in site.Where(p => p.Key.StartsWith("/sages/", StringComparison.Ordinal) || p.Key.StartsWith("/centres/", StringComparison.Ordinal)))
        {
            Assert.True(page.Main.Contains("ข้อมูลสมมติ", StringComparison.Ordinal), path);
        }

        // In lists and credits; a plain link leads to a page that says it.
        var shown = 0;
        foreach (var (path, page) in site)
        {
            foreach (var link in page.Document.QuerySelectorAll("main a[href^='/sages/'], main a[href^='/centres/']").Where(a => a.Closest("ul.links, .crumbs") is null))
            {
                shown++;
                Assert.True((link.Closest("li") ?? link.ParentElement)!.TextContent.Contains("ข้อมูลสมมติ", StringComparison.Ordinal), $"{path}: {link.TextContent}");
            }
        }

        Assert.True(shown > 50);
    }
}
