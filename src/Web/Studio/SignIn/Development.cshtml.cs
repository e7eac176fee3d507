using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhokNongNa.Web.Studio.SignIn;

/// <summary>Chooses a seeded member without proof. Development alone has an address for this page.</summary>
public sealed class DevelopmentModel(PortalDb db, CurrentMember current) : PageModel
{
    public MemberChoices Choices { get; private set; } = new([], null, null);

    /// <summary>What was caught before signing in, ready to go on.</summary>
    public HeldForm? SendOn { get; private set; }

    public async Task OnGetAsync(string? back, CancellationToken cancellationToken) =>
        Choices = await MemberChoices.LoadAsync(db, back, null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid member, string? back, string? held, CancellationToken cancellationToken)
    {
        if (await db.MemberAsync(member, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        var principal = Sessions.Principal(found);
        await HttpContext.SignInAsync(principal, new AuthenticationProperties { IsPersistent = true });
        SendOn = HeldForm.Parse(held);
        if (SendOn is null)
        {
            return LocalRedirect(Url.IsLocalUrl(back) ? back : "/studio");
        }

        // The page's form needs a token of the session that has just begun.
        HttpContext.User = principal;
        await current.FindAsync(principal, cancellationToken);
        return Page();
    }
}
