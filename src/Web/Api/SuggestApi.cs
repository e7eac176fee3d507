using KhokNongNa.Search;

namespace KhokNongNa.Web.Api;

public static class SuggestApi
{
    /// <summary>
    /// <c>GET /api/suggest?q=&amp;size=</c> → <c>{"suggestions":[{"text","type","url"}]}</c>: titles and places that go on from what was typed,
    /// from the first letter on; size 1–20. Only what readers may see is in the index, so nobody else is offered.
    /// </summary>
    public static void MapSuggestApi(this WebApplication app) => app.MapGet("/api/suggest", (SearchIndex index, HttpContext context, string? q, string? size) =>
    {
        const int Most = 20;
        const int Usual = 8;
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Json(new
        {
            suggestions = index.Suggest(q ?? "", Thai.ThaiDigits.TryParseInt(size ?? "", out var wanted) ? Math.Clamp(wanted, 1, Most) : Usual)
                .Select(s => new { text = s.Title, type = s.Type, url = new PathString(s.Url).ToUriComponent() }),
        });
    }).RequireRateLimiting(Security.Limits.Search);
}
