using System.Security.Claims;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace KhokNongNa.Web.Security;

/// <summary>
/// Who is signed in. The cookie names a member, a device and a session; whether that session is still open and what the member may do
/// is read anew for each request, so that a role taken away, a device revoked or a sign-out works at the next click.
/// </summary>
public static class Sessions
{
    public const string SignInPath = "/sign-in";

    private const string Device = "device";
    private const string Session = "session";
    private const string Stamp = "stamp";

    public static void AddSessions(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<CurrentMember>();
        builder.Services.AddSingleton<SignIn.FirstPinTicket>();
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
            // The device's own row says when a session ends; sliding would let a stolen cookie live for ever.
            o.ExpireTimeSpan = Portal.Identity.Device.Remembered;
            o.SlidingExpiration = false;
            o.LoginPath = SignInPath;
            o.ReturnUrlParameter = "back";
            // A phone's clock may be years off; how long is the same everywhere.
            o.Events.OnSigningIn = context =>
            {
                if (context.Properties is { IsPersistent: true, ExpiresUtc: { } end, IssuedUtc: { } begin })
                {
                    context.CookieOptions.MaxAge = end - begin;
                }

                return Task.CompletedTask;
            };
            o.Events.OnValidatePrincipal = async context =>
            {
                if (!await context.HttpContext.RequestServices.GetRequiredService<CurrentMember>().FindAsync(context.Principal, context.HttpContext.RequestAborted))
                {
                    context.RejectPrincipal();
                    await context.HttpContext.SignOutAsync();
                }
            };
        });
        builder.Services.AddAuthorization();
    }

    /// <summary>Opens a session for a member who has proved who they are, and gives the browser its cookies.</summary>
    /// <param name="remember">Whether the device is the member's own.</param>
    public static async Task BeginSessionAsync(
        this HttpContext context, PortalDb db, Guid memberId, SignInWay way, bool remember, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var opened = await db.OpenSessionAsync(
            memberId, way, DeviceLabel.Of(context.Request.Headers.UserAgent.ToString()), remember, DeviceCookie.Read(context.Request), now, cancellationToken);
        if (opened.Secret is { } secret)
        {
            DeviceCookie.Write(context, new DeviceProof(opened.DeviceId, secret), remember);
        }

        var principal = new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, memberId.ToString()),
                new Claim(Device, opened.DeviceId.ToString()),
                new Claim(Session, opened.Session.ToString()),
                new Claim(Stamp, opened.Stamp.ToString()),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme));
        await context.SignInAsync(principal, new AuthenticationProperties { IsPersistent = remember, ExpiresUtc = opened.ExpiresAt });
        // A form on the page that answers needs a token of the session that has just begun.
        context.User = principal;
        await context.RequestServices.GetRequiredService<CurrentMember>().FindAsync(principal, cancellationToken);
    }

    /// <summary>The ids in a session's cookie; <c>null</c> for anything else.</summary>
    internal static (Guid Member, Guid Device, Guid Session, Guid Stamp)? Ids(ClaimsPrincipal? principal) =>
        Id(principal, ClaimTypes.NameIdentifier) is { } member && Id(principal, Device) is { } device && Id(principal, Session) is { } session && Id(principal, Stamp) is { } stamp
            ? (member, device, session, stamp)
            : null;

    private static Guid? Id(ClaimsPrincipal? principal, string type) => Guid.TryParse(principal?.FindFirstValue(type), out var id) ? id : null;
}

/// <summary>The member behind the request.</summary>
public sealed class CurrentMember(PortalDb db, TimeProvider clock)
{
    private Member? _member;
    private Actor? _actor;

    public Member Member => _member ?? throw new InvalidOperationException("Nobody is signed in.");

    public Actor Actor => _actor ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The device that the session is on.</summary>
    public Guid DeviceId { get; private set; }

    /// <summary>Whether the member has anything to do in the Studio; villagers have an account only.</summary>
    public bool Works => Actor.Grants.Count > 0 || Actor.Tellers.Count > 0;

    /// <returns>Whether the session is open.</returns>
    internal async Task<bool> FindAsync(ClaimsPrincipal? principal, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (Sessions.Ids(principal) is not { } ids
            || await db.SessionMemberAsync(ids.Member, ids.Device, ids.Session, ids.Stamp, now, cancellationToken) is not { } member)
        {
            return false;
        }

        var today = ThaiTime.Day(now);
        if (member.LastSeen < today)
        {
            await db.SeenAsync(member.Id, today, cancellationToken);
        }

        (_member, DeviceId) = (member, ids.Device);
        _actor = member.ToActor(today) with { Tellers = await db.TellersAsync(member, today, cancellationToken) };
        return true;
    }
}
