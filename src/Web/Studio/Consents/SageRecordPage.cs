using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Consents;

/// <summary>A page beside a sage's record, for who may write the record.</summary>
public abstract class SageRecordPage(PortalDb db, CurrentMember current) : StudioPage(current)
{
    public Sage Sage { get; private set; } = null!;

    /// <summary>Address of the record's own page.</summary>
    public string Home => $"/studio/sages/{Sage.Id}";

    protected PortalDb Db => db;

    /// <returns>Whether there is such a record for the actor.</returns>
    protected async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.RecordsFor<Sage>(Actor).AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } sage)
        {
            return false;
        }

        Sage = sage;
        return true;
    }
}
