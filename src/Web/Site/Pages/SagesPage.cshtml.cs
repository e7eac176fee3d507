using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Site.Pages;

/// <summary>
/// Who knows what, and where (V21). The whole directory and what is near are kept pages; a narrowed one is made anew, for its addresses have no end.
/// To search engines all of them are the one list.
/// </summary>
[TakesNear]
[TakesFilters(SageState.Topic, SageState.Area, SageState.Can, SageState.Language)]
public sealed class SagesPage(PortalDb db, KeptViews views) : SitePage<SagesView>
{
    public async Task<IActionResult> OnGetAsync(string? near, [FromQuery(Name = "page")] string? number, CancellationToken cancellationToken)
    {
        var place = near is null ? null : await db.NeighbourhoodAsync(near, cancellationToken);
        if (near is not null && place is null)
        {
            return NotFound();
        }

        var words = await FacetWords.ReadAsync(db, views, cancellationToken);
        if (await MergedTopics.AddressAsync(db, Request, words, cancellationToken) is { } today)
        {
            return RedirectPermanent(today);
        }

        var areas = (await views.ReadAsync(
            "areas", () => db.Areas.AsNoTracking().ToDictionaryAsync(a => a.Code, a => a.ShortName, cancellationToken)!, cancellationToken))!;
        var state = SageState.Parse(Request.Query, words, areas, place);
        var filter = state.Filter;
        var topics = await CountAsync(filter with { Topic = "" }, "topics", f => db.SageTopicsAsync(f, cancellationToken));
        var places = await CountAsync(filter with { Area = "" }, "places", f => db.SagePlacesAsync(f, cancellationToken));
        var skills = await CountAsync(filter, "skills", f => db.SageSkillsAsync(f, cancellationToken));
        var list = await db.SagePageAsync(filter, place, places, PageNumber.Parse(number), cancellationToken);
        var links = new SageLinks(state, words, areas);
        return Show(
            new SagesView(list, state.Url)
            {
                Facets = links.Groups(topics, places, skills),
                Chosen = links.Chosen,
                Near = place is null ? null : await db.PlaceAsync(place, cancellationToken),
                Unfiltered = (state with { Filter = new(), Near = null }).Url(),
                Back = (state with { Near = null }).Url(),
            },
            v => new PageHead("ปราชญ์ชุมชนและครูพาทำ", "ใครรู้เรื่องอะไร อยู่ที่ไหน สอนหรือพาทำอะไรได้", SageState.Path, Section.Sages, IsIndexed: near is null && filter.IsEmpty)
                .OnPage(filter.IsEmpty ? v.List.Page : 1));

        // Counts over nearly everybody are the dear ones, and there are few of them.
        async Task<T> CountAsync<T>(SageFilter over, string kind, Func<SageFilter, Task<T>> count)
            where T : class =>
            over.IsWide ? (await views.ReadAsync($"sages/{kind}/{over.Can}/{over.Language}", async () => (T?)await count(over), cancellationToken))! : await count(over);
    }
}
