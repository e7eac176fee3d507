using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Hosting;
using KhokNongNa.Web.Security;

namespace KhokNongNa.Web.Studio.Privacy;

/// <summary>The record of processing, to read and to print.</summary>
public sealed class RopaModel(PortalDb db, PortalSettings settings, CurrentMember current, TimeProvider clock) : PrivacyPage(db, current, clock)
{
    public IReadOnlyList<RopaRow> Rows { get; private set; } = [];

    public DateTimeOffset At { get; private set; }

    public string? Controller => settings.Controller;

    public async Task OnGetAsync(CancellationToken cancellationToken) => (At, Rows) = (Now, await Db.RopaAsync(cancellationToken));
}
