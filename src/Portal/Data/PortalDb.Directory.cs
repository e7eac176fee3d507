using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Data;

public abstract partial class PortalDb
{
    // What is listed anew at once.
    private const int ListBatch = 200;

    /// <summary>Lists every public sage anew, in a portal whose sages are older than their lists.</summary>
    public async Task ListSagesAsync(CancellationToken cancellationToken)
    {
        if (await SageFacets.AnyAsync(cancellationToken))
        {
            return;
        }

        foreach (var batch in (await this.PublicSages().Select(s => s.Id).ToListAsync(cancellationToken)).Chunk(ListBatch))
        {
            await InTransaction(() => ListAsync(batch, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Sages whose lines in the directory may differ after this save: themselves or a consent of theirs changed, or a topic moved or went into another.</summary>
    private (HashSet<Guid> Sages, List<string> Topics) Unlisted()
    {
        HashSet<Guid> sages =
        [
            .. ChangeTracker.Entries<Sage>().Where(e => e.State is EntityState.Added or EntityState.Modified || e.Entity.HasNotes).Where(e => e.State != EntityState.Deleted).Select(e => e.Entity.Id),
            .. ChangeTracker.Entries<Consent>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity.SageId),
        ];
        return (sages, [.. ChangeTracker.Entries<Topic>()
            .Where(e => e.State is EntityState.Added or EntityState.Deleted || (e.State == EntityState.Modified && e.Property(t => t.ParentKey).IsModified))
            .Select(e => e.Entity.Key)]);
    }

    private async Task RelistAsync((HashSet<Guid> Sages, List<string> Topics) unlisted, CancellationToken cancellationToken)
    {
        var (sages, topics) = unlisted;
        if (topics.Count > 0)
        {
            sages.UnionWith(await SageFacets.Where(f => f.Kind == SageFacetKind.Topic && topics.Contains(f.Value)).Select(f => f.SageId).ToListAsync(cancellationToken));
        }

        foreach (var batch in sages.Chunk(ListBatch))
        {
            await ListAsync(batch, cancellationToken);
        }
    }

    /// <summary>Writes the lines of these sages anew, as they are in this transaction; who is not public has none.</summary>
    private async Task ListAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        await SageFacets.Where(f => ids.Contains(f.SageId)).ExecuteDeleteAsync(cancellationToken);
        var sages = await this.PublicSages().Where(s => ids.Contains(s.Id)).ToListAsync(cancellationToken);
        var topics = sages.Exists(s => s.TopicKeys.Count > 0) ? await this.TopicsByKeyAsync(cancellationToken) : [];
        List<SageFacet> lines = [.. sages.SelectMany(s => SageFacet.Of(s, topics))];
        SageFacets.AddRange(lines);
        await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellationToken);
        // The same lines may be written again in this transaction.
        lines.ForEach(line => Entry(line).State = EntityState.Detached);
    }
}
