using System.Net;
using System.Text.RegularExpressions;
using AngleSharp;

namespace KhokNongNa.Web.Tests.Processes;

[Collection(ProcessCollection.Name)]
public sealed partial class PublishedAssetTests(PublishedPortal published) : IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private HttpClient Http { get; set; } = null!;

    public async ValueTask InitializeAsync() => Http = (await published.PortalAsync()).Http;

    // The portal serves all tests and goes with them.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_asset_that_a_page_names_has_a_body()
    {
        var assets = await AssetsAsync();

        Assert.Contains(assets, a => a.Contains(".css", StringComparison.Ordinal));
        Assert.Contains(assets, a => a.Contains("favicon", StringComparison.Ordinal));
        Assert.Contains(assets, a => a.StartsWith("/media/", StringComparison.Ordinal));
        foreach (var asset in assets)
        {
            using var answer = await Http.GetAsync(asset, Stop);
            var body = await answer.Content.ReadAsByteArrayAsync(Stop);
            Assert.True(
                answer.StatusCode == HttpStatusCode.OK && body.Length > 0 && answer.Content.Headers.ContentLength == body.Length,
                $"{asset}: {(int)answer.StatusCode}, {body.Length} of {answer.Content.Headers.ContentLength} bytes");
        }
    }

    [Fact]
    public async Task Fingerprinted_assets_stay_for_good_and_lie_there_compressed()
    {
        var fingerprinted = (await AssetsAsync()).Where(a => Fingerprint().IsMatch(a)).ToList();

        Assert.Contains(fingerprinted, a => a.Contains("site.", StringComparison.Ordinal));
        foreach (var asset in fingerprinted)
        {
            using var plain = await Http.GetAsync(asset, Stop);
            using var request = new HttpRequestMessage(HttpMethod.Get, asset) { Headers = { { "Accept-Encoding", "br" } } };
            using var compressed = await Http.SendAsync(request, Stop);

            Assert.Contains("immutable", compressed.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Equal(["br"], compressed.Content.Headers.ContentEncoding);
            Assert.True(compressed.Content.Headers.ContentLength < plain.Content.Headers.ContentLength, asset);
        }
    }

    /// <summary>What a phone fetches before pictures: the page with its code for paper and its facts for machines, two styles, one icon.</summary>
    [Fact]
    public async Task The_first_visit_to_a_lesson_costs_at_most_20_KB_in_four_requests()
    {
        using var moved = await Http.GetAsync("/lessons/compost-heap-no-turn", Stop);
        var address = (moved.Headers.Location ?? moved.RequestMessage!.RequestUri!).ToString();
        var html = await Http.GetStringAsync(address, Stop);
        var page = await new BrowsingContext().OpenAsync(r => r.Content(html), Stop);
        string[] parts =
        [
            address,
            .. page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], img:not([loading=lazy])").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!),
        ];
        var bytes = 0;
        foreach (var part in parts)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, part) { Headers = { { "Accept-Encoding", "br" } } };
            using var answer = await Http.SendAsync(request, Stop);
            bytes += (await answer.Content.ReadAsByteArrayAsync(Stop)).Length;
        }

        Assert.InRange(parts.Length, 3, 4);
        Assert.InRange(bytes, 10_000, 20_000);
    }

    // Of the home page, a search, every kind of list, and each lesson.
    private async Task<IReadOnlySet<string>> AssetsAsync()
    {
        var lessons = await PageAsync("/lessons");
        string[] pages =
        [
            "/", "/search?q=%E0%B8%94%E0%B8%B4%E0%B8%99", "/topics", "/sages", "/centres", "/articles",
            .. lessons.QuerySelectorAll("a[href^='/lessons/']").Select(a => a.GetAttribute("href")!).Distinct(),
        ];
        var assets = new HashSet<string>();
        foreach (var page in pages)
        {
            var document = await PageAsync(page);
            assets.UnionWith(document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=manifest], link[rel=modulepreload]").Select(l => l.GetAttribute("href")!));
            assets.UnionWith(document.QuerySelectorAll("script[src], img[src], source[src], video[src]").Select(l => l.GetAttribute("src")!));
            assets.UnionWith(document.QuerySelectorAll("use[href]").Select(l => l.GetAttribute("href")!.Split('#')[0]).Where(h => h.Length > 0));
        }

        foreach (var sheet in assets.Where(a => a.Contains(".css", StringComparison.Ordinal)).ToList())
        {
            assets.UnionWith(Reference().Matches(await Http.GetStringAsync(sheet, Stop))
                .Select(m => m.Groups[1].Value)
                .Where(reference => !reference.StartsWith("data:", StringComparison.Ordinal))
                .Select(reference => new Uri(new Uri(Http.BaseAddress!, sheet), reference).AbsolutePath));
        }

        return assets;
    }

    private async Task<AngleSharp.Dom.IDocument> PageAsync(string path)
    {
        var text = await Http.GetStringAsync(path, Stop);
        return await BrowsingContext.New().OpenAsync(page => page.Content(text), Stop);
    }

    [GeneratedRegex(@"\.[a-z0-9]{10}\.")]
    private static partial Regex Fingerprint();

    [GeneratedRegex(@"url\([""']?([^""')#]+)")]
    private static partial Regex Reference();
}
