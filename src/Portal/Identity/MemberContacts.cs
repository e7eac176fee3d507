using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
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
                return Show(phone);
            },
            cancellationToken);

    /// <summary>Digits of a Thai number in what somebody typed; <c>null</c> when it is none.</summary>
    public static string? Parse(string typed)
    {
        var digits = SignInNumber.Digits(typed);
        digits = digits.StartsWith("+66", StringComparison.Ordinal) ? "0" + digits[3..] : digits;
        return digits.Length is 9 or 10 && digits[0] == '0' && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>«081-234-5678», «044-123-456».</summary>
    public static string Show(string digits) => digits.Length >= 9 ? $"{digits[..3]}-{digits[3..6]}-{digits[6..]}" : digits;

    /// <summary>Writes a number without showing the one that was there. Call inside a transaction; the caller saves.</summary>
    internal static async Task WritePhoneAsync(this PortalDb db, Member member, string? typed, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (typed is null)
        {
            return;
        }

        var phone = typed.Trim().Length == 0 ? "" : Parse(typed) ?? throw new PortalException("member.phone", "เบอร์โทรต้องมีตัวเลข 9 หรือ 10 ตัว ขึ้นต้นด้วย 0 (ไม่ใช่เลขบัตรประชาชน)", "Phone");
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
