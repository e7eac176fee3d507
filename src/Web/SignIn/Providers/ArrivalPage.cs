using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Security.OpenId;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.SignIn.Providers;

/// <summary>A page for somebody whom a provider has just named.</summary>
public abstract class ArrivalPage(PortalDb db, OpenIdProviders providers, TimeProvider clock) : SignInPage(db, clock)
{
    public Arrival Arrival { get; private set; } = null!;

    public OpenIdProvider Provider { get; private set; } = null!;

    protected OpenIdProviders Providers => providers;

    /// <returns>Whether somebody has come; if not, the page says so.</returns>
    protected async Task<bool> HasArrivedAsync()
    {
        if (await Arrival.ReadAsync(HttpContext) is not { } arrival || providers.Find(arrival.Account.Provider) is not { } provider)
        {
            return false;
        }

        (Arrival, Provider) = (arrival, provider);
        return true;
    }

    protected RedirectResult Refused(string reason) => Redirect(RefusedModel.Address(reason, Provider));

    protected RedirectResult Late() => Redirect(RefusedModel.Address(RefusedModel.Late));

    /// <summary>Opens the session. Where nobody was asked, the device stays what it is.</summary>
    protected async Task<IActionResult> EnterAsync(Guid memberId, CancellationToken cancellationToken)
    {
        await Arrival.EndAsync(HttpContext);
        Form.Back = Arrival.Back;
        return await EnterAsync(memberId, SignInWay.Provider, cancellationToken);
    }

    protected async Task<IActionResult> EnterUnaskedAsync(Guid memberId, CancellationToken cancellationToken)
    {
        Form.Remember = await Db.KnownDeviceAsync(memberId, DeviceCookie.Read(Request), Now, cancellationToken) is not null;
        return await EnterAsync(memberId, cancellationToken);
    }
}
