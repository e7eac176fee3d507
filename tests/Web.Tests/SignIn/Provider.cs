using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace KhokNongNa.Web.Tests.SignIn;

/// <summary>Who has signed in at the provider.</summary>
internal sealed record Person(string Subject, string Name, string Email, bool IsVerified)
{
    /// <summary>Somebody who has not been here before.</summary>
    public static Person New(string name = "ทองใบ", bool isVerified = true)
    {
        var subject = Guid.CreateVersion7().ToString("N");
        return new(subject, name, $"{subject}@example.org", isVerified);
    }
}

/// <summary>A real provider of OpenID Connect (OpenIddict) on a port of its own, which does what a test wants.</summary>
internal sealed class Provider : IAsyncDisposable
{
    public const string ClientId = "portal";

    public const string Secret = "a secret that is longer than 32 letters";

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly ShiftingClock _clock = new();
    private readonly WebApplication _app;

    private Provider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDbContext<Db>(o => o.UseSqlite(_connection).UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(o => o.UseEntityFrameworkCore().UseDbContext<Db>())
            .AddServer(o =>
            {
                o.SetAuthorizationEndpointUris("/authorize").SetTokenEndpointUris("/token").SetUserInfoEndpointUris("/userinfo");
                o.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                o.RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email);
                o.AddEphemeralEncryptionKey().AddSigningKey(NewKey());
                o.Configure(options => options.TimeProvider = _clock);
                o.AddEventHandler<OpenIddictServerEvents.GenerateTokenContext>(h => h.UseInlineHandler(SignAsTold).SetOrder(OpenIddictServerHandlers.Protection.AttachSecurityCredentials.Descriptor.Order + 1));
                o.UseAspNetCore().DisableTransportSecurityRequirement().EnableAuthorizationEndpointPassthrough();
            });
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            if (!IsDown)
            {
                return next();
            }

            context.Abort();
            return Task.CompletedTask;
        });
        _app.UseAuthentication();
        _app.MapGet("/authorize", Authorize);
    }

    /// <summary>By a name that makes it another site than the portal's number, as a browser sees it.</summary>
    public string Authority => _app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>Who is there.</summary>
    public Person Person { get; set; } = Person.New();

    /// <summary>Whether the person says no.</summary>
    public bool Refuses { get; set; }

    /// <summary>Whether it breaks every connection.</summary>
    public bool IsDown { get; set; }

    /// <summary>Whether it signs what it says of people with the shared secret, as LINE does for web pages.</summary>
    public bool SignsWithSecret { get; set; }

    public static async Task<Provider> StartAsync()
    {
        var provider = new Provider();
        await provider._connection.OpenAsync();
        await using (var scope = provider._app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Db>().Database.EnsureCreatedAsync();
        }

        await provider._app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _connection.DisposeAsync();
    }

    /// <summary>Makes the portals known.</summary>
    public async Task RegisterAsync(IEnumerable<Uri> callbacks)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = ClientId,
            ClientSecret = Secret,
            ClientType = ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code,
                Permissions.Scopes.Profile, Permissions.Scopes.Email,
            },
        };
        client.RedirectUris.UnionWith(callbacks);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(client);
    }

    /// <summary>Back to what a provider is.</summary>
    public void Reset()
    {
        (Person, Refuses, IsDown, SignsWithSecret) = (Person.New(), false, false, false);
        _clock.Shift = TimeSpan.Zero;
    }

    public void Wait(TimeSpan time) => _clock.Shift += time;

    /// <summary>Signs with a new key from now on; the old one is forgotten.</summary>
    public void ChangeKey()
    {
        var options = _app.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue;
        options.SigningCredentials.Clear();
        options.SigningCredentials.Add(new SigningCredentials(NewKey(), SecurityAlgorithms.RsaSha256));
    }

    private IResult Authorize(HttpContext context)
    {
        if (Refuses)
        {
            var why = new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.AccessDenied });
            return Results.Forbid(why, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, Person.Subject).SetClaim(Claims.Name, Person.Name).SetClaim(Claims.Email, Person.Email).SetClaim(Claims.EmailVerified, Person.IsVerified);
        identity.SetScopes(context.GetOpenIddictServerRequest()!.GetScopes());
        // As the standard has it: the token says who, the address of the person's own data says more.
        identity.SetDestinations(claim => claim.Type is Claims.Name or Claims.EmailVerified ? [Destinations.IdentityToken] : [Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private ValueTask SignAsTold(OpenIddictServerEvents.GenerateTokenContext context)
    {
        if (SignsWithSecret && context.TokenType == TokenTypeIdentifiers.IdentityToken)
        {
            context.SigningCredentials = new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Secret)), SecurityAlgorithms.HmacSha256);
        }

        return ValueTask.CompletedTask;
    }

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.CreateVersion7().ToString("N") };

    private sealed class Db(DbContextOptions<Db> options) : DbContext(options);

    private sealed class ShiftingClock : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
    }
}
