using System.Net.Mail;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Identity;

/// <summary>Inviting members, and what an invitation opens.</summary>
public static class Invitations
{
    /// <summary>The first administrator, or one more, with a one-time code. For the command line, where whoever runs the server stands.</summary>
    public static Task<string> CreateAdministratorAsync(this PortalDb db, string name, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var member = Member.Join(name, Role.Administrator, "", Actor.System, now);
                await db.NumberAsync(member, cancellationToken);
                db.Members.Add(member);
                var code = Invite(db, member, "", Actor.System, now);
                await db.SaveChangesAsync(cancellationToken);
                return code;
            },
            cancellationToken);

    /// <summary>Invites a member to sign in with an account of another provider; earlier invitations end.</summary>
    /// <param name="email">Address that the provider must have verified; empty → the code alone.</param>
    /// <returns>The code, to be handed over.</returns>
    public static async Task<string> InviteAsync(this PortalDb db, Guid memberId, string email, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var address = email.Trim();
        if (address.Length > 0 && (address.Length > 200 || !MailAddress.TryCreate(address, out var parsed) || parsed.Address != address))
        {
            throw new PortalException("invitation.email", "อีเมลนี้ไม่ถูกต้อง", "Email");
        }

        var code = "";
        await db.OnMemberAsync(memberId, by, now, async member =>
        {
            if (!member.IsOpen)
            {
                throw new PortalException("member.closed", "การเป็นสมาชิกปิดอยู่ เปิดก่อนแล้วจึงเชิญ");
            }

            db.Invitations.RemoveRange(await db.Invitations.Where(i => i.MemberId == memberId && i.UsedAt == null).ToListAsync(cancellationToken));
            code = Invite(db, member, address, by, now);
        }, cancellationToken);
        return code;
    }

    /// <summary>The open member whom a code invites; <c>null</c> when it is unknown, used or too old.</summary>
    public static async Task<Member?> InvitedAsync(this PortalDb db, string code, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = Invitation.Hash(code);
        return await db.Invitations
            .Where(i => i.CodeHash == hash && i.UsedAt == null && i.ExpiresAt > now)
            .Join(db.Members.Where(m => m.ClosedAt == null && m.ErasedAt == null), i => i.MemberId, m => m.Id, (i, m) => m)
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Uses a code up. Call inside a transaction; the caller saves.</summary>
    /// <exception cref="PortalException">It is not good, or was used a moment ago.</exception>
    public static async Task<Member> UseInvitationAsync(this PortalDb db, string code, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = Invitation.Hash(code);
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.CodeHash == hash && i.UsedAt == null && i.ExpiresAt > now, cancellationToken)
            ?? throw new PortalException("invitation.void", "ลิงก์นี้ใช้ไปแล้วหรือหมดอายุ โปรดขอใหม่");
        return await db.UseInvitationAsync(invitation, now, cancellationToken);
    }

    /// <summary>The same with the invitation itself at hand.</summary>
    internal static async Task<Member> UseInvitationAsync(this PortalDb db, Invitation invitation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var member = await db.OpenMemberAsync(invitation.MemberId, cancellationToken);
        invitation.Use(now);
        member.Happened(Verbs.MemberInvitationUsed, new Actor(member.Id, []), now, ("invitation", invitation.Id));
        return member;
    }

    /// <summary>Uses a code up by choosing a PIN with it.</summary>
    public static Task<Member> ChoosePinByInvitationAsync(this PortalDb db, string code, string? pin, string? again, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var member = await db.UseInvitationAsync(code, now, cancellationToken);
                await db.SetPinAsync(member, pin, again, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return member;
            },
            cancellationToken);

    private static string Invite(PortalDb db, Member member, string email, Actor by, DateTimeOffset now)
    {
        var (invitation, code) = Invitation.New(member.Id, email, now);
        db.Invitations.Add(invitation);
        member.Happened(Verbs.MemberInvited, by, now, ("invitation", invitation.Id));
        return code;
    }
}
