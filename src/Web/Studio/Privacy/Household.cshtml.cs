using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Privacy;

/// <summary>The household of a plot.</summary>
public sealed class HouseholdModel(PortalDb db, CurrentMember current, TimeProvider clock) : PlacePage(db, current, clock)
{
    public override string Noun => "แปลง";

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public Task<IActionResult> OnPostAsync(Guid id, string? person, string? typed, CancellationToken cancellationToken) =>
        EraseAsync(() => ShowAsync(id, cancellationToken), person, typed, () => Db.EraseHouseholdAsync(id, Actor, Now, cancellationToken));

    private Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken) => ShowAsync<Plot>(
        id, plot => [new("household", "ชื่อครัวเรือน", Names(plot.Latest.Profile.Household, plot.Profile.Household), false)], "plots", cancellationToken);
}
