using System.Security.Cryptography;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhokNongNa.Web.SignIn;

/// <summary>What a sign-in form holds besides proof: where to go, and what waits to be sent on.</summary>
public sealed class SignInForm
{
    public string Number { get; set; } = "";

    public string Pin { get; set; } = "";

    public string Again { get; set; } = "";

    /// <summary>Whether the device is the member's own.</summary>
    public bool Remember { get; set; }

    /// <summary>Address of this portal to go to afterwards.</summary>
    public string Back { get; set; } = "";

    /// <summary>A caught form to send on afterwards.</summary>
    public string Held { get; set; } = "";

    /// <summary>Sealed proof that the PIN of the slip was right, for choosing one's own.</summary>
    public string Ticket { get; set; } = "";
}

/// <summary>A page on the way in.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class SignInPage(PortalDb db, TimeProvider clock) : PageModel
{
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    public IReadOnlyList<(string Field, string Message)> Wrong { get; protected set; } = [];

    /// <summary>What was caught before signing in, ready to go on.</summary>
    public HeldForm? SendOn { get; private set; }

    protected PortalDb Db => db;

    protected DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Opens the session and goes where the member was going.</summary>
    protected async Task<IActionResult> EnterAsync(Guid memberId, SignInWay way, CancellationToken cancellationToken)
    {
        await HttpContext.BeginSessionAsync(db, memberId, way, Form.Remember, Now, cancellationToken);
        SendOn = HeldForm.Parse(Form.Held);
        return SendOn is null ? LocalRedirect(BackAddress.Local(Form.Back) ?? "/studio") : Page();
    }

    /// <summary>The form again with what is wrong; what was typed stays, a PIN never.</summary>
    protected PageResult Refuse(string field, string message)
    {
        Wrong = [(field, message)];
        ModelState.Clear();
        return Page();
    }
}

/// <summary>Seals who has shown a good PIN of a slip, for a quarter of an hour.</summary>
public sealed class FirstPinTicket(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("first-pin").ToTimeLimitedDataProtector();

    public string Seal(Guid memberId, DateTimeOffset firstPinAt) => _seal.Protect($"{memberId:N} {firstPinAt.UtcTicks}", Lasts);

    /// <summary><c>null</c> for anything that was not sealed here, or too long ago.</summary>
    public (Guid MemberId, DateTimeOffset FirstPinAt)? Open(string ticket)
    {
        try
        {
            return _seal.Unprotect(ticket).Split(' ') is [var id, var ticks]
                ? (Guid.ParseExact(id, "N"), new DateTimeOffset(long.Parse(ticks, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
