using System.IO.Compression;
using System.Text;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Caching;

/// <summary>Settled 5. A kept answer has an Age; a fresh one has none.</summary>
[Collection(CachePortal.Name)]
public sealed class PageCacheTests(Support.Portal portal)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/topics")]
    [InlineData("/topics/ดิน")]
    [InlineData("/bases/ดิน", false)]
    [InlineData("/lessons")]
    [InlineData("/lessons?page=2")]
    [InlineData("/sages/m7kq4")]
    [InlineData("/centres")]
    [InlineData("/areas/3104")]
    [InlineData("/pages/เกี่ยวกับ", false)]
    public async Task The_second_visitor_gets_the_page_that_the_first_had_made(string path, bool exists = true)
    {
        using var visitor = portal.Visitor();
        await visitor.OnceAsync(path);
        using var second = portal.Visitor();
        var page = await second.OnceAsync(path);
        if (exists || page.Status == 200)
        {
            Assert.Equal(200, page.Status);
            Assert.NotNull(page.Header("Age"));
        }
        else
        {
            Assert.Null(page.Header("Age"));
        }
    }

    [Fact]
    public async Task Browsers_keep_a_page_and_ask_each_time()
    {
        using var visitor = portal.Visitor();
        var first = await visitor.OnceAsync("/articles");
        Assert.Equal("no-cache", first.Header("Cache-Control"));
        Assert.StartsWith("W/\"", first.Header("ETag"), StringComparison.Ordinal);
        Assert.Null(first.Header("Set-Cookie"));
        for (var i = 0; i < 2; i++)
        {
            var unchanged = await visitor.OnceAsync("/articles", ("If-None-Match", first.Header("ETag")!));
            Assert.Equal(304, unchanged.Status);
            Assert.Empty(unchanged.Body);
            Assert.Equal(first.Header("ETag"), unchanged.Header("ETag"));
        }

        Assert.Equal(200, (await visitor.OnceAsync("/articles", ("If-None-Match", "W/\"other\""))).Status);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("deflate", null)]
    [InlineData("", null)]
    [InlineData("identity", null)]
    public async Task Each_reader_gets_the_page_in_a_form_that_the_browser_takes(string accepted, string? encoding)
    {
        using var visitor = portal.Visitor();
        var plain = await visitor.OnceAsync("/centres");
        for (var i = 0; i < 3; i++)
        {
            var page = await visitor.OnceAsync("/centres", ("Accept-Encoding", accepted));
            Assert.Equal(encoding, page.Header("Content-Encoding"));
            Assert.Equal(plain.Html, Unpack(page));
            Assert.Contains("Accept-Encoding", page.Header("Vary"), StringComparison.Ordinal);
            if (encoding is not null)
            {
                Assert.InRange(page.Body.Length, 1, plain.Body.Length / 2);
            }
        }
    }

    [Fact]
    public async Task A_signed_in_reader_passes_by_and_leaves_nothing_behind()
    {
        using var member = await portal.MemberAsync("สายใจ");
        using var visitor = portal.Visitor();
        await visitor.OnceAsync("/sages");
        for (var i = 0; i < 2; i++)
        {
            var page = await member.OnceAsync("/sages");
            Assert.Equal(200, page.Status);
            Assert.Null(page.Header("Age"));
        }

        Assert.Null((await member.OnceAsync("/bases/การดูแลสุขภาพ")).Header("Age"));
        Assert.Null((await visitor.OnceAsync("/lessons?page=7")).Header("Age"));
    }

    [Fact]
    public async Task What_hangs_on_an_address_makes_no_further_copy()
    {
        using var visitor = portal.Visitor();
        await visitor.OnceAsync("/articles?page=1");
        foreach (var query in (string[])["utm_source=line&page=1", "fbclid=x&page=1&a=b", "page=1&utm=2"])
        {
            Assert.NotNull((await visitor.OnceAsync("/articles?" + query)).Header("Age"));
        }

        Assert.NotNull((await visitor.OnceAsync("/articles?page=1", ("Cookie", "display=big; tracker=1"))).Header("Age"));
    }

    [Fact]
    public async Task Each_way_to_display_has_its_copy_and_its_tag()
    {
        using var visitor = portal.Visitor();
        foreach (var path in (string[])["/centres", "/topics"])
        {
            await visitor.OnceAsync(path);
            var tags = new HashSet<string> { (await visitor.OnceAsync(path)).Header("ETag")! };
            foreach (var code in (string[])["21-device-plain-pictures", "18-dark-plain-pictures", "18-device-contrast-pictures"])
            {
                var first = await visitor.OnceAsync(path, ("Cookie", "display=" + code));
                Assert.Null(first.Header("Age"));
                Assert.Contains("Cookie", first.Header("Vary"), StringComparison.Ordinal);
                var second = await visitor.OnceAsync(path, ("Cookie", "other=1; display=" + code));
                Assert.NotNull(second.Header("Age"));
                Assert.Equal(first.Html, second.Html);
                Assert.True(tags.Add(second.Header("ETag")!), $"{path} {code}");
                Assert.Equal(304, (await visitor.OnceAsync(path, ("Cookie", "display=" + code), ("If-None-Match", second.Header("ETag")!))).Status);
                Assert.Equal(200, (await visitor.OnceAsync(path, ("If-None-Match", second.Header("ETag")!))).Status);
            }
        }
    }

    [Fact]
    public async Task What_is_not_a_page_is_not_kept()
    {
        using var visitor = portal.Visitor();
        foreach (var path in (string[])["/nothing", "/lessons/ไม่มี", "/search?q=x", "/api/search?q=x", "/health", "/sign-in", "/display", "/media/lime-in-ring/ring.svg"])
        {
            await visitor.OnceAsync(path);
            Assert.Null((await visitor.OnceAsync(path)).Header("Age"));
        }
    }

    [Fact]
    public async Task Publishing_drops_the_page_and_the_lists_at_once()
    {
        using var visitor = portal.Visitor();
        var lists = (string[])["/", "/lessons", "/topics", "/topics/ห่มดิน", "/sages/m7kq4", "/areas/3104"];
        foreach (var list in lists)
        {
            Assert.Equal(200, (await visitor.OnceAsync(list)).Status);
        }

        var entry = await portal.PublishedAsync("เรื่องใหม่ที่ทุกรายการต้องเห็น");
        foreach (var list in lists.Where(l => l != "/topics"))
        {
            await Until.Async(async () => (await visitor.OnceAsync(list)).Html.Contains("เรื่องใหม่ที่ทุกรายการต้องเห็น", StringComparison.Ordinal), $"{list} shows the new lesson");
        }

        var address = entry.Link("ดูหน้าที่เผยแพร่");
        await visitor.OnceAsync(address);
        Assert.NotNull((await visitor.OnceAsync(address)).Header("Age"));
        using var head = await portal.MemberAsync("มานพ");
        await head.PressAsync(await head.GetAsync(entry.Path), "เลิกเผยแพร่");
        await Until.Async(async () => (await visitor.OnceAsync(address)).Status == 404, "the page is gone");
        foreach (var list in lists)
        {
            await Until.Async(async () => !(await visitor.OnceAsync(list)).Html.Contains("เรื่องใหม่ที่ทุกรายการต้องเห็น", StringComparison.Ordinal), $"{list} no longer shows it");
        }
    }

    [Fact]
    public async Task A_draft_and_a_review_drop_nothing()
    {
        using var visitor = portal.Visitor();
        await visitor.OnceAsync("/centres");
        var before = (await visitor.OnceAsync("/centres")).Header("Age");
        Assert.NotNull(before);
        using var writer = await portal.MemberAsync("สายใจ");
        var entry = await writer.PressAsync(await writer.DraftAsync("ร่างที่ผู้อ่านไม่เห็น"), "ส่งให้ตรวจ");
        using var head = await portal.MemberAsync("มานพ");
        await head.ApproveAsync(await head.GetAsync(entry.Path));
        await Until.Async(async () => (await writer.GetAsync("/studio")).Main.Contains("ผ่านการตรวจแล้ว", StringComparison.Ordinal), "the followers have passed");
        Assert.NotNull((await visitor.OnceAsync("/centres")).Header("Age"));
    }

    [Fact]
    public async Task A_withdrawn_consent_empties_the_cache_and_takes_the_sage_from_everywhere()
    {
        using var visitor = portal.Visitor();
        using var member = await portal.MemberAsync("สายใจ");
        var sages = await visitor.GetAsync("/sages");
        var (name, address) = sages.Links().First(l => l.Href.StartsWith("/sages/", StringComparison.Ordinal) && l.Href != "/sages/m7kq4" && l.Words.Length > 3);
        var shown = (await visitor.GetAsync(address)).Links().Where(l => l.Href.StartsWith("/lessons/", StringComparison.Ordinal)).Select(l => l.Href).Append("/").Append("/sages").Append(address).Distinct().ToList();
        foreach (var path in shown)
        {
            Assert.Contains(name, (await visitor.OnceAsync(path)).Text, StringComparison.Ordinal);
            Assert.Contains(name, (await member.OnceAsync(path)).Text, StringComparison.Ordinal);
        }

        Assert.Contains(name, (await visitor.GetAsync("/api/search?q=" + Uri.EscapeDataString(name))).Html, StringComparison.Ordinal);
        await portal.AskAsync(async db => await db.InTransaction(
            async () =>
            {
                var sage = await db.Sages.SingleAsync(s => address.EndsWith(s.Code));
                var consent = await db.Consents.SingleAsync(c => c.SageId == sage.Id && c.Purpose == ConsentPurpose.Profile);
                sage.Withdraw(consent, Actor.System, TimeProvider.System.GetUtcNow());
                await db.SaveChangesAsync();
                return true;
            },
            TestContext.Current.CancellationToken));
        foreach (var path in shown)
        {
            // No kept page, and no follower to wait for.
            Assert.DoesNotContain(name, (await member.OnceAsync(path)).Text, StringComparison.Ordinal);
        }

        foreach (var path in shown)
        {
            await Until.Async(async () => !(await visitor.OnceAsync(path)).Text.Contains(name, StringComparison.Ordinal), $"{path} no longer names the sage");
        }

        Assert.Equal(404, (await visitor.OnceAsync(address)).Status);
        await Until.Async(async () => !(await visitor.GetAsync("/api/search?q=" + Uri.EscapeDataString(name))).Html.Contains(name, StringComparison.Ordinal), "search no longer names the sage");
        Assert.Contains("ไม่ประสงค์ออกนาม", (await visitor.GetAsync(shown[0])).Text, StringComparison.Ordinal);
    }

    private static string Unpack(Answer page)
    {
        using var packed = new MemoryStream(page.Body);
        using Stream stream = page.Header("Content-Encoding") switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
