using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Privacy;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Identity;

/// <summary>The one door to telephone numbers of members: who looks is recorded in the same transaction, or nothing is shown.</summary>
public static class MemberContacts
{
    /// <summary>The number, written for reading; empty when there is none.</summary>
    /// <exception cref="PortalException">The actor may not look at it.</exception>
    public static Task<string> LookAtPhoneAsync(this PortalDb db, Guid memberId, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var member = await db.MembersFor(by, Permission.ReadContacts).SingleOrDefaultAsync(m => m.Id == memberId && m.ErasedAt == null, cancellationToken)
                    ?? throw new PortalException("member.none", "ไม่พบสมาชิกคนนี้");
                var phone = await db.MemberContacts.Where(c => c.MemberId == memberId).Select(c => c.Phone).SingleOrDefaultAsync(cancellationToken) ?? "";
                member.Happened(Verbs.MemberContactSeen, by, now);
                await db.SaveChangesAsync(cancellationToken);
                return PhoneNumber.Show(phone);
            },
            cancellationToken);

    /// <summary>Writes a number without showing the one that was there. Call inside a transaction; the caller saves.</summary>
    internal static async Task WritePhoneAsync(this PortalDb db, Member member, string? typed, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (typed is null)
        {
            return;
        }

        var (phone, why) = ("", "");
        if (typed.Trim().Length > 0 && !PhoneNumber.TryRead(typed, out phone, out why))
        {
            throw new PortalException("member.phone", why, "Phone");
        }

        var contact = await db.MemberContacts.SingleOrDefaultAsync(c => c.MemberId == member.Id, cancellationToken);
        if ((contact?.Phone ?? "") == phone)
        {
            return;
        }

        if (contact is null)
        {
            db.MemberContacts.Add(new MemberContact { MemberId = member.Id, Phone = phone });
        }
        else if (phone.Length == 0)
        {
            db.MemberContacts.Remove(contact);
        }
        else
        {
            contact.Phone = phone;
        }

        member.Happened(Verbs.MemberContactWritten, by, now);
    }
}
