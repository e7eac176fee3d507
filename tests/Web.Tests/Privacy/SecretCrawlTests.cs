using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Site.Previews;
using KhokNongNa.Web.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Web.Tests.Privacy;

/// <summary>
/// Goes through every public route there is, with secrets in every field that readers must not see: pages, lists, search, suggestions, the API,
/// pictures, cards, refusals, and then the log and the journal.
/// </summary>
public sealed class SecretCrawlTests(Support.Portal portal) : IClassFixture<Support.Portal>
{
    private const int MostPages = 3_000;

    // Routes that take no part: forms of visitors' own settings answer with what the visitor sent.
    private static readonly string[] Apart = ["/display", "/sign-in/callback"];

    [Fact]
    public async Task No_secret_is_anywhere_and_after_a_withdrawal_neither_is_the_name()
    {
        using var log = new MemoryLog(portal);
        var secrets = new Secrets(portal);
        await secrets.SeedAsync();
        await LevelAsync();

        var crawled = await CrawlAsync(secrets);
        Assert.Contains(crawled, page => page.Path == $"/sages/{secrets.Shown.Code}" && page.Html.Contains(secrets.Shown.Name, StringComparison.Ordinal));
        Assert.Empty(Unvisited(crawled));
        Assert.Contains(crawled, page => page.Html.Contains(Secrets.CommunityTitle, StringComparison.Ordinal) && page.Path.StartsWith("/lessons/", StringComparison.Ordinal));
        Assert.All(secrets.Links, link => Assert.Contains(crawled, page => page.Path == link && page.Status == 200));
        Look(crawled, secrets);

        await secrets.WithdrawAsync();
        await LevelAsync();
        // Pages that were kept are cleared by the happening, not by waiting.
        Look(await CrawlAsync(secrets), secrets);

        Assert.All(await portal.AskAsync(db => db.Journal.Select(h => h.Data).ToListAsync()), row => Assert.Null(Found(row, secrets.Words)));
        Assert.Null(Found(log.Text, secrets.Words));
    }

    private static void Look(IEnumerable<Answer> crawled, Secrets secrets)
    {
        foreach (var page in crawled)
        {
            // A page repeats what was asked for; that is no find.
            var asked = Uri.UnescapeDataString(page.Path);
            var found = Found(page.Html, secrets.Words.Where(w => !asked.Contains(w, StringComparison.Ordinal)));
            Assert.True(found is null, $"{asked} tells «{found}».");
            Assert.True(Found(Uri.UnescapeDataString(page.Html), secrets.Words.Where(w => !asked.Contains(w, StringComparison.Ordinal))) is null, $"{asked} tells in an address.");
        }

        // What is hidden has no page and no picture.
        Assert.All(crawled.Where(p => secrets.Addresses.Contains(p.Path) && !p.Path.Contains(secrets.Shown.Code, StringComparison.Ordinal)), page => Assert.Equal(404, page.Status));
    }

    private static string? Found(string text, IEnumerable<string> words) => words.FirstOrDefault(w => text.Contains(w, StringComparison.Ordinal));

    private async Task<List<Answer>> CrawlAsync(Secrets secrets)
    {
        using var visitor = portal.Visitor();
        var seen = new HashSet<string>();
        var answers = new List<Answer>();
        var waiting = new Queue<string>(["/", "/no-such-page", "/problem/404", "/health", "/sign-in", "/near?within=3104", "/api/search?q=", "/api/suggest?q=", "/lessons/no", "/report?of=/topics/" + Uri.EscapeDataString(secrets.Topic), "/sages/no", .. secrets.Addresses, .. secrets.Links]);
        foreach (var link in await PreviewsAsync())
        {
            waiting.Enqueue(link);
        }

        foreach (var word in secrets.Words.Append(secrets.Shown.Name))
        {
            var q = Uri.EscapeDataString(word);
            foreach (var path in (string[])[$"/search?q={q}", $"/api/search?q={q}&size=100", $"/api/suggest?q={q}", $"/api/suggest?q={Uri.EscapeDataString(word[..4])}", $"/sages?topic={q}", $"/{q}"])
            {
                waiting.Enqueue(path);
            }
        }

        foreach (var filter in (string[])["/sages?area=310401", "/sages?near=310401", "/centres?near=310401", "/near?near=310401", "/areas/310401", "/areas/3104", "/search?q=ดิน&type=sage", "/search?q=ดินลับแล"])
        {
            waiting.Enqueue(filter);
        }

        while (waiting.TryDequeue(out var path))
        {
            if (!seen.Add(path))
            {
                continue;
            }

            Assert.True(seen.Count < MostPages, "The site has no end.");
            var page = await visitor.OnceAsync(path);
            answers.Add(page);
            if (page.ContentHeaders.ContentType?.MediaType == "text/html")
            {
                foreach (var link in Links(page))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        return answers;
    }

    // Links that were made before a text was closed, and one that nobody made.
    private async Task<IReadOnlyList<string>> PreviewsAsync()
    {
        var tickets = portal.Services.GetRequiredService<PreviewTicket>();
        var closed = await portal.AskAsync(db => db.Entries.Where(e => e.LatestLicence == Licence.Community || e.LatestLicence == Licence.Closed).Select(e => new { e.Id, e.LatestNumber }).ToListAsync());
        Assert.NotEmpty(closed);
        return [.. closed.Select(e => tickets.Url(new(e.Id, e.LatestNumber, 0), new DateOnly(2999, 1, 1))), "/preview/none", $"/preview/none/pictures/{Guid.CreateVersion7()}/320.webp"];
    }

    private static IEnumerable<string> Links(Answer page) =>
        page.Document.QuerySelectorAll("[href], [src], [srcset], [content^='http']")
            .SelectMany(e => (IEnumerable<string?>)[e.GetAttribute("href"), e.GetAttribute("src"), e.GetAttribute("content"), .. (e.GetAttribute("srcset") ?? "").Split(',').Select(s => s.Trim().Split(' ')[0])])
            .OfType<string>()
            .Select(link => Uri.TryCreate(link, UriKind.Absolute, out var absolute) && absolute.IsLoopback && absolute.Scheme == "http" ? absolute.PathAndQuery : link)
            .Select(link => link.Split('#')[0])
            .Where(link => link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal) && Wanted(link));

    // Of what is near and of filters there are endless combinations: those that are asked for above are enough.
    private static bool Wanted(string link) =>
        !link.StartsWith("/search", StringComparison.Ordinal) && !link.Contains("near=", StringComparison.Ordinal) && !link.StartsWith("/near", StringComparison.Ordinal)
        && (!link.StartsWith("/sages?", StringComparison.Ordinal) || link.Count(c => c == '=') == 1) && !link.StartsWith("/sign-in", StringComparison.Ordinal) && !link.StartsWith("/report", StringComparison.Ordinal);

    /// <summary>Public routes that no address of the crawl belongs to.</summary>
    private List<string> Unvisited(IReadOnlyList<Answer> crawled)
    {
        var paths = crawled.Select(p => new Microsoft.AspNetCore.Http.PathString("/" + Uri.UnescapeDataString(p.Path.Split('?')[0]).TrimStart('/'))).Distinct().ToList();
        return
        [
            .. portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
                .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
                .Where(pattern => !pattern.StartsWith("/sign-in", StringComparison.Ordinal) && !pattern.StartsWith("/themes/", StringComparison.Ordinal) && !Apart.Any(a => pattern.StartsWith(a, StringComparison.Ordinal)))
                .Distinct()
                .Where(pattern => !paths.Any(new TemplateMatcher(TemplateParser.Parse(pattern.TrimStart('/')), []).Matches)),
        ];
    }

    private Task LevelAsync() => Until.Async(
        async () =>
        {
            using var visitor = portal.Visitor();
            var health = (await visitor.GetAsync("/health")).Json;
            return health.GetProperty("index").GetInt64() >= await portal.AskAsync(db => db.Journal.MaxAsync(h => h.Seq));
        },
        "the index follows the journal");
}

internal static class Matching
{
    public static bool Matches(this TemplateMatcher matcher, Microsoft.AspNetCore.Http.PathString path) => matcher.TryMatch(path, []);
}
