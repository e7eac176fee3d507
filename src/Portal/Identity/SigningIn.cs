using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Identity;

/// <summary>What a browser shows of a device it was remembered as.</summary>
public sealed record DeviceProof(Guid Id, string Secret);

/// <summary>A session that has been opened, and what its cookies hold.</summary>
/// <param name="Secret">The device's secret, when the device is new; <c>null</c> when the browser has it already.</param>
public sealed record OpenedSession(Guid MemberId, Guid DeviceId, Guid Session, Guid Stamp, string? Secret, bool IsRemembered, DateTimeOffset ExpiresAt);

/// <summary>What became of a number and a PIN.</summary>
/// <param name="MemberId">Whose they are; <c>null</c> when they do not fit each other, or nobody has that number.</param>
/// <param name="IsFirst">Whether the PIN is that of a slip, which has to be replaced before there is a session.</param>
/// <param name="Wait">How long to wait before the next try, when this one was not looked at.</param>
public sealed record PinAnswer(Guid? MemberId, bool IsFirst, TimeSpan? Wait);

/// <summary>How a member came in.</summary>
public enum SignInWay
{
    Pin,
    Provider,
    Invitation,
    Development,
}

/// <summary>Proving who one is, and the sessions that follow.</summary>
public static class SigningIn
{
    /// <summary>Devices a member may have; the oldest goes when there is one more.</summary>
    public const int MostDevices = 20;

    /// <summary>Looks at a number and a PIN. The try is counted before it is looked at, so that many at once are not more than one.</summary>
    public static async Task<PinAnswer> TryPinAsync(this PortalDb db, string number, string pin, DeviceProof? proof, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Each step is taken for a number that nobody has, too.
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.SignInNumber == number, cancellationToken);
        var known = await db.KnownDeviceAsync(member?.Id ?? Guid.Empty, proof, now, cancellationToken);
        if (await db.CountTryAsync(number, known?.Id, now, cancellationToken) is { } wait)
        {
            return new(null, false, wait);
        }

        var id = member is { IsOpen: true } ? member.Id : Guid.Empty;
        var stored = await db.Pins.AsNoTracking().SingleOrDefaultAsync(p => p.MemberId == id, cancellationToken);
        return Pin.Fits(stored, pin, now) ? new(member!.Id, stored!.IsFirst, null) : new(null, false, null);
    }

    /// <summary>Opens a session for somebody who has proved who they are, on the device that the browser is, or a new one.</summary>
    /// <param name="label">«Chrome บน Android».</param>
    /// <param name="remember">Whether the device is the member's own.</param>
    public static Task<OpenedSession> OpenSessionAsync(
        this PortalDb db, Guid memberId, SignInWay way, string label, bool remember, DeviceProof? proof, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var member = await db.OpenMemberAsync(memberId, cancellationToken);
                string? secret = null;
                if (await db.KnownDeviceAsync(memberId, proof, now, cancellationToken, tracking: true) is not { } device)
                {
                    (device, secret) = Device.New(memberId, now);
                    await db.MakeRoomAsync(memberId, cancellationToken);
                    db.Devices.Add(device);
                }

                var session = device.Open(label, remember, now);
                member.SeenOn(ThaiTime.Day(now));
                member.Happened(Verbs.MemberSignedIn, new Actor(memberId, []), now, ("way", way), ("device", device.Id));
                await db.ForgetTriesAsync([SignInTry.OfDevice(device.Id), .. secret is not null && member.SignInNumber is { } number ? [SignInTry.OfNumber(number)] : Array.Empty<string>()], cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return new OpenedSession(memberId, device.Id, session, member.Stamp, secret, remember, device.ExpiresAt);
            },
            cancellationToken);

    /// <summary>The member behind a session, with today's roles; <c>null</c> when the session is over for whatever reason.</summary>
    public static async Task<Member?> SessionMemberAsync(
        this PortalDb db, Guid memberId, Guid deviceId, Guid session, Guid stamp, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Devices.AnyAsync(d => d.Id == deviceId && d.MemberId == memberId && d.Session == session && d.ExpiresAt > now, cancellationToken)
            ? await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == memberId && m.Stamp == stamp && m.ClosedAt == null && m.ErasedAt == null, cancellationToken)
            : null;

    /// <summary>Writes down that a member was here. No happening: it is of use only for seeing who stays away.</summary>
    public static Task SeenAsync(this PortalDb db, Guid memberId, DateOnly today, CancellationToken cancellationToken) =>
        db.InTransaction(
            () => db.Members.Where(m => m.Id == memberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.LastSeen, today), cancellationToken),
            cancellationToken);

    /// <summary>The session ends; the device is still known.</summary>
    public static Task SignOutAsync(this PortalDb db, Guid memberId, Guid deviceId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnDeviceAsync(memberId, deviceId, (member, device) =>
        {
            device.SignOut();
            member.Happened(Verbs.MemberSignedOut, new Actor(memberId, []), now, ("device", deviceId));
        }, cancellationToken);

    /// <summary>The device is forgotten and its session ends.</summary>
    public static Task RevokeDeviceAsync(this PortalDb db, Guid memberId, Guid deviceId, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnDeviceAsync(memberId, deviceId, (member, device) =>
        {
            db.Devices.Remove(device);
            member.Happened(Verbs.MemberDeviceRevoked, by, now, ("device", deviceId));
        }, cancellationToken);

    /// <summary>Every session of the member ends, this one too, and no device is remembered.</summary>
    public static Task SignOutEverywhereAsync(this PortalDb db, Guid memberId, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                (await db.OpenMemberAsync(memberId, cancellationToken)).SignOutEverywhere(by, now);
                await db.ForgetDevicesAsync(memberId, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>The device that a browser proves to be, as long as it is remembered and this member's.</summary>
    public static async Task<Device?> KnownDeviceAsync(
        this PortalDb db, Guid memberId, DeviceProof? proof, DateTimeOffset now, CancellationToken cancellationToken, bool tracking = false)
    {
        var (id, devices) = (proof?.Id ?? Guid.Empty, tracking ? db.Devices : db.Devices.AsNoTracking());
        var device = await devices.SingleOrDefaultAsync(d => d.Id == id && d.MemberId == memberId && d.IsRemembered && d.ExpiresAt > now, cancellationToken);
        return device?.Knows(proof!.Secret) == true ? device : null;
    }

    /// <exception cref="PortalException">There is no such member, or the membership is closed.</exception>
    internal static async Task<Member> OpenMemberAsync(this PortalDb db, Guid id, CancellationToken cancellationToken) =>
        await db.Members.SingleOrDefaultAsync(m => m.Id == id && m.ClosedAt == null && m.ErasedAt == null, cancellationToken)
        ?? throw new PortalException("member.none", "ไม่พบสมาชิกคนนี้ หรือการเป็นสมาชิกปิดไปแล้ว");

    /// <summary>Every device of a member is strange again. Call inside a transaction; the caller saves.</summary>
    internal static async Task ForgetDevicesAsync(this PortalDb db, Guid memberId, CancellationToken cancellationToken) =>
        db.Devices.RemoveRange(await db.Devices.Where(d => d.MemberId == memberId).ToListAsync(cancellationToken));

    private static Task OnDeviceAsync(this PortalDb db, Guid memberId, Guid deviceId, Action<Member, Device> act, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                if (await db.Devices.SingleOrDefaultAsync(d => d.Id == deviceId && d.MemberId == memberId, cancellationToken) is { } device)
                {
                    act(await db.Members.SingleAsync(m => m.Id == memberId, cancellationToken), device);
                    await db.SaveChangesAsync(cancellationToken);
                }
            },
            cancellationToken);

    private static async Task MakeRoomAsync(this PortalDb db, Guid memberId, CancellationToken cancellationToken) =>
        db.Devices.RemoveRange(await db.Devices.Where(d => d.MemberId == memberId).OrderByDescending(d => d.LastAt).Skip(MostDevices - 1).ToListAsync(cancellationToken));
}
