using KhokNongNa.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhokNongNa.Web.Site.Pages;

/// <summary>A page that readers see, made from one record.</summary>
public abstract class SitePage<T> : PageModel
    where T : class
{
    public T View { get; private set; } = null!;

    /// <summary>What stands before a path to make it an address that others can use.</summary>
    protected string Root => $"{Request.Scheme}://{Request.Host}{Request.PathBase}";

    /// <summary>Shows the record; without one, the page does not exist.</summary>
    /// <param name="tags">Ids of what is shown, so that a change drops the kept page.</param>
    protected IActionResult Show(T? view, Func<T, PageHead> head, Func<T, IEnumerable<Guid>>? tags = null)
    {
        if (view is null)
        {
            return NotFound();
        }

        View = view;
        ViewData.SetHead(head(view));
        HttpContext.Shows(tags is null ? [PageCache.Lists] : tags(view).Select(id => id.ToString()));
        return Page();
    }
}
