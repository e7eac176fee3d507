using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Registers.Duplicates;

/// <summary>What moves with a person when one of two records goes. Called inside the transaction of <see cref="SageMerging"/>, which saves.</summary>
internal static class MovedRows
{
    /// <summary>
    /// All consents with their dates and evidence. Where one record says that the person took a consent back on the day when the other says
    /// it was given, or later, it is taken back: nobody is shown against a word that may have been the last.
    /// </summary>
    public static async Task MoveConsentsAsync(this PortalDb db, Sage kept, Sage other, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mine = await db.Consents.Where(c => c.SageId == kept.Id).ToListAsync(cancellationToken);
        var theirs = await db.Consents.Where(c => c.SageId == other.Id).ToListAsync(cancellationToken);
        var overruled = Overruled(mine, theirs).Concat(Overruled(theirs, mine)).ToList();
        theirs.ForEach(c => c.Move(kept.Id));
        // The page stays while another consent to it does.
        var staying = mine.Concat(theirs).Where(c => c.IsStanding).Except(overruled).Select(c => c.Purpose).ToHashSet();
        overruled.ForEach(c => kept.Withdraw(c, by, now, another: staying.Contains(c.Purpose)));
    }

    /// <summary>Each way to reach the person once; of two that say who may see it, the one that shows it to fewer.</summary>
    public static async Task MoveContactsAsync(this PortalDb db, Sage kept, Sage other, CancellationToken cancellationToken)
    {
        var contacts = await db.SageContacts.Where(c => c.SageId == kept.Id || c.SageId == other.Id).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        if (kept.IsDeceased)
        {
            db.SageContacts.RemoveRange(contacts);
            return;
        }

        foreach (var same in contacts.GroupBy(c => (c.Channel, c.Value)))
        {
            var stays = same.FirstOrDefault(c => c.SageId == kept.Id) ?? same.First();
            stays.Visibility = same.Max(c => c.Visibility);
            stays.BestTime = stays.BestTime.Length > 0 ? stays.BestTime : same.Select(c => c.BestTime).FirstOrDefault(t => t.Length > 0, "");
            stays.SageId = kept.Id;
            db.SageContacts.RemoveRange(same.Where(c => c != stays));
        }
    }

    /// <summary>Membership, pictures and evidence, and the credits of live texts; what old revisions say is read through the alias.</summary>
    public static async Task MoveTracesAsync(this PortalDb db, Sage kept, Sage other, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var member in await db.Members.Where(m => m.SageKey == other.Key && m.ErasedAt == null).ToListAsync(cancellationToken))
        {
            member.FollowSage(kept.Key, by, now);
        }

        foreach (var asset in await db.Assets.Where(a => a.OwnerId == other.Id || a.ShowsSages.Contains(other.Id)).ToListAsync(cancellationToken))
        {
            asset.Follow(other.Id, kept.Id);
        }

        var credits = await db.References.Where(r => r.Kind == ReferenceKind.Sage && (r.Key == other.Key || r.Key == kept.Key)).ToListAsync(cancellationToken);
        var credited = credits.Where(r => r.Key == kept.Key).Select(r => r.EntryId).ToHashSet();
        foreach (var credit in credits.Where(r => r.Key == other.Key))
        {
            db.References.Remove(credit);
            if (credited.Add(credit.EntryId))
            {
                db.References.Add(new Reference { EntryId = credit.EntryId, Kind = ReferenceKind.Sage, Key = kept.Key, Position = credit.Position });
            }
        }
    }

    private static IEnumerable<Consent> Overruled(IReadOnlyList<Consent> standing, IReadOnlyList<Consent> others) =>
        standing.Where(c => c.IsStanding && others.Any(o =>
            o.Purpose == c.Purpose && o.WithdrawnAt is { } end && !o.RanOut && ThaiTime.Day(end) >= c.Given));
}
