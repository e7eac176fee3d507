using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Security.OpenId;
using KhokNongNa.Web.SignIn.Providers;
using KhokNongNa.Web.Studio;
using KhokNongNa.Web.Studio.Members;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Account;

/// <summary>A member's own page: devices, PIN, and who writes for whom.</summary>
public sealed class IndexModel(PortalDb db, OpenIdProviders providers, CurrentMember current, TimeProvider clock) : MemberPage(current)
{
    private const int MostTexts = 50;

    public Member Member => Current.Member;

    public IReadOnlyList<string> Roles { get; private set; } = [];

    public IReadOnlyList<Device> Devices { get; private set; } = [];

    public Guid ThisDevice => Current.DeviceId;

    public bool Works => Current.Works;

    /// <summary>Whether the member is a sage, who can name recorders.</summary>
    public bool Tells => Actor.MaySomewhere(Permission.Tell);

    /// <summary>Whether the member is a living sage of the register.</summary>
    public bool IsSage { get; private set; }

    /// <summary>Other sages that the member writes for.</summary>
    public IReadOnlyList<Teller> WritesFor => [.. Actor.Tellers.Where(t => t.MemberId != MemberId)];

    public IReadOnlyList<(Guid Id, string Name, DateTimeOffset From)> Recorders { get; private set; } = [];

    /// <summary>What was written down of the member's telling, latest first.</summary>
    public IReadOnlyList<EntryRow> Told { get; private set; } = [];

    /// <summary>Who looked at the member's telephone number, newest first; empty as long as nobody did.</summary>
    public IReadOnlyList<ContactLook> Looks { get; private set; } = [];

    public ProviderLinks Links { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var (me, now) = (MemberId, clock.GetUtcNow());
        var places = await db.PlacesAsync(Member.Roles.Select(r => r.Area), cancellationToken);
        Roles = [.. Member.RolesOn(ThaiTime.Day(now)).Select(r => RoleWords.Say(r, places))];
        Looks = await db.WhoLookedAsync(me, cancellationToken);
        Links = await ProviderLinks.LoadAsync(db, providers, me, cancellationToken);
        Devices = await db.Devices.AsNoTracking().Where(d => d.MemberId == me && d.ExpiresAt > now).OrderByDescending(d => d.LastAt).ToListAsync(cancellationToken);
        if (Tells)
        {
            IsSage = await db.OwnSages(Actor).AnyAsync(cancellationToken);
            Recorders = await db.RecordersAsync(me, cancellationToken);
            Told = await db.Entries.AsNoTracking().Where(e => e.TellerId == me).OrderByDescending(e => e.LatestAt).Take(MostTexts).RowsAsync(db, cancellationToken);
        }
    }
}
