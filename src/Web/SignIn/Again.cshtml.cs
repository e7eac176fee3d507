using KhokNongNa.Portal.Data;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.SignIn;

/// <summary>Holds the fields of a form that came without a valid session or token, and sends them on after signing in.</summary>
[IgnoreAntiforgeryToken]
public sealed class AgainModel(PortalDb db, IHostEnvironment environment, TimeProvider clock) : SignInPage(db, clock)
{
    public HeldForm Waiting { get; private set; } = new("", []);

    /// <summary>Whom to sign in as, in Development.</summary>
    public MemberChoices? Choices { get; private set; }

    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (HttpContext.HeldForm() is not { } held)
        {
            return NotFound();
        }

        Waiting = held;
        Form = new() { Held = held.ToJson(), Remember = true };
        ModelState.Clear();
        if (environment.IsDevelopment() && User.Identity?.IsAuthenticated != true)
        {
            Choices = await MemberChoices.LoadAsync(Db, "", Form.Held, cancellationToken);
        }

        return Page();
    }
}
