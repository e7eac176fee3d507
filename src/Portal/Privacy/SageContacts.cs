using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Privacy;

/// <summary>A way to reach a sage as a form says it.</summary>
/// <param name="Channel">Of a channel that is there already it does not change.</param>
/// <param name="Value">As typed; <c>null</c> → stays as it is, which the form does not show.</param>
public sealed record ContactDetails(ContactChannel Channel, string? Value, Visibility Visibility, string BestTime);

/// <summary>Ways to reach sages: written without being shown, looked at by officers with a trace in the journal.</summary>
public static class SageContacts
{
    public const int Most = 10;

    /// <summary>Adds a channel. The same one added twice is one, as it was written last.</summary>
    public static Task AddContactAsync(this PortalDb db, Guid sageId, ContactDetails details, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnRecordAsync<Sage>(
            sageId,
            by,
            now,
            async sage =>
            {
                if (sage.IsDeceased)
                {
                    throw new PortalException("contact.deceased", "ปราชญ์ถึงแก่กรรมแล้ว จึงไม่เก็บช่องทางติดต่อ");
                }

                var value = ContactText.Value(details.Channel, details.Value ?? "");
                var known = await db.SageContacts.Where(c => c.SageId == sageId).ToListAsync(cancellationToken);
                var contact = known.Find(c => c.Channel == details.Channel && c.Value == value);
                if (contact is null)
                {
                    if (known.Count >= Most)
                    {
                        throw new PortalException("contact.most", $"มีช่องทางได้ไม่เกิน {Most} ช่องทาง ลบช่องทางที่ไม่ใช้ก่อน", "Value");
                    }

                    db.SageContacts.Add(contact = new() { SageId = sageId, Channel = details.Channel, Value = "", Visibility = details.Visibility });
                }

                contact.Write(sage, value, details.Visibility, ContactText.Time(details.BestTime), by, now);
            },
            cancellationToken);

    public static Task WriteContactAsync(
        this PortalDb db, Guid sageId, Guid contactId, ContactDetails details, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnRecordAsync<Sage>(
            sageId,
            by,
            now,
            async sage =>
            {
                var contact = await db.FindContactAsync(sage, contactId, cancellationToken);
                var value = details.Value is null ? null : ContactText.Value(contact.Channel, details.Value);
                contact.Write(sage, value, details.Visibility, ContactText.Time(details.BestTime), by, now);
            },
            cancellationToken);

    public static Task RemoveContactAsync(this PortalDb db, Guid sageId, Guid contactId, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnRecordAsync<Sage>(sageId, by, now, async sage => db.Forget(sage, [await db.FindContactAsync(sage, contactId, cancellationToken)], by, now), cancellationToken);

    /// <summary>The one door to the values for officers: who looks is recorded in the same transaction, or nothing is shown.</summary>
    /// <exception cref="PortalException">The actor may not look at them.</exception>
    public static Task<IReadOnlyList<SageContact>> LookAtContactsAsync(this PortalDb db, Guid sageId, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction<IReadOnlyList<SageContact>>(
            async () =>
            {
                var sage = await db.FindRecordAsync<Sage>(sageId, by, cancellationToken);
                if (!by.May(Permission.ReadContacts, sage.AreaCode))
                {
                    throw new PortalException("contact.forbidden", "ท่านยังไม่มีสิทธิ์ดูช่องทางติดต่อในพื้นที่นี้");
                }

                var contacts = await db.ContactsOf(sageId).ToListAsync(cancellationToken);
                sage.Happened(Verbs.SageContactSeen, by, now);
                await db.SaveChangesAsync(cancellationToken);
                return [.. contacts.OrderBy(c => c.Channel)];
            },
            cancellationToken);

    /// <summary>The sage died: the page becomes one of remembrance, and nobody is called any more.</summary>
    public static Task RememberAsync(this PortalDb db, Guid sageId, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnRecordAsync<Sage>(
            sageId,
            by,
            now,
            async sage =>
            {
                sage.Remember(by, now);
                db.Forget(sage, await db.SageContacts.Where(c => c.SageId == sageId).ToListAsync(cancellationToken), by, now);
            },
            cancellationToken);

    /// <summary>Removes channels. Call inside a transaction; the caller assesses the record and saves.</summary>
    internal static void Forget(this PortalDb db, Sage sage, IReadOnlyCollection<SageContact> contacts, Actor by, DateTimeOffset now)
    {
        foreach (var contact in contacts)
        {
            db.SageContacts.Remove(contact);
            sage.Happened(Verbs.SageContactRemoved, by, now, ("channel", contact.Channel));
        }
    }

    internal static async Task<SageContact> FindContactAsync(this PortalDb db, Sage sage, Guid contactId, CancellationToken cancellationToken) =>
        await db.SageContacts.SingleOrDefaultAsync(c => c.Id == contactId && c.SageId == sage.Id, cancellationToken)
        ?? throw new PortalException("contact.none", "ไม่พบช่องทางนี้ อาจถูกลบไปแล้ว");

    /// <summary>Writes what is not <c>null</c>. Call inside a transaction.</summary>
    internal static void Write(this SageContact contact, Sage sage, string? value, Visibility visibility, string? bestTime, Actor by, DateTimeOffset now)
    {
        (contact.Value, contact.Visibility, contact.BestTime, contact.WrittenAt) = (value ?? contact.Value, visibility, bestTime ?? contact.BestTime, JournalChain.Truncate(now));
        sage.Happened(Verbs.SageContactWritten, by, now, ("channel", contact.Channel), ("visibility", visibility));
    }

    // In the order in which they came; channels are put in theirs by who shows them, for the database sorts them by name.
    internal static IQueryable<SageContact> ContactsOf(this PortalDb db, Guid sageId) =>
        db.SageContacts.AsNoTracking().Where(c => c.SageId == sageId).OrderBy(c => c.Id);
}
