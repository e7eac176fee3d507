using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Security.OpenId;
using KhokNongNa.Web.Studio;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Account;

/// <summary>A member's way in through a provider; posting takes it away.</summary>
public sealed class ProviderModel(PortalDb db, OpenIdProviders providers, CurrentMember current, TimeProvider clock) : MemberPage(current)
{
    public IActionResult OnGet() => Redirect("/account");

    public async Task<IActionResult> OnPostAsync(string name, CancellationToken cancellationToken) =>
        providers.Find(name) is { } provider
            ? await TryAsync(
                () => db.UnlinkAsync(MemberId, name, providers.Names, clock.GetUtcNow(), cancellationToken), $"เลิกผูกบัญชี {provider.Label} แล้ว", "/account")
            : NotFound();
}
