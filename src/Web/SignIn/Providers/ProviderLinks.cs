using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security.OpenId;

namespace KhokNongNa.Web.SignIn.Providers;

/// <summary>A member's ways in through providers, for the account page.</summary>
/// <param name="Linked">With the day in Bangkok on which each was linked.</param>
/// <param name="Others">What can still be linked.</param>
public sealed record ProviderLinks(IReadOnlyList<(OpenIdProvider Provider, DateOnly Day)> Linked, IReadOnlyList<OpenIdProvider> Others)
{
    public static async Task<ProviderLinks> LoadAsync(PortalDb db, OpenIdProviders providers, Guid memberId, CancellationToken cancellationToken)
    {
        if (providers.All.Count == 0)
        {
            return new([], []);
        }

        var linked = await db.LinkedProvidersAsync(memberId, cancellationToken);
        return new(
            [.. providers.All.Where(p => linked.ContainsKey(p.Name)).Select(p => (p, Portal.ThaiTime.Day(linked[p.Name])))],
            [.. providers.All.Where(p => !linked.ContainsKey(p.Name))]);
    }
}
