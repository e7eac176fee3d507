using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Searching;
using KhokNongNa.Search;
using KhokNongNa.Web.Caching;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace KhokNongNa.Web.Site.Pages;

/// <summary>
/// Full-text search with filters; the address holds the whole state. Made anew each time: what was just published is found. To search
/// engines all questions are the one page.
/// </summary>
[FreshPage]
[EnableRateLimiting(Limits.Search)]
public sealed class SearchPage(PortalDb db, SearchIndex index, KeptViews views) : SitePage<SearchView>
{
    /// <summary>Letters of a question; more than a person asks.</summary>
    private const int TextLength = 200;

    // Whose day matters beside a result.
    private static readonly string[] Dated = ["article", "directive"];

    public static IReadOnlyList<string> Examples { get; } = ["ห่มดิน", "ปุ๋ยหมัก", "ปลูกมะนาว", "คลองไส้ไก่", "เลี้ยงไก่ไข่"];

    public async Task<IActionResult> OnGetAsync(string? q, string? near, [FromQuery(Name = "page")] string? number, CancellationToken cancellationToken)
    {
        var text = q?.Trim() ?? "";
        var notice = "";
        if (text.Length > TextLength)
        {
            text = text[..TextLength];
            notice = $"คำค้นยาวเกินไป จึงค้นด้วย {TextLength} ตัวอักษรแรก";
        }

        var words = await FacetWords.ReadAsync(db, views, cancellationToken);
        if (await MergedTopics.AddressAsync(db, Request, words, cancellationToken) is { } today)
        {
            return RedirectPermanent(today);
        }

        var place = near is null ? null : await db.NeighbourhoodAsync(near, cancellationToken);
        var state = SearchState.Parse(text, Request.Query, words, place);
        var page = PageNumber.Parse(number);
        var results = state.IsEmpty ? null : index.Search(state.Request(page));
        var pages = Math.Max(1, ((results?.Total ?? 0) + SearchState.PageSize - 1) / SearchState.PageSize);
        if (results is not null && page > pages)
        {
            // Beyond the end stands the last page.
            page = pages;
            results = index.Search(state.Request(page));
        }

        var links = new SearchLinks(state, words);
        return Show(
            new SearchView(
                text,
                results,
                notice,
                results is null ? [] : links.Groups(results),
                [.. (results?.Hits ?? []).Select(Line)],
                Math.Min(page, pages),
                pages,
                state.Url,
                words.Topics,
                Examples)
            {
                Chosen = links.Chosen,
                Sorts = links.Sorts,
                NearUrl = links.NearUrl,
                Near = place is null ? null : await db.PlaceAsync(place, cancellationToken),
                DidYouMean = results?.DidYouMean is { } meant ? new Link(meant, (state with { Text = meant }).Url()) : null,
                WaysOn = results is { Total: 0 } ? await new NothingFoundQuery(db, index, words).RunAsync(state, results, cancellationToken) : null,
            },
            _ => new PageHead(Title(text, page), "ค้นหาบทเรียน บทความ ปราชญ์ ศูนย์เรียนรู้ และหัวข้อ", "/search", Section.Search));
    }

    private static string Title(string text, int page) =>
        (text.Length > 0 ? $"ค้นหา «{text}»" : "ค้นหา") + (page > 1 ? $" หน้า {page}" : "");

    private static SearchLine Line(SearchHit hit) =>
        new(hit, SearchFacet.TypeName(hit.Type), hit.Minutes(), hit.Baht(), Dated.Contains(hit.Type) ? hit.Published : null);
}
