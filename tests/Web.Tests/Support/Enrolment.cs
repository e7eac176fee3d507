using System.Net;
using KhokNongNa.Portal.Identity;

namespace KhokNongNa.Web.Tests.Support;

/// <summary>Members with slips and PINs.</summary>
internal static class Enrolment
{
    public static Task<Slip> EnrolAsync(this Portal portal, string name, Role role, string area) =>
        portal.AskAsync(db => db.EnrolAsync(new(name, "", ""), role, area, "", null, Actor.System, Now, TestContext.Current.CancellationToken));

    /// <summary>The member has chosen a PIN of their own.</summary>
    public static Task ChooseAsync(this Portal portal, Slip slip, string pin) => portal.AskAsync(async db =>
    {
        var at = (await db.FirstPinAtAsync(slip.MemberId, TestContext.Current.CancellationToken))!.Value;
        await db.ChoosePinAsync(slip.MemberId, at, pin, pin, Now, TestContext.Current.CancellationToken);
        return true;
    });

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}

/// <summary>Addresses of this machine, each another one.</summary>
internal static class Addresses
{
    private static int _last;

    public static IPAddress Next()
    {
        var number = Interlocked.Increment(ref _last);
        return new([127, 1, (byte)(number >> 8), (byte)number]);
    }
}
