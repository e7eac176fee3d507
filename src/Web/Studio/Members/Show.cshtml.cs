using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Members;

/// <summary>One member: what they are, how they get in, and what an officer can do for them.</summary>
public sealed class ShowModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public Member Member { get; private set; } = null!;

    public Guid Me => MemberId;

    /// <summary>Whether the actor may look after this member; else the page is for reading.</summary>
    public bool IsUnder { get; private set; }

    public IReadOnlyList<(MemberRole Role, string Words, bool Holds)> Roles { get; private set; } = [];

    /// <summary>Where the PIN stands, in words.</summary>
    public string Pin { get; private set; } = "";

    public int Devices { get; private set; }

    public string Sage { get; private set; } = "";

    public bool Tells { get; private set; }

    public IReadOnlyList<(Guid Id, string Name, DateTimeOffset From)> Recorders { get; private set; } = [];

    public bool RunsPortal => Actor.May(Permission.Administer, "");

    public bool MayLook { get; private set; }

    public bool HasPhone { get; private set; }

    /// <summary>The telephone number, once it was asked for and the look is recorded; empty when there is none.</summary>
    public string? Phone { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>Looks at the telephone number. A post, because looking leaves a trace.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || !MayLook)
        {
            return NotFound();
        }

        Phone = await db.LookAtPhoneAsync(id, Actor, clock.GetUtcNow(), cancellationToken);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.MembersFor(Actor).AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.ErasedAt == null, cancellationToken) is not { } member)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var today = ThaiTime.Day(now);
        Member = member;
        IsUnder = member.IsUnder(Actor, today);
        MayLook = await db.MembersFor(Actor, Permission.ReadContacts).AnyAsync(m => m.Id == id, cancellationToken);
        HasPhone = await db.MemberContacts.AnyAsync(c => c.MemberId == id, cancellationToken);
        var places = await db.PlacesAsync(member.Roles.Select(r => r.Area), cancellationToken);
        var keys = member.Roles.Select(r => r.Centre).ToList();
        var centres = await db.Centres.Where(c => keys.Contains(c.Key)).ToDictionaryAsync(c => c.Key, c => c.Name, cancellationToken);
        Roles = [.. member.Roles.Select(r => (r, RoleWords.Say(r, places, centres), r.HoldsOn(today)))];
        Pin = await db.Pins.AsNoTracking().SingleOrDefaultAsync(p => p.MemberId == id, cancellationToken) switch
        {
            null => "ยังไม่มีใบ",
            { IsFirst: true } first when now - first.SetAt >= Portal.Identity.Pin.FirstPinLasts => "ใบหมดอายุแล้ว ออกใบใหม่",
            { IsFirst: true } => "ออกใบแล้ว ยังไม่เคยใช้",
            _ => "ตั้ง PIN ของตนเองแล้ว",
        };
        Devices = await db.Devices.CountAsync(d => d.MemberId == id && d.ExpiresAt > now, cancellationToken);
        Sage = member.SageKey.Length == 0 ? "" : await db.Sages.Where(s => s.Key == member.SageKey).Select(s => s.Name).SingleOrDefaultAsync(cancellationToken) ?? "";
        Tells = member.ToActor(today).MaySomewhere(Permission.Tell);
        Recorders = Tells ? await db.RecordersAsync(id, cancellationToken) : [];
        return true;
    }
}
