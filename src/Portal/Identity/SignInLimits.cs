using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Identity;

/// <summary>
/// How fast PINs may be tried. A device that a member is known by has a counter of its own; all strange devices share one per number,
/// and one for the whole site, which catches a common PIN tried on many numbers. Nothing is ever locked for good.
/// </summary>
public static class SignInLimits
{
    /// <summary>Wrong tries before there is a wait.</summary>
    public const int FreeTries = 5;

    /// <summary>Wrong tries of strange devices in <see cref="SiteWindow"/> above which they all have to take turns.</summary>
    public const int SiteTries = 200;

    /// <summary>Turns, while the site is under attack.</summary>
    public static readonly TimeSpan SiteTurn = TimeSpan.FromSeconds(2);

    public static readonly TimeSpan SiteWindow = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>The wait after so many wrong tries: 30 s after the fifth, then twice as long each time, at most 15 minutes.</summary>
    public static TimeSpan? WaitAfter(int failures) => failures < FreeTries
        ? null
        : TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Min(failures - FreeTries, 10)));

    /// <summary>Whether strange devices are taking turns just now.</summary>
    public static Task<bool> IsFloodedAsync(this PortalDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - SiteWindow;
        return db.SignInTries.AnyAsync(t => t.Key == SignInTry.Site && t.Since > since && t.Failures > SiteTries, cancellationToken);
    }

    /// <summary>Lets a member try again at once; the officer has seen who it is.</summary>
    public static Task UnlockAsync(this PortalDb db, Guid memberId, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnMemberAsync(memberId, by, now, async member =>
        {
            var devices = await db.Devices.Where(d => d.MemberId == memberId).Select(d => d.Id).ToListAsync(cancellationToken);
            await db.ForgetTriesAsync([SignInTry.OfNumber(member.SignInNumber!), .. devices.Select(SignInTry.OfDevice)], cancellationToken);
            member.Happened(Verbs.MemberUnlocked, by, now);
        }, cancellationToken);

    /// <summary>Counts a try as failed until it turns out good.</summary>
    /// <param name="device">The known device it comes from; <c>null</c> → a strange one.</param>
    /// <returns>How long to wait, when it may not be looked at now.</returns>
    internal static Task<TimeSpan?> CountTryAsync(this PortalDb db, string number, Guid? device, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction<TimeSpan?>(
            async () =>
            {
                var own = await db.TryAsync(device is { } id ? SignInTry.OfDevice(id) : SignInTry.OfNumber(number), Remembered, now, cancellationToken);
                var site = device is null ? await db.TryAsync(SignInTry.Site, SiteWindow, now, cancellationToken) : null;
                var notBefore = own.NotBefore > site?.NotBefore || site?.NotBefore is null ? own.NotBefore : site.NotBefore;
                if (notBefore > now)
                {
                    return notBefore - now;
                }

                Count(own, now, WaitAfter(own.Failures + 1));
                if (site is not null)
                {
                    Count(site, now, site.Failures >= SiteTries ? SiteTurn : null);
                    if (site.Failures == SiteTries + 1)
                    {
                        db.Note(Verbs.SignInFlooded, Actor.System, now);
                    }
                }

                if (own.Failures == FreeTries && await db.Members.SingleOrDefaultAsync(m => m.SignInNumber == number, cancellationToken) is { } member)
                {
                    member.Happened(Verbs.MemberSlowed, Actor.System, now, ("failures", own.Failures));
                }

                await db.SaveChangesAsync(cancellationToken);
                return null;
            },
            cancellationToken);

    /// <summary>Forgets counters; the site's loses what they held. Call inside a transaction.</summary>
    internal static async Task ForgetTriesAsync(this PortalDb db, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var gone = await db.SignInTries.Where(t => keys.Contains(t.Key)).ToListAsync(cancellationToken);
        var strange = gone.Where(t => t.Key.StartsWith("n:", StringComparison.Ordinal)).Sum(t => t.Failures);
        if (strange > 0 && await db.SignInTries.SingleOrDefaultAsync(t => t.Key == SignInTry.Site, cancellationToken) is { } site)
        {
            site.Failures = Math.Max(0, site.Failures - strange);
        }

        db.SignInTries.RemoveRange(gone);
    }

    private static async Task<SignInTry> TryAsync(this PortalDb db, string key, TimeSpan window, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.SignInTries.SingleOrDefaultAsync(t => t.Key == key, cancellationToken) is not { } row)
        {
            // Numbers that nobody has are counted too; yesterday's rows make room.
            await db.SignInTries.Where(t => t.LastAt < now - Remembered).ExecuteDeleteAsync(cancellationToken);
            row = new SignInTry { Key = key, Since = now };
            db.SignInTries.Add(row);
        }
        else if (row.Since < now - window && !(row.NotBefore > now))
        {
            (row.Failures, row.Since, row.NotBefore) = (0, now, null);
        }

        return row;
    }

    private static void Count(SignInTry row, DateTimeOffset now, TimeSpan? wait)
    {
        row.Failures++;
        row.LastAt = now;
        row.NotBefore = wait is { } length ? now + length : null;
    }
}
