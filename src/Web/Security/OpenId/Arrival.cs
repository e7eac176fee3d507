using System.Security.Claims;
using KhokNongNa.Portal.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace KhokNongNa.Web.Security.OpenId;

/// <summary>Somebody whom a provider has named and who is not signed in yet. Kept for ten minutes in a sealed cookie, never in an address.</summary>
/// <param name="Name">As the provider has it; may be empty.</param>
/// <param name="Email">Verified by the provider; empty otherwise.</param>
/// <param name="Back">Address of this portal to go to afterwards; may be empty.</param>
/// <param name="Invitation">Code of the invitation that they came from; may be empty.</param>
/// <param name="Links">Whether a member came to add a way in.</param>
public sealed record Arrival(ProviderAccount Account, string Name, string Email, string Back, string Invitation, bool Links)
{
    public const string Path = "/sign-in/arrival";

    internal const string Scheme = "arrival";

    // By the standard a subject has no more.
    private const int LongestSubject = 255;

    private const string BackItem = "back";
    private const string InvitationItem = "invitation";
    private const string LinksItem = "links";
    private const string AgainItem = "again";

    /// <summary>What travels to the provider and back, sealed.</summary>
    public static AuthenticationProperties Begin(string back, string invitation, bool links) => new()
    {
        RedirectUri = Path,
        Items = { [BackItem] = back, [InvitationItem] = invitation, [LinksItem] = links ? "yes" : "" },
    };

    /// <summary>The same once more; <c>null</c> when it was so already.</summary>
    internal static AuthenticationProperties? BeginAgain(AuthenticationProperties? before)
    {
        if (before is null || before.Items.ContainsKey(AgainItem))
        {
            return null;
        }

        var again = Begin(before.Items[BackItem] ?? "", before.Items[InvitationItem] ?? "", before.Items[LinksItem] == "yes");
        again.Items[AgainItem] = "yes";
        return again;
    }

    /// <summary>Who has come from a provider to this browser; <c>null</c> → nobody, or too long ago.</summary>
    public static async Task<Arrival?> ReadAsync(HttpContext context) =>
        await context.AuthenticateAsync(Scheme) is { Succeeded: true, Ticket: { } ticket }
        && ticket.Principal is { Identity.AuthenticationType: { } provider } who
        && who.FindFirstValue(ClaimTypes.NameIdentifier) is { } subject
            ? new(
                new(provider, subject),
                who.FindFirstValue(ClaimTypes.Name) ?? "",
                who.FindFirstValue(ClaimTypes.Email) ?? "",
                ticket.Properties.Items[BackItem] ?? "",
                ticket.Properties.Items[InvitationItem] ?? "",
                ticket.Properties.Items[LinksItem] == "yes")
            : null;

    public static Task EndAsync(HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>What the portal needs of a provider's claims; <c>null</c> when they name nobody, or name them by their citizen number.</summary>
    internal static ClaimsPrincipal? From(OpenIdProvider provider, ClaimsPrincipal proved)
    {
        if (proved.FindFirstValue(provider.SubjectClaim) is not { Length: > 0 and <= LongestSubject } subject || CitizenNumber.Is(subject))
        {
            return null;
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, subject)], provider.Name);
        if (proved.FindFirstValue(provider.NameClaim) is { Length: > 0 and <= Member.NameLength } name)
        {
            identity.AddClaim(new(ClaimTypes.Name, name));
        }

        if (IsTrue(proved.FindFirstValue(provider.VerifiedClaim)) && proved.FindFirstValue(provider.EmailClaim) is { Length: > 0 } email)
        {
            identity.AddClaim(new(ClaimTypes.Email, email));
        }

        return new(identity);
    }

    internal static void Keep(CookieAuthenticationOptions o)
    {
        (o.Cookie.Name, o.Cookie.Path, o.Cookie.HttpOnly) = (Scheme, Sessions.SignInPath, true);
        (o.Cookie.SameSite, o.Cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        (o.ExpireTimeSpan, o.SlidingExpiration) = (TimeSpan.FromMinutes(10), false);
    }

    private static bool IsTrue(string? claim) => claim == "1" || (bool.TryParse(claim, out var isTrue) && isTrue);
}
