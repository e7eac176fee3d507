using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace KhokNongNa.Web.Security.OpenId;

/// <summary>Signing in with accounts of other providers (OpenID Connect), as the settings say.</summary>
public static class OpenIdSetup
{
    // A provider that is down keeps its own button from working, and nobody waiting.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly string[] OwnKeys = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    public static void AddOpenId(this WebApplicationBuilder builder)
    {
        var providers = new OpenIdProviders(builder.Configuration, builder.Environment.IsDevelopment());
        builder.Services.AddSingleton(providers);
        if (providers.All.Count == 0)
        {
            // Without providers there is no address to it either.
            builder.Services.PostConfigure<RazorPagesOptions>(o =>
            {
                o.Conventions.AddFolderRouteModelConvention("/SignIn/Providers", page => page.Selectors.Clear());
                o.Conventions.AddPageRouteModelConvention("/Account/Provider", page => page.Selectors.Clear());
            });
            return;
        }

        // It would write errors with what the provider said; one line of the portal's own says which kind.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogLevel.None);
        var schemes = builder.Services.AddAuthentication();
        schemes.AddCookie(Arrival.Scheme, Arrival.Keep);
        foreach (var provider in providers.All)
        {
            schemes.AddOpenIdConnect(provider.Scheme, provider.Label, o => Configure(o, provider));
        }
    }

    /// <summary>Whether a provider can be reached; what it says of itself is then at hand.</summary>
    internal static async Task<bool> IsReachableAsync(this OpenIdConnectOptions options, CancellationToken cancellationToken)
    {
        try
        {
            // Who comes while somebody else is asking does not wait for turn after turn.
            await options.ConfigurationManager!.GetConfigurationAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
            return true;
        }
        catch (Exception problem) when (problem is InvalidOperationException or IOException or HttpRequestException or TimeoutException)
        {
            return false;
        }
    }

    /// <summary>What the provider said of itself is asked anew by whoever comes next.</summary>
    internal static void Forget(this OpenIdConnectOptions options) => options.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
        options.MetadataAddress!,
        new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever(options.Backchannel) { RequireHttps = options.RequireHttpsMetadata, SendAdditionalHeaderData = false });

    private static void Configure(OpenIdConnectOptions o, OpenIdProvider provider)
    {
        (o.Authority, o.ClientId, o.ClientSecret) = (provider.Authority, provider.ClientId, provider.ClientSecret);
        o.RequireHttpsMetadata = provider.Authority.StartsWith("https:", StringComparison.Ordinal);
        o.SignInScheme = Arrival.Scheme;
        o.CallbackPath = provider.CallbackPath;
        // Nobody but the portal ends its sessions.
        (o.RemoteSignOutPath, o.SignedOutCallbackPath) = (default, default);
        (o.ResponseType, o.ResponseMode) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query);
        (o.UsePkce, o.SaveTokens, o.MapInboundClaims, o.GetClaimsFromUserInfoEndpoint, o.DisableTelemetry) = (true, false, false, true, true);
        o.BackchannelTimeout = Patience;
        foreach (var cookie in (CookieBuilder[])[o.CorrelationCookie, o.NonceCookie])
        {
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        }

        o.Scope.Clear();
        foreach (var scope in provider.Scopes)
        {
            o.Scope.Add(scope);
        }

        o.ClaimActions.Clear();
        foreach (var claim in (string[])[provider.NameClaim, provider.EmailClaim, provider.VerifiedClaim])
        {
            o.ClaimActions.MapUniqueJsonKey(claim, claim);
        }

        o.TokenValidationParameters.ValidAlgorithms = provider.SignsWithSecret ? ["HS256"] : OwnKeys;
        if (provider.SignsWithSecret)
        {
            o.TokenValidationParameters.IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(provider.ClientSecret));
        }

        o.Events = new OpenIdEvents(provider);
    }
}
