using System.Security.Claims;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace KhokNongNa.Web.Security;

/// <summary>Who is signed in. The cookie holds a member's id; what the member may do is read anew for each request.</summary>
public static class Sessions
{
    public const string SignInPath = "/sign-in";

    public static void AddSessions(this WebApplicationBuilder builder)
    {
        var isDevelopment = builder.Environment.IsDevelopment();
        builder.Services.AddScoped<CurrentMember>();
        builder.Services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o =>
        {
            o.Cookie.Name = "session";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = TimeSpan.FromDays(14);
            o.LoginPath = SignInPath;
            o.ReturnUrlParameter = "back";
            o.Events.OnRedirectToLogin = context =>
            {
                if (isDevelopment)
                {
                    context.Response.Redirect(context.RedirectUri);
                }
                else
                {
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                }

                return Task.CompletedTask;
            };
            o.Events.OnValidatePrincipal = async context =>
            {
                // A member who is gone is signed out at the next click.
                if (await context.HttpContext.RequestServices.GetRequiredService<CurrentMember>().FindAsync(context.Principal, context.HttpContext.RequestAborted) is null)
                {
                    context.RejectPrincipal();
                    await context.HttpContext.SignOutAsync();
                }
            };
        });
        builder.Services.AddAuthorization();
    }

    public static ClaimsPrincipal Principal(Member member) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, member.Id.ToString())], CookieAuthenticationDefaults.AuthenticationScheme));
}

/// <summary>The member behind the request.</summary>
public sealed class CurrentMember(PortalDb db)
{
    private Member? _member;

    public Member Member => _member ?? throw new InvalidOperationException("Nobody is signed in.");

    public Actor Actor => Member.ToActor();

    internal async Task<Member?> FindAsync(ClaimsPrincipal? principal, CancellationToken cancellationToken) =>
        _member = Guid.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? await db.MemberAsync(id, cancellationToken) : null;
}
