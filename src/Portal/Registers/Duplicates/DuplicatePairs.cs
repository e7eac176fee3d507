using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Registers.Duplicates;

/// <summary>Two records that may be one person.</summary>
/// <param name="One">The one that is likelier to stay.</param>
/// <param name="Why">In words.</param>
public sealed record DuplicatePair(SageBrief One, SageBrief Other, IReadOnlyList<string> Why);

/// <summary>The register looked through for people who are in it twice.</summary>
public static class DuplicatePairs
{
    public const int PageSize = 20;

    // Asked by id, so that a province's pairs cost nothing of the country's.
    private const int BatchSize = 1_000;

    /// <summary>A page of pairs of which the actor checks both sides, likeliest first.</summary>
    /// <param name="page">1-based.</param>
    public static async Task<(IReadOnlyList<DuplicatePair> Pairs, int Total)> DuplicatesAsync(this PortalDb db, Actor actor, int page, CancellationToken cancellationToken)
    {
        var found = await db.PairsAsync(actor, cancellationToken);
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var shown = found.Skip((Math.Clamp(page, 1, pages) - 1) * PageSize).Take(PageSize).ToList();
        var briefs = await db.BriefsAsync(db.CheckedBy(actor), [.. shown.SelectMany(p => new[] { p.One, p.Other }).Distinct()], cancellationToken);
        return ([.. shown.Where(p => briefs.ContainsKey(p.One) && briefs.ContainsKey(p.Other)).Select(p => Pair(briefs[p.One], briefs[p.Other], p.Found.Why))], found.Count);
    }

    /// <summary>Remembers that a record and others are different people, as far as the actor checks them.</summary>
    /// <returns>Whether there was a pair of which the actor checks both.</returns>
    public static Task<bool> TellApartAsync(this PortalDb db, Guid id, IReadOnlyCollection<Guid> others, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var sages = await db.CheckedBy(by).Where(s => s.Id == id || others.Contains(s.Id)).ToListAsync(cancellationToken);
                if (sages.SingleOrDefault(s => s.Id == id) is not { } sage || sages.Count == 1)
                {
                    return false;
                }

                foreach (var other in sages.Where(s => s.Id != id))
                {
                    var (one, two) = NotDuplicate.Pair(id, other.Id);
                    if (!await db.NotDuplicates.AnyAsync(p => p.OneId == one && p.OtherId == two, cancellationToken))
                    {
                        db.NotDuplicates.Add(new() { OneId = one, OtherId = two, MemberId = by.Id, At = JournalChain.Truncate(now) });
                        sage.Happened(Verbs.SageToldApart, by, now, ("other", other.Id));
                    }
                }

                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>Sages of the areas that the actor checks.</summary>
    internal static IQueryable<Sage> CheckedBy(this PortalDb db, Actor actor)
    {
        var areas = actor.AreasFor(Permission.Check);
        return db.Sages.Where(s => areas.Any(a => s.AreaCode.StartsWith(a)));
    }

    // First the one that is likelier to stay: with a number, further checked, fuller.
    private static DuplicatePair Pair(SageBrief a, SageBrief b, IReadOnlyList<string> why) =>
        (b.Number is not null, b.State, b.Percent).CompareTo((a.Number is not null, a.State, a.Percent)) > 0 ? new(b, a, why) : new(a, b, why);

    /// <summary>All pairs, likeliest first.</summary>
    internal static async Task<IReadOnlyList<(Guid One, Guid Other, Resemblance Found)>> PairsAsync(this PortalDb db, Actor actor, CancellationToken cancellationToken)
    {
        var rows = await db.CheckedBy(actor).Select(s => new { s.Id, s.AreaCode, s.Name, s.OtherNames }).ToListAsync(cancellationToken);
        var at = rows.Index().ToDictionary(r => r.Item.Id, r => r.Index);
        var blocks = new List<(int At, string Block)>();
        foreach (var batch in rows.Select(r => r.Id).Chunk(BatchSize))
        {
            var read = await db.SageBlocks.Where(b => batch.Contains(b.SageId)).Select(b => new { b.SageId, b.Block }).ToListAsync(cancellationToken);
            blocks.AddRange(read.Select(b => (at[b.SageId], b.Block)));
        }

        var phones = (await db.SageContacts.Where(c => c.Channel == ContactChannel.Phone).Select(c => new { c.SageId, c.Value }).ToListAsync(cancellationToken))
            .Where(c => at.ContainsKey(c.SageId))
            .ToLookup(c => at[c.SageId], c => c.Value);
        var apart = (await db.NotDuplicates.Select(p => new { p.OneId, p.OtherId }).ToListAsync(cancellationToken)).Select(p => (p.OneId, p.OtherId)).ToHashSet();
        // Made ready when first compared.
        var sages = new ComparedSage?[rows.Count];
        var found = new List<(Guid One, Guid Other, Resemblance Found)>();
        var pairs = PairsToCompare.Of(rows.ConvertAll(s => s.AreaCode), blocks, phones.SelectMany(p => p, (p, phone) => (p.Key, phone)));
        foreach (var (a, b) in pairs)
        {
            var (one, other) = NotDuplicate.Pair(rows[a].Id, rows[b].Id);
            if (Ready(a).To(Ready(b), phones[a].Intersect(phones[b]).Any()) is { } why && !apart.Contains((one, other)))
            {
                found.Add((one, other, why));
            }
        }

        return [.. found.OrderByDescending(p => p.Found.Score).ThenBy(p => p.One).ThenBy(p => p.Other)];

        ComparedSage Ready(int which) => sages[which] ??= new(rows[which].Id, rows[which].AreaCode, rows[which].Name, rows[which].OtherNames);
    }
}
