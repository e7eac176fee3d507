using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Data;

public abstract partial class PortalDb
{
    /// <summary>Brings the database to today's model, and lists what is older than the lists; does nothing, and locks nothing, when it is there already.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if ((await Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await MigrateAloneAsync(cancellationToken);
            await ListSagesAsync(cancellationToken);
        }
    }

    /// <summary>Migrates while no other process does.</summary>
    protected virtual Task MigrateAloneAsync(CancellationToken cancellationToken) => Database.MigrateAsync(cancellationToken);
}
