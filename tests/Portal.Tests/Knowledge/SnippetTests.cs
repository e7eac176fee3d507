using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Searching;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Knowledge;

public sealed class SnippetTests(TestDatabases databases) : PortalTest(databases)
{
    private const string Using = "ก่อน\n\n::: piece deep-water\n:::\n\nหลัง";

    [Fact]
    public async Task A_text_shows_and_is_found_by_what_its_snippet_says_today()
    {
        await Portal.SnippetAsync("deep-water", "น้ำลึก", "::: caution\nอย่าปล่อยเด็ก**ลำพัง**\n:::");
        var id = await Portal.PublishAsync(Samples.Article("หนอง", Using));
        await Portal.PublishAsync(Samples.Article("อื่น"));
        Assert.Equal("<p>ก่อน</p>\n<aside class=\"caution\"><p class=\"block-name\">ข้อควรระวัง</p><p>อย่าปล่อยเด็ก<strong>ลำพัง</strong></p>\n</aside>\n<p>หลัง</p>\n", await HtmlAsync());

        await Portal.SnippetAsync("deep-water", "น้ำลึก", "แขวนยางในไว้ริมน้ำ");

        Assert.Contains("แขวนยางใน", await HtmlAsync(), StringComparison.Ordinal);
        var source = new EntrySource();
        var last = (await Journal())[^1];
        Assert.Equal([id], await Portal.Read(db => source.TouchedAsync(db, [last], Stop)));
        var document = Assert.Single(await Portal.Read(db => source.LoadAsync(db, [id], Stop)));
        Assert.Contains("แขวนยางในไว้ริมน้ำ", document.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("piece", document.Body, StringComparison.Ordinal);

        async Task<string> HtmlAsync() => (await Portal.Read(db => db.EntryAsync(EntryType.Article, "หนอง", Stop)))!.Html;
    }

    [Fact]
    public async Task A_code_of_none_shows_nothing_and_nothing_goes_round_in_a_circle()
    {
        await Portal.PublishAsync(Samples.Article("หนอง", Using));
        Assert.Equal("<p>ก่อน</p>\n\n<p>หลัง</p>\n", (await Portal.Read(db => db.EntryAsync(EntryType.Article, "หนอง", Stop)))!.Html);

        Dictionary<string, string> pieces = new() { ["deep-water"] = "ใน\n\n::: piece deep-water\n:::\n<script>alert(1)</script>" };
        var html = MarkdownText.ToHtml(Using, null, pieces);
        Assert.Contains("ใน", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_is_used_is_known_and_only_what_nothing_uses_is_removed()
    {
        await Portal.SnippetAsync("deep-water", "น้ำลึก", "อย่าปล่อยเด็กลำพัง");
        var live = await Portal.PublishAsync(Samples.Article("หนอง", Using), area: "31");
        var draft = await Portal.DraftAsync(Samples.Article("ร่าง", Using), People.FromProvince);
        var known = await Portal.Read(db => db.Snippets.AsNoTracking().SingleAsync(Stop));

        var uses = await Portal.Read(db => SnippetUses.OfAsync(db, known.Key, People.FromProvince, Stop));
        Assert.Equal((1, 1), (uses.Live, uses.Drafts));
        Assert.Equal(["ร่าง", "หนอง"], uses.Texts.Select(t => t.Title));
        Assert.Equal([1], (await Portal.Read(db => db.SnippetsAsync(Stop))).Select(s => s.Live));
        Assert.Equal("snippet.used", await Refused(RemoveAsync));

        await Portal.ReviseAsync(live, 1, Samples.Article("หนอง"), People.FromProvince, "31");
        Assert.Equal("snippet.used", await Refused(RemoveAsync));
        await Portal.Run(db => db.ThrowAsync(draft, People.FromProvince, Now, Stop));
        Assert.Equal("snippet.used", await Refused(RemoveAsync));
        await Portal.Write(async db => await db.PublishAsync(await db.Entries.SingleAsync(e => e.Id == live, Stop), Samples.Article("หนอง"), Actor.System, Now, Stop));
        await RemoveAsync();
        Assert.Equal("snippet removed", (await VerbsInJournal())[^1]);

        Task RemoveAsync() => Portal.Run(db => db.RemoveSnippetAsync(known.Id, known.Version, People.FromProvince, Now, Stop));
    }

    [Fact]
    public async Task What_a_snippet_may_hold_and_who_writes_it()
    {
        Assert.Empty(Wrong(new("deep-water", "น้ำลึก", "ข้อความ")));
        Assert.Equal(["Key"], Wrong(new("น้ำ", "น้ำลึก", "ข้อความ")));
        Assert.Equal(["Body"], Wrong(new("deep-water", "น้ำลึก", "![รูป](/media/x.svg)")));
        Assert.Equal(["Body"], Wrong(new("deep-water", "น้ำลึก", Using)));
        Assert.Equal(["Body"], Wrong(new("deep-water", "น้ำลึก", new string('ก', SnippetRules.BodyLength + 1))));
        Assert.Equal(["Title", "Body"], Wrong(new("deep-water", "", "")));

        await Portal.SnippetAsync("deep-water", "น้ำลึก", "ข้อความ");
        Assert.Equal("snippet.taken", await Refused(() => WriteAsync(Guid.CreateVersion7(), 0, People.FromProvince)));
        Assert.Equal("snippet.forbidden", await Refused(() => WriteAsync(Guid.CreateVersion7(), 0, People.Somchai, "other")));
        var known = await Portal.Read(db => db.Snippets.AsNoTracking().SingleAsync(Stop));
        await WriteAsync(known.Id, 1, People.FromProvince);
        Assert.Equal("snippet.newer", await Refused(() => WriteAsync(known.Id, 1, People.FromProvince)));

        static IEnumerable<string> Wrong(SnippetText text) => SnippetRules.Check(SnippetRules.Clean(text)).Select(w => w.Field).Distinct();

        Task WriteAsync(Guid id, int version, Actor by, string key = "deep-water") =>
            Portal.Run(db => db.WriteSnippetAsync(id, version, new(key, "น้ำลึก", "ใหม่"), by, Now, Stop));
    }
}
