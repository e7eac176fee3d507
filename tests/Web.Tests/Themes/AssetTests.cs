using System.IO.Compression;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Themes;

/// <summary>As in production: in development assets change while one looks at them.</summary>
[Collection(ProductionPortal.Name)]
public sealed class AssetTests(ProductionPortal.Fixture portal)
{
    [Fact]
    public async Task Every_asset_that_a_page_names_is_there_with_a_body_and_kept_for_ever()
    {
        using var visitor = portal.Visitor();
        var assets = await AssetsAsync();
        Assert.Contains(assets, a => a.Contains("/site.", StringComparison.Ordinal));
        Assert.Contains(assets, a => a.Contains("/studio.", StringComparison.Ordinal) && a.EndsWith(".css", StringComparison.Ordinal));
        Assert.Contains(assets, a => a.EndsWith(".js", StringComparison.Ordinal));
        foreach (var asset in assets)
        {
            var plain = await visitor.OnceAsync(asset);
            Assert.True(plain.Status == 200 && plain.Body.Length > 50, $"{asset}: {plain.Status}, {plain.Body.Length} bytes");
            Assert.True(asset.Split('/')[^1].Count(c => c == '.') >= 2, $"{asset} has no fingerprint");
            Assert.Contains("immutable", plain.Header("Cache-Control"), StringComparison.Ordinal);
            Assert.Equal("nosniff", plain.Header("X-Content-Type-Options"));
        }
    }

    [Fact]
    public async Task Text_assets_lie_packed()
    {
        using var visitor = portal.Visitor();
        foreach (var asset in (await AssetsAsync()).Where(a => a.EndsWith(".css", StringComparison.Ordinal) || a.EndsWith(".js", StringComparison.Ordinal)))
        {
            // A build packs with gzip; Brotli comes with publishing, which the tests of the published portal look at.
            var plain = await visitor.OnceAsync(asset);
            var packed = await visitor.OnceAsync(asset, ("Accept-Encoding", "gzip"));
            Assert.Equal("gzip", packed.Header("Content-Encoding"));
            Assert.InRange(packed.Body.Length, 1, plain.Body.Length - 1);
            await using var stream = new GZipStream(new MemoryStream(packed.Body), CompressionMode.Decompress);
            using var reader = new StreamReader(stream);
            Assert.Equal(plain.Html, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void Styles_name_no_other_site_and_no_font_file()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Support.Portal.Repository, "themes"), "*.css", SearchOption.AllDirectories))
        {
            var style = File.ReadAllText(file);
            Assert.DoesNotContain("http", style, StringComparison.Ordinal);
            Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
            Assert.DoesNotContain("@font-face", style, StringComparison.Ordinal);
        }
    }

    private async Task<HashSet<string>> AssetsAsync()
    {
        using var visitor = portal.Visitor();
        var pages = (Answer[])
        [
            .. (await portal.SiteAsync()).Values,
            await visitor.GetAsync("/nothing"),
            await visitor.GetAsync("/search"),
            // In the Studio's frame, for those who are not signed in.
            await visitor.PostAsync(Lesson.New, [("a", "b")]),
        ];
        return
        [
            .. pages.SelectMany(p => p.Document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], img[src]"))
                .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
                .Where(a => !a.StartsWith("/media/", StringComparison.Ordinal) && !a.StartsWith("/plans/", StringComparison.Ordinal)),
        ];
    }
}
