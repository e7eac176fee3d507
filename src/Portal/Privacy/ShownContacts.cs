using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Privacy;

/// <summary>Who reads a page. Officers have <see cref="SageContacts.LookAtContactsAsync"/>, which leaves a trace.</summary>
public enum ContactReader
{
    Anybody,

    /// <summary>Somebody who is signed in.</summary>
    Member,
}

/// <summary>A way to reach a sage that a reader may see.</summary>
public sealed record ShownContact(ContactValue Contact, string BestTime);

/// <summary>A channel without its value, for who writes it.</summary>
public sealed record ContactRow(Guid Id, ContactChannel Channel, Visibility Visibility, string BestTime);

/// <summary>Which ways to reach a sage readers may see: the sage is shown and lives, agreed to it, and put the channel before them.</summary>
public static class ShownContacts
{
    public static async Task<IReadOnlyList<ShownContact>> ContactsForAsync(this PortalDb db, Guid sageId, ContactReader reader, CancellationToken cancellationToken)
    {
        var isMember = reader == ContactReader.Member;
        var contacts = await db.ContactsOf(sageId)
            .Where(c => c.Visibility == Visibility.Public || (isMember && c.Visibility == Visibility.Members))
            .Where(c => db.SagesToAsk().Any(s => s.Id == c.SageId))
            .Where(c => db.Consents.Any(g => g.SageId == c.SageId && g.Purpose == ConsentPurpose.Phone && g.WithdrawnAt == null))
            .ToListAsync(cancellationToken);
        return [.. contacts.OrderBy(c => c.Channel).Select(c => new ShownContact(new(c.Channel, c.Value), c.BestTime))];
    }

    /// <summary>Channels without their values. Call for a sage whom the reader may look after, or is.</summary>
    public static async Task<IReadOnlyList<ContactRow>> ContactRowsAsync(this PortalDb db, Guid sageId, CancellationToken cancellationToken) =>
        [.. (await db.ContactsOf(sageId).Select(c => new ContactRow(c.Id, c.Channel, c.Visibility, c.BestTime)).ToListAsync(cancellationToken)).OrderBy(c => c.Channel)];

    /// <summary>A sage's own channels with their values, for the sage alone.</summary>
    public static async Task<IReadOnlyList<SageContact>> OwnContactsAsync(this PortalDb db, Actor actor, CancellationToken cancellationToken)
    {
        var contacts = await db.SageContacts.AsNoTracking().Where(c => db.OwnSages(actor).Any(s => s.Id == c.SageId)).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        return [.. contacts.OrderBy(c => c.Channel)];
    }
}
