using KhokNongNa.Portal;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhokNongNa.Web.Studio;

/// <summary>A page for members: knows who is here, and is kept by nobody.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class MemberPage(CurrentMember current) : PageModel
{
    protected Actor Actor => current.Actor;

    protected Guid MemberId => current.Member.Id;

    protected CurrentMember Current => current;

    /// <summary>Shown once at the top of the next page.</summary>
    protected void Say(string sentence) => TempData["Said"] = sentence;

    /// <summary>Does it, says so and goes on; or says why not and goes back. For acts without anything typed.</summary>
    protected Task<IActionResult> TryAsync(Func<Task> act, string done, string next) => TryAsync(act, done, () => next);

    /// <param name="next">Where to, asked when the act is done or refused.</param>
    protected async Task<IActionResult> TryAsync(Func<Task> act, string done, Func<string> next)
    {
        try
        {
            await act();
            Say(done);
        }
        catch (PortalException refusal)
        {
            Say(refusal.Message);
        }

        return Redirect(next());
    }
}

/// <summary>A page of the Studio, for members who have work there; others find their account instead.</summary>
public abstract class StudioPage(CurrentMember current) : MemberPage(current)
{
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!Current.Works)
        {
            context.Result = Request.Path == "/studio" ? Redirect("/account") : NotFound();
        }
    }
}
