using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Journal;

/// <summary>Reads of the journal for who runs the portal. For anybody else it is empty.</summary>
public static class AuditQueries
{
    public const int PageSize = 50;

    /// <summary>What the portal itself is called, and found by.</summary>
    public const string SystemName = "ระบบ";

    private const int MostPeople = 500;

    /// <param name="before">Only rows below this number, newest first.</param>
    /// <param name="after">Only rows above this number, those next to it; wins over <paramref name="before"/>.</param>
    public static async Task<AuditPage> AuditAsync(
        this PortalDb db, Actor actor, AuditFilter filter, long? before, long? after, CancellationToken cancellationToken)
    {
        var rows = await db.JournalForAsync(actor, filter, cancellationToken);
        var next = after is { } low ? rows.Where(h => h.Seq > low).OrderBy(h => h.Seq)
            : (before is { } high ? rows.Where(h => h.Seq < high) : rows).OrderByDescending(h => h.Seq);
        var found = (await next.Take(PageSize + 1).ToListAsync(cancellationToken)).ConvertAll(h => new AuditRow(h));
        var isMore = found.Count > PageSize;
        var page = found.Take(PageSize).OrderByDescending(r => r.Row.Seq).ToList();
        return after is null ? new(page, before is not null, isMore) : new(page, isMore, true);
    }

    /// <summary>Rows that a filter lets through, in no order.</summary>
    public static async Task<IQueryable<Happening>> JournalForAsync(this PortalDb db, Actor actor, AuditFilter filter, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Administer, ""))
        {
            return db.Journal.Where(h => false);
        }

        var rows = db.Journal.AsNoTracking();
        if (filter.Subject is { } subject)
        {
            rows = rows.Where(h => h.SubjectId == subject);
        }

        if (filter.Actor is { } id)
        {
            rows = rows.Where(h => h.ActorId == id);
        }

        if (filter.Who.Trim().Length > 0)
        {
            var people = await db.PeopleAsync(filter.Who, cancellationToken);
            rows = rows.Where(h => people.Contains(h.ActorId));
        }

        if (filter.Kind.Length > 0)
        {
            rows = rows.Where(h => h.SubjectType == filter.Kind);
        }

        if (filter.Verbs is { } verbs)
        {
            var names = verbs.Select(v => v.Subject + " " + v.Name).ToList();
            rows = rows.Where(h => names.Contains(h.SubjectType + " " + h.Verb));
        }

        if (filter.Area.Length > 0)
        {
            var fact = $"\"area\":\"{filter.Area}";
            rows = rows.Where(h => h.Data.Contains(fact));
        }

        // Time never goes back in the journal, so a day is a range of numbers and needs no index of its own.
        if (filter.From is { } from)
        {
            var first = await db.FirstSeqSinceAsync(ThaiTime.StartOf(from), cancellationToken);
            rows = rows.Where(h => h.Seq >= first);
        }

        if (filter.To is { } to && to < DateOnly.MaxValue)
        {
            var end = await db.FirstSeqSinceAsync(ThaiTime.StartOf(to.AddDays(1)), cancellationToken);
            rows = rows.Where(h => h.Seq < end);
        }

        return rows;
    }

    /// <summary>Number of the first row at or after a moment; one past the head when there is none yet.</summary>
    internal static async Task<long> FirstSeqSinceAsync(this PortalDb db, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var (low, high) = (1L, (await db.JournalHeadAsync(cancellationToken)).Seq + 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var at = await db.Journal.Where(h => h.Seq >= middle).OrderBy(h => h.Seq).Select(h => h.At).FirstAsync(cancellationToken);
            (low, high) = at < moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static async Task<List<Guid>> PeopleAsync(this PortalDb db, string who, CancellationToken cancellationToken)
    {
        if (ThaiName.Key(who) is not { Length: > 0 } key)
        {
            return [];
        }

        var people = await db.Members.Where(m => m.ErasedAt == null && m.NameKey.Contains(key)).OrderBy(m => m.SortKey).Select(m => m.Id).Take(MostPeople).ToListAsync(cancellationToken);
        return ThaiName.Key(SystemName).Contains(key, StringComparison.Ordinal) ? [.. people, Actor.System.Id] : people;
    }
}
