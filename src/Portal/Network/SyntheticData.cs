using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Network;

/// <summary>How much of the network does not exist.</summary>
public sealed record SyntheticCount(int Sages, int Centres, int Plots)
{
    public int All => Sages + Centres + Plots;
}

/// <summary>The fictional people and places with which a portal begins, and their leaving for good when a province fills it with real ones.</summary>
public static class SyntheticData
{
    // A batch holds the journal lock; short ones let editors in between.
    private const int BatchSize = 200;

    public static async Task<SyntheticCount> SyntheticAsync(this PortalDb db, CancellationToken cancellationToken) => new(
        (await SagesAsync(db, cancellationToken)).Count,
        (await CentresAsync(db, cancellationToken)).Count,
        await db.Plots.CountAsync(p => p.IsSynthetic, cancellationToken));

    /// <summary>Whether they were wiped once: the import then takes no fictional person or place in any more.</summary>
    public static Task<bool> IsWipedAsync(this PortalDb db, CancellationToken cancellationToken) =>
        db.Journal.AnyAsync(h => h.SubjectId == PortalDb.ThePortal && h.Verb == Verbs.SyntheticWiped.Name, cancellationToken);

    /// <summary>
    /// Takes every fictional sage, centre and plot away, with a journal row each. Texts stay; their credits find nobody. That it is wiped
    /// is written first: what is stopped half-way may be done again, and no import brings anything back in between.
    /// </summary>
    /// <returns>How many went in this run.</returns>
    /// <exception cref="PortalException">The actor does not run the portal.</exception>
    public static async Task<SyntheticCount> WipeSyntheticAsync(this PortalDb db, Actor by, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!by.May(Permission.Administer, ""))
        {
            throw new PortalException("synthetic.forbidden", "เฉพาะผู้ดูแลระบบจึงลบข้อมูลสมมติได้");
        }

        await db.InTransaction(
            async () =>
            {
                db.Note(Verbs.SyntheticWiped, by, clock.GetUtcNow());
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return new(
            await RemoveAsync(db.Sages, await SagesAsync(db, cancellationToken), (sage, now) => sage.Remove(by, now)),
            await RemoveAsync(db.Centres, await CentresAsync(db, cancellationToken), (centre, now) => centre.Remove(by, now)),
            await RemoveAsync(
                db.Plots,
                await db.Plots.Where(p => p.IsSynthetic).Select(p => p.Id).ToListAsync(cancellationToken),
                (plot, now) => plot.Remove(by, now)));

        async Task<int> RemoveAsync<T>(DbSet<T> nouns, List<Guid> ids, Action<T, DateTimeOffset> remove)
            where T : Aggregate
        {
            foreach (var batch in ids.Chunk(BatchSize))
            {
                await db.InTransaction(
                    async () =>
                    {
                        var found = await nouns.Where(n => batch.Contains(n.Id)).ToListAsync(cancellationToken);
                        found.ForEach(n => remove(n, clock.GetUtcNow()));
                        // The daily sweep takes their files.
                        foreach (var picture in await db.Assets.Where(a => batch.Contains(a.OwnerId) && !a.IsRemoved).ToListAsync(cancellationToken))
                        {
                            picture.Remove(by, clock.GetUtcNow());
                        }

                        nouns.RemoveRange(found);
                        await db.ForgetRecordsAsync(batch, cancellationToken);
                        // Numbers of what never was are free again.
                        db.RegisterNumbers.RemoveRange(await db.RegisterNumbers.Where(n => batch.Contains(n.SubjectId)).ToListAsync(cancellationToken));
                        await db.SaveChangesAsync(cancellationToken);
                    },
                    cancellationToken);
            }

            return ids.Count;
        }
    }

    // Whether somebody is fictional lies in the profile's JSON; this is asked by one person once.
    private static async Task<List<Guid>> SagesAsync(PortalDb db, CancellationToken cancellationToken) =>
        [.. (await db.Sages.Select(s => new { s.Id, s.Profile }).ToListAsync(cancellationToken)).Where(s => s.Profile.Synthetic).Select(s => s.Id)];

    private static async Task<List<Guid>> CentresAsync(PortalDb db, CancellationToken cancellationToken) =>
        [.. (await db.Centres.Select(c => new { c.Id, c.Profile }).ToListAsync(cancellationToken)).Where(c => c.Profile.Synthetic).Select(c => c.Id)];
}
