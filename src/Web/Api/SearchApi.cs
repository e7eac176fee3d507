using KhokNongNa.Portal.Searching.Gaps;
using KhokNongNa.Search;

namespace KhokNongNa.Web.Api;

public static class SearchApi
{
    /// <summary><c>GET /api/search?q=&amp;size=</c> → <c>{"total":n,"results":[{"id","type","title","url","score"}]}</c> in rank order; size 1–100.</summary>
    public static void MapSearchApi(this WebApplication app) => app.MapGet("/api/search", (SearchIndex index, GapLog log, HttpContext context, string? q, string? size) =>
    {
        var results = index.Search(new SearchRequest
        {
            Text = q ?? "",
            Size = Thai.ThaiDigits.TryParseInt(size ?? "10", out var wanted) ? Math.Clamp(wanted, 1, SearchRequest.MaxSize) : 10,
        });
        log.Count(q ?? "", results.Total, "");
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Json(new
        {
            total = results.Total,
            results = results.Hits.Select(h => new { id = h.Id, type = h.Type, title = h.Title, url = new PathString(h.Url).ToUriComponent(), score = h.Score }),
        });
    }).RequireRateLimiting(Security.Limits.Search);
}
