using KhokNongNa.Portal.Data;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhokNongNa.Web.Studio.SignIn;

/// <summary>Holds the fields of a form that came without a valid session or token, and sends them on after signing in.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AgainModel(PortalDb db, IHostEnvironment environment) : PageModel
{
    public HeldForm Held { get; private set; } = new("", []);

    /// <summary>Whom to sign in as, in Development.</summary>
    public MemberChoices? Choices { get; private set; }

    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (HttpContext.HeldForm() is not { } held)
        {
            return NotFound();
        }

        Held = held;
        if (environment.IsDevelopment() && User.Identity?.IsAuthenticated != true)
        {
            Choices = await MemberChoices.LoadAsync(db, null, held, cancellationToken);
        }

        return Page();
    }
}
