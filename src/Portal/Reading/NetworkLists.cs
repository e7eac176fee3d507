using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reading;

/// <summary>Lists of sages, centres and topics. Sages come only through <see cref="Privacy.ConsentQueries.PublicSages"/>.</summary>
public static class NetworkLists
{
    public static async Task<IReadOnlyList<SageCard>> CardsAsync(this IQueryable<Sage> sages, PortalDb db, CancellationToken cancellationToken)
    {
        var rows = await sages.OrderBy(s => s.SortKey).ThenBy(s => s.Id)
            .Select(s => new
            {
                Sage = s,
                Lessons = db.References.Count(r => r.Kind == ReferenceKind.Sage && r.Key == s.Key && db.LiveTexts().Any(e => e.Id == r.EntryId)),
            })
            .ToListAsync(cancellationToken);
        var places = await db.PlacesAsync(rows.Select(r => r.Sage.AreaCode), cancellationToken);
        var portraits = await db.RecordPicturesAsync(Subjects.Sage, [.. rows.Select(r => r.Sage.Id)], cancellationToken);
        return [.. rows.Select(r => new SageCard(
            r.Sage.Id,
            r.Sage.Name,
            Urls.Of(r.Sage),
            r.Sage.Profile.Kind.Name(),
            places.Name(r.Sage.AreaCode),
            [.. r.Sage.Profile.Expertise.Select(e => e.What)],
            r.Lessons,
            r.Sage.IsDeceased,
            r.Sage.Profile.Synthetic)
        {
            AreaCode = r.Sage.AreaCode,
            Can = r.Sage.IsDeceased ? [] : [.. r.Sage.Profile.Expertise.SelectMany(e => e.Can).Distinct().Order().Select(c => c.Name())],
            Languages = r.Sage.IsDeceased ? [] : [.. r.Sage.Profile.Languages.Select(l => l.Name())],
            Portrait = portraits.GetValueOrDefault(r.Sage.Id),
            ConfirmedOn = r.Sage.ConfirmedOn,
        })];
    }

    public static async Task<IReadOnlyList<CentreCard>> CardsAsync(this IQueryable<Centre> centres, PortalDb db, CancellationToken cancellationToken)
    {
        var rows = await centres.AsNoTracking().OrderBy(c => c.SortKey).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var places = await db.PlacesAsync(rows.Select(c => c.AreaCode), cancellationToken);
        return [.. rows.Select(c => new CentreCard(
            c.Id, c.Name, Urls.Of(c), c.Profile.Kind.Name(), places.Name(c.AreaCode), c.Profile.Summary, c.Profile.Synthetic) { AreaCode = c.AreaCode })];
    }

    /// <summary>The whole tree in its order, with true counts: a text in two topics of one branch counts once for the branch.</summary>
    public static async Task<IReadOnlyList<TopicCard>> TopicTreeAsync(this PortalDb db, CancellationToken cancellationToken)
    {
        var topics = await db.Topics.AsNoTracking().OrderBy(t => t.Order).ThenBy(t => t.SortKey).ToListAsync(cancellationToken);
        var live = from r in db.References
                   join e in db.LiveTexts() on r.EntryId equals e.Id
                   join t in db.Topics on r.Key equals t.Key
                   where r.Kind == ReferenceKind.Topic
                   select new { r.EntryId, t.Key, Root = t.ParentKey ?? t.Key };
        var own = await live.GroupBy(x => x.Key).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellationToken);
        var branch = await live.GroupBy(x => x.Root)
            .Select(g => new { g.Key, Count = g.Select(x => x.EntryId).Distinct().Count() })
            .ToDictionaryAsync(x => x.Key, x => x.Count, cancellationToken);
        // Two levels: a topic whose upper one is missing, or is no first-level topic, stands on the first level itself.
        var first = topics.Where(t => t.ParentKey is null).Select(t => t.Key).ToHashSet();
        bool IsChild(Topic topic) => topic.ParentKey is { } parent && first.Contains(parent);
        var children = topics.Where(IsChild).ToLookup(t => t.ParentKey);
        return [.. topics.Where(t => !IsChild(t)).Select(t => Card(t, first.Contains(t.Key) ? branch : own, [.. children[t.Key].Select(c => Card(c, own, []))]))];
    }

    private static TopicCard Card(Topic topic, Dictionary<string, int> counts, IReadOnlyList<TopicCard> children) =>
        new(topic.Key, topic.Title, Urls.Of(topic), topic.Summary, counts.GetValueOrDefault(topic.Key), children);
}
