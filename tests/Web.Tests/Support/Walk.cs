namespace KhokNongNa.Web.Tests.Support;

internal static class Walk
{
    private const int MostPages = 1_000;

    /// <summary>Goes through every link from the first page; search, the forms of display settings and sign-in, and other sites left out.</summary>
    public static async Task<IReadOnlyDictionary<string, Answer>> SiteAsync(Portal portal)
    {
        using var visitor = portal.Visitor();
        var seen = new Dictionary<string, Answer>();
        var waiting = new Queue<(string Path, string From)>([("/", "the start")]);
        while (waiting.TryDequeue(out var next))
        {
            if (seen.ContainsKey(next.Path))
            {
                continue;
            }

            Assert.True(seen.Count < MostPages, "The site has no end.");
            var page = await visitor.OnceAsync(next.Path);
            Assert.True(page.Status == 200, $"{next.Path}, linked from {next.From}, answers {page.Status}.");
            seen.Add(next.Path, page);
            foreach (var link in page.Links().Select(l => l.Href.Split('#')[0]).Where(IsPage))
            {
                waiting.Enqueue((link, next.Path));
            }
        }

        return seen;
    }

    // What is near is the same pages once more for each of the country's areas, and what is narrowed for each way to choose.
    private static bool IsPage(string link) =>
        link.StartsWith('/') && !link.StartsWith("/search", StringComparison.Ordinal) && link is not ("/display" or "/sign-in") && !link.StartsWith("/report", StringComparison.Ordinal) && !link.StartsWith("/sign-in", StringComparison.Ordinal)
        && !link.StartsWith("/near", StringComparison.Ordinal)
        && (!link.StartsWith("/sages?", StringComparison.Ordinal) || link.StartsWith("/sages?page=", StringComparison.Ordinal)) && !link.Contains("near=", StringComparison.Ordinal);
}
