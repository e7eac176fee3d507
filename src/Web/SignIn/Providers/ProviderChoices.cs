using KhokNongNa.Web.Security.OpenId;
using Microsoft.AspNetCore.WebUtilities;

namespace KhokNongNa.Web.SignIn.Providers;

/// <summary>Links that lead to providers. Links, since a form may lead to no other site.</summary>
/// <param name="Words">What stands before a provider's label: «เข้าสู่ระบบด้วย».</param>
/// <param name="Back">Where to go afterwards; may be empty.</param>
/// <param name="Invitation">Code of an invitation that is to be used; may be empty.</param>
/// <param name="Links">Whether a member adds a way in.</param>
/// <param name="NewTab">Whether this page has to stay open.</param>
public sealed record ProviderChoices(
    IReadOnlyList<OpenIdProvider> Providers, string Words, string Back = "", string Invitation = "", bool Links = false, bool NewTab = false)
{
    public string Address(OpenIdProvider provider) => QueryHelpers.AddQueryString(
        $"/sign-in/with/{provider.Name}",
        new List<KeyValuePair<string, string?>>
        {
            new("back", Back),
            new("invitation", Invitation),
            new("links", Links ? "true" : ""),
        }.Where(p => p.Value!.Length > 0));
}
