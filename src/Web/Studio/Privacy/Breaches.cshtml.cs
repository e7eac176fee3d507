using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Privacy;

/// <summary>Breaches of the member's areas: those that the office was not told of first, then the newest.</summary>
public sealed class BreachesModel(PortalDb db, CurrentMember current, TimeProvider clock) : PrivacyPage(db, current, clock)
{
    private const int Shown = 160;

    public IReadOnlyList<(Breach Breach, string Place)> List { get; private set; } = [];

    public DateTimeOffset At { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        At = Now;
        var breaches = await Db.BreachesFor(Actor).AsNoTracking().ToListAsync(cancellationToken);
        var places = await Db.PlacesAsync(breaches.Select(b => b.AreaCode), cancellationToken);
        List = [.. breaches.OrderByDescending(b => BreachWords.IsOpen(b.Text)).ThenByDescending(b => b.Text.Found).Select(b => (b, b.AreaCode.Length == 0 ? "ทั้งประเทศ" : places.Name(b.AreaCode)))];
    }

    public string Brief(string text) => text.Length <= Shown ? text : $"{text[..Shown]}…";
}
