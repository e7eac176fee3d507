using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Portal.Privacy;

/// <summary>Who answers for a centre towards the office, and how one is reached.</summary>
public static class CentreContacts
{
    /// <summary>Call before it is shown to an officer: who looks is recorded. Nothing is when nobody is named.</summary>
    public static Task SeeCentreContactAsync(this PortalDb db, Guid centreId, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var centre = await db.FindRecordAsync<Centre>(centreId, by, cancellationToken);
                CentrePrivate[] known = [centre.Private, centre.Latest.Private];
                if (known.Any(p => p.ContactName.Length + p.ContactPhone.Length > 0))
                {
                    centre.ContactSeen(by, now);
                    await db.SaveChangesAsync(cancellationToken);
                }
            },
            cancellationToken);
}
