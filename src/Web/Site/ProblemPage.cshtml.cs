using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhokNongNa.Web.Site;

/// <summary>Shown in place of a page that could not be; whatever the method was, the answer is a page.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ProblemPage : PageModel
{
    public ProblemView View { get; private set; } = ProblemPages.Describe(404, null);

    // No handler has a say: they are chosen by method, and any method may fail.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var problem = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        // Asked for by its own address, it is a page that does not exist.
        var isOwnAddress = problem is null && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null;
        View = isOwnAddress ? ProblemPages.Describe(404, null) : ProblemPages.Describe(Response, problem);
        Response.StatusCode = View.Status;
        ViewData.SetHead(new PageHead(View.Title, IsIndexed: false));
    }
}
