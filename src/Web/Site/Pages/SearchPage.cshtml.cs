using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Search;
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
public sealed class SearchPage(PortalDb db, SearchIndex index) : SitePage<SearchView>
{
    /// <summary>Letters of a question; more than a person asks.</summary>
    private const int TextLength = 200;

    public static IReadOnlyList<string> Examples { get; } = ["ห่มดิน", "ปุ๋ยหมัก", "ปลูกมะนาว", "คลองไส้ไก่", "เลี้ยงไก่ไข่"];

    public async Task<IActionResult> OnGetAsync(string? q, string[] type, string[] topic, string[] district, [FromQuery(Name = "page")] string? number, CancellationToken cancellationToken)
    {
        var text = q?.Trim() ?? "";
        var notice = "";
        if (text.Length > TextLength)
        {
            text = text[..TextLength];
            notice = $"คำค้นยาวเกินไป จึงค้นด้วย {TextLength} ตัวอักษรแรก";
        }

        var links = new SearchLinks(text, type, topic, district);
        var results = links.IsEmpty ? null : index.Search(links.Request(PageNumber.Parse(number)));
        var pages = results is null ? 1 : Math.Max(1, (results.Total + SearchLinks.PageSize - 1) / SearchLinks.PageSize);
        if (results is not null && PageNumber.Parse(number) > pages)
        {
            // Beyond the end stands the last page.
            results = index.Search(links.Request(pages));
        }

        var tree = await db.TopicTreeAsync(cancellationToken);
        return Show(
            new SearchView(
                text,
                results,
                notice,
                results is null ? [] : await links.FacetsAsync(db, results, tree, cancellationToken),
                [.. (results?.Hits ?? []).Select(h => new SearchLine(h, SearchLinks.TypeName(h.Type)))],
                Math.Min(PageNumber.Parse(number), pages),
                pages,
                links.PageUrl,
                tree,
                Examples),
            _ => new PageHead(text.Length > 0 ? $"ค้นหา «{text}»" : "ค้นหา", "ค้นหาบทเรียน บทความ ปราชญ์ ศูนย์เรียนรู้ และหัวข้อ", "/search", Section.Search));
    }
}
