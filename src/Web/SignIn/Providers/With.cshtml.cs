using KhokNongNa.Web.Security.OpenId;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace KhokNongNa.Web.SignIn.Providers;

/// <summary>The way to a provider.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class WithModel(OpenIdProviders providers, IOptionsMonitor<OpenIdConnectOptions> options) : PageModel
{
    // Travels to the provider and back with the rest.
    private const int LongestBack = 1_000;

    public async Task<IActionResult> OnGetAsync(string name, string? back, string? invitation, bool links, CancellationToken cancellationToken)
    {
        if (providers.Find(name) is not { } provider)
        {
            return NotFound();
        }

        var way = back?.Length <= LongestBack && Url.IsLocalUrl(back) ? back : "";
        return await options.Get(provider.Scheme).IsReachableAsync(cancellationToken)
            ? Challenge(Arrival.Begin(way, invitation?.Length <= Portal.Identity.Invitation.LongestCode ? invitation : "", links), provider.Scheme)
            : Redirect(RefusedModel.Address(RefusedModel.Down, provider));
    }
}
