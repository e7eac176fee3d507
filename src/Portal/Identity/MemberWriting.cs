using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Identity;

/// <summary>What an officer writes about a member.</summary>
/// <param name="Phone">As typed; empty → none; <c>null</c> → left as it is.</param>
public sealed record MemberDetails(string Name, string SageKey, string? Phone);

/// <summary>Making members and looking after them. Each verb demands authority over every role the member has.</summary>
public static class MemberWriting
{
    /// <returns>The slip to be printed.</returns>
    public static Task<Slip> EnrolAsync(
        this PortalDb db, MemberDetails details, Role role, string area, string centre, DateOnly? until, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                await db.DemandPlaceAsync(area, centre, cancellationToken);
                await db.DemandSageAsync(details.SageKey, area, cancellationToken);
                var member = Member.Join(details.Name, role, area, by, now, centre, until);
                if (details.SageKey.Length > 0)
                {
                    member.Write(details.Name, details.SageKey, by, now);
                }

                await db.NumberAsync(member, cancellationToken);
                db.Members.Add(member);
                await db.WritePhoneAsync(member, details.Phone, by, now, cancellationToken);
                var slip = await db.IssueSlipAsync(member, by, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return slip;
            },
            cancellationToken);

    public static Task WriteMemberAsync(this PortalDb db, Guid id, MemberDetails details, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnMemberAsync(id, by, now, async member =>
        {
            if (details.SageKey != member.SageKey)
            {
                await db.DemandSageAsync(details.SageKey, member.Roles[0].Area, cancellationToken);
            }

            member.Write(details.Name, details.SageKey, by, now);
            await db.WritePhoneAsync(member, details.Phone, by, now, cancellationToken);
        }, cancellationToken);

    public static Task GiveRoleAsync(
        this PortalDb db, Guid id, Role role, string area, string centre, DateOnly? until, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnMemberAsync(id, by, now, async member =>
        {
            await db.DemandPlaceAsync(area, centre, cancellationToken);
            member.GiveRole(role, area, centre, until, by, now);
        }, cancellationToken);

    /// <summary>Changes a member whom the actor may look after, in one transaction.</summary>
    public static Task OnMemberAsync(this PortalDb db, Guid id, Actor by, DateTimeOffset now, Func<Member, Task> act, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var member = await db.MembersFor(by).SingleOrDefaultAsync(m => m.Id == id && m.ErasedAt == null, cancellationToken) ?? throw new PortalException("member.none", "ไม่พบสมาชิกคนนี้");
                if (!member.IsUnder(by, ThaiTime.Day(now)))
                {
                    throw new PortalException("member.forbidden", "ท่านดูแลสมาชิกคนนี้ไม่ได้ โปรดให้ผู้ที่สูงกว่าทำ");
                }

                await act(member);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>Forgets a person: what remains is a random id in the journal and on the texts.</summary>
    public static Task EraseMemberAsync(this PortalDb db, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnMemberAsync(id, by, now, member => db.ForgetMemberAsync(member, by, now, cancellationToken), cancellationToken);

    /// <summary>Everything that is kept of a member goes. Call inside a transaction; the caller saves.</summary>
    internal static async Task ForgetMemberAsync(this PortalDb db, Member member, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (id, number) = (member.Id, member.SignInNumber!);
        member.Erase(by, now);
        db.MemberRevisions.RemoveRange(await db.MemberRevisions.Where(r => r.MemberId == id).ToListAsync(cancellationToken));
        db.MemberContacts.RemoveRange(await db.MemberContacts.Where(c => c.MemberId == id).ToListAsync(cancellationToken));
        db.Pins.RemoveRange(await db.Pins.Where(p => p.MemberId == id).ToListAsync(cancellationToken));
        await db.ForgetDevicesAsync(id, cancellationToken);
        db.Invitations.RemoveRange(await db.Invitations.Where(i => i.MemberId == id).ToListAsync(cancellationToken));
        db.ExternalLogins.RemoveRange(await db.ExternalLogins.Where(l => l.MemberId == id).ToListAsync(cancellationToken));
        db.Delegations.RemoveRange(await db.Delegations.Where(d => d.SageId == id || d.RecorderId == id).ToListAsync(cancellationToken));
        db.Notices.RemoveRange(await db.Notices.Where(n => n.MemberId == id).ToListAsync(cancellationToken));
        db.EditingSessions.RemoveRange(await db.EditingSessions.Where(s => s.MemberId == id).ToListAsync(cancellationToken));
        await db.ForgetTriesAsync([SignInTry.OfNumber(number)], cancellationToken);
    }

    /// <summary>Sees to it that the member has a sign-in number that nobody else has. Call inside a transaction.</summary>
    internal static async Task NumberAsync(this PortalDb db, Member member, CancellationToken cancellationToken)
    {
        while (member.SignInNumber is null || await db.Members.AnyAsync(m => m.SignInNumber == member.SignInNumber && m.Id != member.Id, cancellationToken))
        {
            member.DrawNumber();
        }
    }

    private static async Task DemandPlaceAsync(this PortalDb db, string area, string centre, CancellationToken cancellationToken)
    {
        if (area.Length > 0 && !await db.Areas.AnyAsync(a => a.Code == area, cancellationToken))
        {
            throw new PortalException("member.area", "โปรดเลือกพื้นที่จากรายการ", "Area");
        }

        if (centre.Length > 0 && !await db.Centres.AnyAsync(c => c.Key == centre && c.AreaCode == area, cancellationToken))
        {
            throw new PortalException("member.centre", "ศูนย์เรียนรู้นี้ไม่ได้อยู่ในพื้นที่ที่เลือก", "Centre");
        }
    }

    private static async Task DemandSageAsync(this PortalDb db, string sage, string area, CancellationToken cancellationToken)
    {
        if (sage.Length > 0 && !await db.Sages.AnyAsync(s => s.Key == sage && s.AreaCode.StartsWith(area) && !s.IsDeceased, cancellationToken))
        {
            throw new PortalException("member.sage", "ไม่พบปราชญ์คนนี้ในพื้นที่ที่เลือก", "SageKey");
        }
    }
}
