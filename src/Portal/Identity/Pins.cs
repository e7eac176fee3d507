using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Identity;

/// <summary>What is printed for a member and given by hand.</summary>
/// <param name="Pin">The first PIN; nowhere else to be read.</param>
public sealed record Slip(Guid MemberId, string Name, string Number, string Pin, Role Role, string Area);

/// <summary>Giving PINs out and choosing one's own.</summary>
public static class Pins
{
    /// <summary>Slips that are printed at once, at most.</summary>
    public const int MostSlips = 60;

    /// <summary>New first PINs, in the order of names. Sessions of before end: whoever had the old PIN is out.</summary>
    public static Task<IReadOnlyList<Slip>> IssueSlipsAsync(this PortalDb db, IReadOnlyCollection<Guid> members, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction<IReadOnlyList<Slip>>(
            async () =>
            {
                if (members.Count is 0 or > MostSlips)
                {
                    throw new PortalException("member.slips", $"โปรดเลือกสมาชิก 1 ถึง {MostSlips} คน");
                }

                var slips = new List<Slip>();
                foreach (var member in await db.MembersFor(by).Where(m => members.Contains(m.Id) && m.ClosedAt == null).OrderBy(m => m.SortKey).ToListAsync(cancellationToken))
                {
                    slips.Add(await db.IssueSlipAsync(member, by, now, cancellationToken));
                }

                await db.SaveChangesAsync(cancellationToken);
                return slips;
            },
            cancellationToken);

    /// <summary>Slips once more for who holds the PINs that were just given, in that order; who is out of the actor's area is left out.</summary>
    public static async Task<IReadOnlyList<Slip>> SlipsOfAsync(
        this PortalDb db, IReadOnlyList<(Guid MemberId, string Pin)> pins, Actor by, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = pins.Select(p => p.MemberId).ToList();
        var members = await db.MembersFor(by).AsNoTracking().Where(m => ids.Contains(m.Id) && m.ErasedAt == null).ToDictionaryAsync(m => m.Id, cancellationToken);
        return [.. pins.Where(p => members.ContainsKey(p.MemberId)).Select(p => SlipOf(members[p.MemberId], p.Pin, today))];
    }

    /// <summary>When the first PIN was given that a choice of one's own replaces; <c>null</c> when there is none to replace.</summary>
    public static Task<DateTimeOffset?> FirstPinAtAsync(this PortalDb db, Guid memberId, CancellationToken cancellationToken) =>
        db.Pins.Where(p => p.MemberId == memberId && p.IsFirst).Select(p => (DateTimeOffset?)p.SetAt).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The member's own PIN instead of the slip's.</summary>
    /// <param name="firstPinAt">When the first PIN that was shown had been given; another one given meanwhile makes this void.</param>
    public static Task ChoosePinAsync(this PortalDb db, Guid memberId, DateTimeOffset firstPinAt, string? pin, string? again, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var member = await db.OpenMemberAsync(memberId, cancellationToken);
                if (!await db.Pins.AnyAsync(p => p.MemberId == memberId && p.IsFirst && p.SetAt == firstPinAt, cancellationToken))
                {
                    throw new PortalException("pin.void", "ใบนี้ใช้ไปแล้ว หรือมีใบใหม่กว่า โปรดเข้าสู่ระบบอีกครั้ง");
                }

                await db.SetPinAsync(member, pin, again, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>Another PIN for somebody who knows today's; sessions on other devices end.</summary>
    public static async Task ChangePinAsync(
        this PortalDb db, Guid memberId, Guid deviceId, string? old, string? pin, string? again, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A new PIN that is not good enough is no wrong try.
        var me = await db.Members.AsNoTracking().SingleAsync(m => m.Id == memberId, cancellationToken);
        Check(pin, again, me, now);
        if (await db.CountTryAsync(me.SignInNumber!, deviceId, now, cancellationToken) is { } wait)
        {
            throw new PortalException("pin.wait", $"ใส่ PIN เดิมผิดหลายครั้ง โปรดรอ {Waits.Say(wait)} แล้วลองใหม่", "Old");
        }

        await db.InTransaction(
            async () =>
            {
                var member = await db.OpenMemberAsync(memberId, cancellationToken);
                var stored = await db.Pins.SingleOrDefaultAsync(p => p.MemberId == memberId, cancellationToken);
                if (stored is not null && !Pin.Fits(stored, PinRules.Parse(old) ?? "", now))
                {
                    throw new PortalException("pin.old", "PIN เดิมไม่ถูกต้อง", "Old");
                }

                await db.SetPinAsync(member, pin, again, now, cancellationToken);
                db.Devices.RemoveRange(await db.Devices.Where(d => d.MemberId == memberId && d.Id != deviceId).ToListAsync(cancellationToken));
                await db.ForgetTriesAsync([SignInTry.OfDevice(deviceId)], cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>A first PIN for a member, tracked. Call inside a transaction; the caller saves.</summary>
    internal static async Task<Slip> IssueSlipAsync(this PortalDb db, Member member, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!member.IsUnder(by, ThaiTime.Day(now)))
        {
            throw new PortalException("member.forbidden", $"ท่านออกใบให้ «{member.Name}» ไม่ได้ โปรดให้ผู้ที่สูงกว่าทำ");
        }

        await db.NumberAsync(member, cancellationToken);
        var pin = PinRules.Draw(member.SignInNumber!, ThaiTime.Day(now));
        if (await db.Pins.SingleOrDefaultAsync(p => p.MemberId == member.Id, cancellationToken) is { } stored)
        {
            stored.Reissue(pin, JournalChain.Truncate(now));
        }
        else
        {
            db.Pins.Add(Pin.First(member.Id, pin, JournalChain.Truncate(now)));
        }

        member.EndSessions();
        await db.ForgetDevicesAsync(member.Id, cancellationToken);
        await db.ForgetTriesAsync([SignInTry.OfNumber(member.SignInNumber!)], cancellationToken);
        member.Happened(Verbs.MemberPinIssued, by, now);
        return SlipOf(member, pin, ThaiTime.Day(now));
    }

    /// <summary>Sets a PIN of the member's own. Call inside a transaction; the caller saves.</summary>
    internal static async Task SetPinAsync(this PortalDb db, Member member, string? pin, string? again, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var chosen = Check(pin, again, member, now);
        if (await db.Pins.SingleOrDefaultAsync(p => p.MemberId == member.Id, cancellationToken) is not { } stored)
        {
            db.Pins.Add(stored = Pin.First(member.Id, chosen, JournalChain.Truncate(now)));
        }
        else if (Pin.Fits(stored, chosen, now))
        {
            throw new PortalException("pin.same", "โปรดตั้ง PIN ใหม่ที่ต่างจากเดิม เพราะผู้อื่นอาจรู้ PIN เดิมแล้ว", "Pin");
        }

        stored.Choose(chosen, JournalChain.Truncate(now));
        member.Happened(Verbs.MemberPinChosen, new Actor(member.Id, []), now);
    }

    private static Slip SlipOf(Member member, string pin, DateOnly today)
    {
        var role = member.RolesOn(today).Concat(member.Roles).First();
        return new(member.Id, member.Name, member.SignInNumber!, pin, role.Role, role.Area);
    }

    private static string Check(string? pin, string? again, Member member, DateTimeOffset now)
    {
        if (PinRules.Parse(pin) is not { } chosen)
        {
            throw new PortalException("pin.length", "PIN ต้องเป็นตัวเลข 6 ตัว", "Pin");
        }

        if (PinRules.Weakness(chosen, member.SignInNumber!, ThaiTime.Day(now)) is { } weakness)
        {
            throw new PortalException("pin.weak", weakness, "Pin");
        }

        return PinRules.Parse(again) == chosen ? chosen : throw new PortalException("pin.again", "สองช่องไม่ตรงกัน โปรดใส่ PIN เดียวกันอีกครั้ง", "Again");
    }
}
