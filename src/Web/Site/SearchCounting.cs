using KhokNongNa.Portal.Searching;
using KhokNongNa.Portal.Searching.Gaps;
using KhokNongNa.Web.Site.Pages;
using Microsoft.AspNetCore.Mvc.Filters;

namespace KhokNongNa.Web.Site;

/// <summary>
/// Counts what is looked for on the search page. A page further on, or a choice among the results, is the same question again; only a
/// district makes it another one.
/// </summary>
internal sealed class SearchCounting(GapLog log) : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        var asked = context.HttpContext.Request.Query;
        if (context is { Exception: null, HandlerInstance: SearchPage { View.Results: { } results } page }
            && PageNumber.Parse(asked["page"]) == 1
            && !SearchFacet.All.Any(facet => facet.Name != Facets.District && asked.ContainsKey(facet.Name)))
        {
            log.Count(page.View.Text, results.Total, asked["district"] is [{ } district] ? district : asked["near"] is [{ } near] ? near : "");
        }
    }
}
