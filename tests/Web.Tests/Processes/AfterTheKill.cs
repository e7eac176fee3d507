using System.Net;
using System.Text.Json;
using AngleSharp.Dom;

namespace KhokNongNa.Web.Tests.Processes;

/// <summary>Holds what the portal shows after a kill against what its clients were told before.</summary>
internal sealed class AfterTheKill(PortalProcess portal, Member writer)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task NothingIsLostAsync(Burst burst)
    {
        var kept = await KeptAsync(burst.Tag);
        var found = await FoundAsync(burst.Tag);
        Assert.Subset(burst.Texts.Select(t => t.Title).ToHashSet(), kept.Keys.ToHashSet());
        foreach (var text in burst.Texts)
        {
            var (id, stage) = kept.GetValueOrDefault(text.Title);
            Assert.True(
                stage >= text.Acknowledged && stage <= text.Asked,
                $"«{text.Title}» was acknowledged as {text.Acknowledged}, asked to become {text.Asked}, and is {stage}");
            Assert.True(text.Acknowledged == Stage.None || text.Id == id, $"«{text.Title}» has another id");
            if (stage > Stage.None)
            {
                var latest = await writer.PageAsync($"/studio/entries/{id}/revisions/1");
                Assert.Contains(text.Mark, latest.Body!.TextContent, StringComparison.Ordinal);
            }

            Assert.True(found.ContainsKey(id) == (stage == Stage.Published), $"«{text.Title}» is {stage}; found by search: {found.ContainsKey(id)}");
            if (stage == Stage.Published)
            {
                using var page = await portal.Http.GetAsync(found[id], Stop);
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
                Assert.Contains(text.Mark, await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
            }
        }
    }

    // Title → id and stage, as the Studio lists them.
    private async Task<Dictionary<string, (Guid Id, Stage Stage)>> KeptAsync(string tag)
    {
        var kept = new Dictionary<string, (Guid, Stage)>();
        var path = $"/studio/entries?q={tag}";
        while (path is not null)
        {
            var page = await writer.PageAsync(path);
            foreach (var row in page.QuerySelectorAll(".list-table tbody tr"))
            {
                var link = row.QuerySelector("a")!;
                kept.Add(link.TextContent, (Guid.ParseExact(link.GetAttribute("href")!.Split('/')[^1], "D"), StageOf(row.QuerySelector(".chip")!)));
            }

            path = page.QuerySelector(".pager a[rel=next]")?.GetAttribute("href");
        }

        return kept;
    }

    private static Stage StageOf(IElement chip) => chip.ClassList[1] switch
    {
        "chip-draft" => Stage.Draft,
        "chip-review" => Stage.InReview,
        "chip-approved" => Stage.Approved,
        "chip-published" => Stage.Published,
        var other => throw new InvalidOperationException($"No text can be {other} here."),
    };

    // Id → address, as search answers. Ready means that the index has passed everything that was written before the start.
    private async Task<Dictionary<Guid, string>> FoundAsync(string tag)
    {
        using var json = JsonDocument.Parse(await portal.Http.GetStringAsync($"/api/search?q={tag}&size=100", Stop));
        return json.RootElement.GetProperty("results").EnumerateArray()
            .Where(r => r.GetProperty("title").GetString()!.StartsWith(tag, StringComparison.Ordinal))
            .ToDictionary(r => Guid.ParseExact(r.GetProperty("id").GetString()!, "D"), r => r.GetProperty("url").GetString()!);
    }
}
