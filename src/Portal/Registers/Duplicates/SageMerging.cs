using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Registers.Duplicates;

/// <summary>Two records of one person, as somebody saw them when they chose.</summary>
/// <param name="KeptRevision">The wording that was looked at.</param>
public sealed record MergeAsk(Guid KeptId, int KeptRevision, Guid OtherId, int OtherRevision, MergeChoice Choice);

/// <summary>Makes two records of one person one. There is no way back.</summary>
public static class SageMerging
{
    /// <summary>
    /// One transaction: the kept record gets a new wording, which goes through the same hands as any; consents, contacts, pictures, membership and
    /// credits of the other go to it; the other's key, address and number become signs that lead to it.
    /// </summary>
    /// <returns>Whether it was done; <c>false</c> when somebody wrote either record meanwhile.</returns>
    /// <exception cref="PortalException">One of them is not there for the actor, or the two may not be merged.</exception>
    public static Task<bool> MergeAsync(this PortalDb db, MergeAsk ask, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                if (await db.SageAliases.AnyAsync(a => a.Id == ask.KeptId || a.Id == ask.OtherId, cancellationToken) || ask.KeptId == ask.OtherId)
                {
                    throw new PortalException("merge.done", "รายการนี้รวมกับรายอื่นไปแล้ว อาจมีคนทำไปก่อนท่าน");
                }

                var kept = await db.FindRecordAsync<Sage>(ask.KeptId, by, cancellationToken);
                var other = await db.FindRecordAsync<Sage>(ask.OtherId, by, cancellationToken);
                if (kept.RevisionNumber != ask.KeptRevision || other.RevisionNumber != ask.OtherRevision)
                {
                    return false;
                }

                var record = MergeFields.Merge(kept.Latest, other.Latest, ask.Choice);
                kept.Absorb(other, by, now);
                await db.PutAsync(kept, record, by, now, CheckState.Draft, cancellationToken);
                await db.MoveConsentsAsync(kept, other, by, now, cancellationToken);
                await db.MoveContactsAsync(kept, other, cancellationToken);
                await db.MoveTracesAsync(kept, other, by, now, cancellationToken);
                await db.LeadToAsync(kept, other, by, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                other.MergeInto(kept, by, now);
                db.Sages.Remove(other);
                await db.AssessAsync(kept, by, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);

    private static async Task LeadToAsync(this PortalDb db, Sage kept, Sage other, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var earlier in await db.SageAliases.Where(a => a.SageId == other.Id).ToListAsync(cancellationToken))
        {
            earlier.SageId = kept.Id;
        }

        db.SageAliases.Add(new() { Id = other.Id, Key = other.Key, Code = other.Code, Number = other.Number, SageId = kept.Id, MemberId = by.Id, At = JournalChain.Truncate(now) });
        var apart = await db.NotDuplicates.Where(p => p.OneId == other.Id || p.OtherId == other.Id || p.OneId == kept.Id || p.OtherId == kept.Id).ToListAsync(cancellationToken);
        var known = apart.Select(p => (p.OneId, p.OtherId)).ToHashSet();
        foreach (var pair in apart.Where(p => p.OneId == other.Id || p.OtherId == other.Id))
        {
            var third = pair.OneId == other.Id ? pair.OtherId : pair.OneId;
            var (one, two) = NotDuplicate.Pair(kept.Id, third);
            db.NotDuplicates.Remove(pair);
            if (third != kept.Id && known.Add((one, two)))
            {
                db.NotDuplicates.Add(new() { OneId = one, OtherId = two, MemberId = pair.MemberId, At = pair.At });
            }
        }
    }
}
