using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reading;

/// <summary>What the directory of sages is narrowed down to.</summary>
/// <param name="Topic">Key of a topic; what lies below it counts too.</param>
/// <param name="Area">Official code.</param>
public sealed record SageFilter(string Topic = "", string Area = "", Ability? Can = null, Language? Language = null)
{
    public bool IsEmpty => this == new SageFilter();

    /// <summary>Whether it may leave nearly everybody: its counts read the whole directory, and are worth keeping.</summary>
    public bool IsWide => Topic.Length + Area.Length == 0;
}

/// <summary>How many sages of a filter are where, by number of <see cref="AreaRange"/>; its own area left aside.</summary>
public sealed record SagePlaces(IReadOnlyDictionary<int, int> Living, IReadOnlyDictionary<int, int> Deceased)
{
    /// <summary>Codes of six digits where there is somebody.</summary>
    public IEnumerable<string> Codes => Living.Keys.Union(Deceased.Keys).Select(AreaRange.Code);

    public int In(string area)
    {
        var range = AreaRange.Of(area);
        return Living.Concat(Deceased).Where(p => range.Holds(p.Key)).Sum(p => p.Value);
    }
}

/// <summary>How many sages of a filter can do what for others, in which languages.</summary>
public sealed record SageSkills(int All, IReadOnlyDictionary<Ability, int> Can, IReadOnlyDictionary<Language, int> Languages);

/// <param name="Title">Where they are, seen from the chosen place; empty without one.</param>
public sealed record SageGroup(string Title, IReadOnlyList<SageCard> Sages);

/// <summary>The directory of sages: by topic and place, what they can do, and language. Counted and sorted by <see cref="SageFacet"/>.</summary>
public static class SageDirectory
{
    public const string Remembered = "รำลึก";

    /// <summary>Sages by key of topic, upper topics included, under the filter's other choices.</summary>
    public static Task<Dictionary<string, int>> SageTopicsAsync(this PortalDb db, SageFilter filter, CancellationToken cancellationToken) =>
        Narrowed(db.SageFacets.Where(f => f.Kind == SageFacetKind.Topic), filter)
            // Not the bare column: SQLite would read every topic's lines in its order, instead of those of the area.
            .GroupBy(f => f.Value + "")
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

    /// <summary>Sages by place, under the filter's other choices.</summary>
    public static async Task<SagePlaces> SagePlacesAsync(this PortalDb db, SageFilter filter, CancellationToken cancellationToken)
    {
        var rows = await db.Lines(filter with { Area = "" })
            .GroupBy(f => new { f.Area, f.IsDeceased })
            .Select(g => new { g.Key.Area, g.Key.IsDeceased, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return new(rows.Where(r => !r.IsDeceased).ToDictionary(r => r.Area, r => r.Count), rows.Where(r => r.IsDeceased).ToDictionary(r => r.Area, r => r.Count));
    }

    /// <summary>Sages by what they can do under the filter's other choices, and by language under its other choices.</summary>
    public static async Task<SageSkills> SageSkillsAsync(this PortalDb db, SageFilter filter, CancellationToken cancellationToken)
    {
        var rows = await db.Lines(filter with { Can = null, Language = null })
            .GroupBy(f => new { f.Can, f.Speaks })
            .Select(g => new { g.Key.Can, g.Key.Speaks, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var (can, language) = Bits(filter);
        return new(
            rows.Where(r => (r.Can & can) == can && (r.Speaks & language) == language).Sum(r => r.Count),
            Enum.GetValues<Ability>().ToDictionary(a => a, a => rows.Where(r => (r.Can & SageFacet.Bit(a)) != 0 && (r.Speaks & language) == language).Sum(r => r.Count)),
            Enum.GetValues<Language>().ToDictionary(l => l, l => rows.Where(r => (r.Speaks & SageFacet.Bit(l)) != 0 && (r.Can & can) == can).Sum(r => r.Count)));
    }

    /// <summary>A page of the list: from the chosen place outwards, else in dictionary order; the deceased last.</summary>
    /// <param name="places">Of the same filter: says how many stand in each group, so that only the groups of this page are read.</param>
    public static async Task<Paged<SageGroup>> SagePageAsync(
        this PortalDb db, SageFilter filter, Neighbourhood? near, SagePlaces places, int page, CancellationToken cancellationToken)
    {
        var range = AreaRange.Of(filter.Area);
        var living = places.Living.Where(p => range.Holds(p.Key)).ToList();
        var sizes = living.GroupBy(p => near?.Of(AreaRange.Code(p.Key)) ?? Nearness.Here, p => p.Value).ToDictionary(g => g.Key, g => g.Sum());
        var deceased = places.Deceased.Where(p => range.Holds(p.Key)).Sum(p => p.Value);
        var total = sizes.Values.Sum() + deceased;
        var pages = Math.Max(1, (total + EntryLists.PageSize - 1) / EntryLists.PageSize);
        page = Math.Clamp(page, 1, pages);
        var (skip, take) = ((page - 1) * EntryLists.PageSize, EntryLists.PageSize);
        List<(string Title, List<Guid> Ids)> groups = [];
        var lines = db.Lines(filter);
        foreach (var nearness in Enum.GetValues<Nearness>().Where(sizes.ContainsKey))
        {
            var wanted = lines.Where(f => !f.IsDeceased);
            await ReadAsync(near is null ? "" : NearReading.Title(nearness, near.Code), near is null ? wanted : wanted.In(nearness, near), sizes[nearness]);
        }

        await ReadAsync(Remembered, lines.Where(f => f.IsDeceased), deceased);
        var ids = groups.SelectMany(g => g.Ids).ToList();
        var cards = (await db.PublicSages().Where(s => ids.Contains(s.Id)).CardsAsync(db, cancellationToken)).ToDictionary(c => c.Id);
        return new([.. groups.Select(g => new SageGroup(g.Title, [.. g.Ids.Select(cards.GetValueOrDefault).OfType<SageCard>()]))], page, pages, total);

        async Task ReadAsync(string title, IQueryable<SageFacet> group, int size)
        {
            if (skip < size && take > 0)
            {
                var found = await group.InOrder().Select(f => f.SageId).Skip(skip).Take(take).ToListAsync(cancellationToken);
                groups.Add((title, found));
                take -= found.Count;
            }

            skip = Math.Max(0, skip - size);
        }
    }

    /// <summary>The first few of a filter in dictionary order, the deceased last, and how many there are in all.</summary>
    /// <param name="withDeceased">Not where people are sought who can be asked; they count all the same.</param>
    public static async Task<(IReadOnlyList<SageCard> Sages, int Total)> FirstSagesAsync(
        this PortalDb db, SageFilter filter, int most, bool withDeceased, CancellationToken cancellationToken)
    {
        var lines = db.Lines(filter);
        var ids = await (withDeceased ? lines : lines.Where(f => !f.IsDeceased))
            .InOrder().Select(f => f.SageId).Take(most).ToListAsync(cancellationToken);
        var cards = await db.PublicSages().Where(s => ids.Contains(s.Id)).CardsAsync(db, cancellationToken);
        return ([.. cards.OrderBy(c => c.IsDeceased)], await lines.CountAsync(cancellationToken));
    }

    /// <summary>The nearest few who can be asked, within the province and the tambons around.</summary>
    internal static async Task<IReadOnlyList<SageCard>> NearestSagesAsync(this PortalDb db, Neighbourhood near, int most, CancellationToken cancellationToken)
    {
        List<Guid> ids = [];
        var lines = db.Lines(new SageFilter()).Where(f => !f.IsDeceased);
        foreach (var nearness in Enum.GetValues<Nearness>().Where(n => n != Nearness.Elsewhere && ids.Count < most))
        {
            ids.AddRange(await lines.In(nearness, near).InOrder().Select(f => f.SageId).Take(most - ids.Count).ToListAsync(cancellationToken));
        }

        return [.. (await db.SagesToAsk().Where(s => ids.Contains(s.Id)).CardsAsync(db, cancellationToken)).OrderBy(c => ids.IndexOf(c.Id))];
    }

    /// <summary>Ids of sages listed under a centre or as pupils of a sage.</summary>
    internal static IQueryable<Guid> ListedUnder(this PortalDb db, SageFacetKind kind, params IReadOnlyCollection<string> keys) =>
        db.SageFacets.Where(f => f.Kind == kind && keys.Contains(f.Value)).Select(f => f.SageId);

    private static IQueryable<SageFacet> Lines(this PortalDb db, SageFilter filter) => Narrowed(
        filter.Topic.Length > 0
            ? db.SageFacets.Where(f => f.Kind == SageFacetKind.Topic && f.Value == filter.Topic)
            : db.SageFacets.Where(f => f.Kind == SageFacetKind.Everybody && f.Value == ""),
        filter);

    private static IQueryable<SageFacet> Narrowed(IQueryable<SageFacet> lines, SageFilter filter)
    {
        var ((first, last), (can, language)) = (AreaRange.Of(filter.Area), Bits(filter));
        lines = filter.Area.Length > 0 ? lines.Where(f => f.Area >= first && f.Area <= last) : lines;
        lines = can > 0 ? lines.Where(f => (f.Can & can) == can) : lines;
        return language > 0 ? lines.Where(f => (f.Speaks & language) == language) : lines;
    }

    // The order of an index, also where none or only the deceased are left: a page is then its first lines, and nothing is sorted.
    private static IQueryable<SageFacet> InOrder(this IQueryable<SageFacet> lines) =>
        lines.OrderBy(f => f.IsDeceased).ThenBy(f => f.SortKey).ThenBy(f => f.SageId);

    // What Neighbourhood.Of says, as ranges.
    private static IQueryable<SageFacet> In(this IQueryable<SageFacet> lines, Nearness nearness, Neighbourhood near)
    {
        var (here, province) = (AreaRange.Of(near.Code), AreaRange.Of(near.Code[..2]));
        var district = near.Code.Length > 4 ? AreaRange.Of(near.Code[..4]) : here;
        var around = near.Around.Select(AreaRange.Number).ToList();
        if (nearness == Nearness.Here)
        {
            return lines.Where(f => f.Area >= here.First && f.Area <= here.Last);
        }

        lines = lines.Where(f => f.Area < here.First || f.Area > here.Last);
        lines = nearness == Nearness.Around || around.Count > 0 ? lines.Where(f => around.Contains(f.Area) == (nearness == Nearness.Around)) : lines;
        return nearness switch
        {
            Nearness.Around => lines,
            Nearness.District => lines.Where(f => f.Area >= district.First && f.Area <= district.Last),
            Nearness.Province => lines.Where(f => f.Area >= province.First && f.Area <= province.Last && (f.Area < district.First || f.Area > district.Last)),
            _ => lines.Where(f => f.Area < province.First || f.Area > province.Last),
        };
    }

    private static (int Can, int Language) Bits(SageFilter filter) =>
        (filter.Can is { } can ? SageFacet.Bit(can) : 0, filter.Language is { } language ? SageFacet.Bit(language) : 0);
}
