using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Security.OpenId;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace KhokNongNa.Web.SignIn.Providers;

/// <summary>Becoming a villager member with a provider's account, where the administrator allows that.</summary>
[EnableRateLimiting(SignInRate.Policy)]
public sealed class JoinModel(PortalDb db, OpenIdProviders providers, TimeProvider clock) : ArrivalPage(db, providers, clock)
{
    public const string Path = "/sign-in/join";

    /// <summary>What was chosen so far: the province, then the district.</summary>
    public IReadOnlyList<Area> Within { get; private set; } = [];

    public IReadOnlyList<Area> Choices { get; private set; } = [];

    public string Name { get; private set; } = "";

    public string Tambon { get; private set; } = "";

    public string Above(Area area) => area.Code.Length == 2 ? Path : $"{Path}?in={area.Code[..2]}";

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "in")] string? within, CancellationToken cancellationToken)
    {
        if (await TurnAwayAsync(cancellationToken) is { } away)
        {
            return away;
        }

        (Name, Form.Remember) = (Arrival.Name, true);
        await ChooseAsync(within, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromQuery(Name = "in")] string? within, string? name, string? tambon, CancellationToken cancellationToken)
    {
        if (await TurnAwayAsync(cancellationToken) is { } away)
        {
            return away;
        }

        try
        {
            return await EnterAsync(await Db.JoinAsVillagerAsync(name, tambon, Arrival.Account, Now, cancellationToken), cancellationToken);
        }
        catch (PortalException refusal)
        {
            (Name, Tambon) = (name ?? "", tambon ?? "");
            await ChooseAsync(within, cancellationToken);
            return Refuse(refusal.Field ?? "Name", refusal.Message);
        }
    }

    private async Task<IActionResult?> TurnAwayAsync(CancellationToken cancellationToken)
    {
        if (!Providers.TakesVillagers)
        {
            return NotFound();
        }

        if (!await HasArrivedAsync())
        {
            return Late();
        }

        // Whoever has become somebody meanwhile, or came with an invitation, goes the other way.
        return Arrival.Invitation.Length > 0 || User.Identity?.IsAuthenticated == true || await Db.FindLoginAsync(Arrival.Account, cancellationToken) is not null
            ? Redirect(Arrival.Path)
            : null;
    }

    private async Task ChooseAsync(string? within, CancellationToken cancellationToken)
    {
        var code = within?.Length is 2 or 4 ? within : "";
        Within = [.. (await Db.PlacesAsync([code], cancellationToken)).Chain(code).Reverse()];
        Choices = await Db.AreasWithinAsync(Within.Count > 0 ? Within[^1].Code : "", cancellationToken);
    }
}
