using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reading;

/// <summary>A place that a reader chose.</summary>
/// <param name="Title">«ต.หนองโสน อ.นางรอง»</param>
public sealed record NearPlace(string Code, string Title);

/// <summary>People, centres and lessons around a chosen place.</summary>
/// <param name="Groups">From the place itself outwards; none that is empty.</param>
public sealed record NearView(NearPlace Place, IReadOnlyList<NearGroup> Groups);

/// <param name="Title">«ในตำบลนี้», «ตำบลใกล้เคียง (โดยประมาณ)» …</param>
public sealed record NearGroup(Nearness Nearness, string Title, IReadOnlyList<SageCard> Sages, IReadOnlyList<CentreCard> Centres, IReadOnlyList<EntryCard> Lessons);

/// <summary>Choosing a place, from the province down.</summary>
/// <param name="Within">What was chosen so far, widest first.</param>
/// <param name="Busy">Choices with something public in them; first, for they lead somewhere.</param>
/// <param name="Others">The other choices, in dictionary order.</param>
public sealed record NearChoiceView(IReadOnlyList<NearPlace> Within, IReadOnlyList<NearPlace> Busy, IReadOnlyList<NearPlace> Others);

public static class NearReading
{
    private const int Shown = 6;

    public static async Task<NearPlace> PlaceAsync(this PortalDb db, Neighbourhood near, CancellationToken cancellationToken) =>
        new(near.Code, (await db.PlacesAsync([near.Code], cancellationToken)).Name(near.Code));

    /// <summary>The nearest few of each kind, within the province.</summary>
    public static async Task<NearView> NearAsync(this PortalDb db, Neighbourhood near, CancellationToken cancellationToken)
    {
        var province = near.Code[..2];
        // Tambons around may lie across the border.
        var around = near.Around.ToList();
        var sages = (await db.NearestSagesAsync(near, Shown, cancellationToken)).ToLookup(s => near.Of(s.AreaCode));
        var centres = (await db.PublicCentres().Where(c => c.AreaCode.StartsWith(province) || around.Contains(c.AreaCode)).CardsAsync(db, cancellationToken))
            .OrderBy(c => near.Of(c.AreaCode)).Take(Shown).ToLookup(c => near.Of(c.AreaCode));
        var lessons = (await db.LiveEntries().Where(e => e.Type == EntryType.Lesson && (e.AreaCode.StartsWith(province) || around.Contains(e.AreaCode)))
            .NearestFirst(near).Take(Shown).CardsAsync(db, cancellationToken)).ToLookup(e => near.Of(e.AreaCode));
        return new(
            await db.PlaceAsync(near, cancellationToken),
            [
                .. Enum.GetValues<Nearness>()
                    .Select(n => new NearGroup(n, Title(n, near.Code), [.. sages[n]], [.. centres[n]], [.. lessons[n]]))
                    .Where(g => g.Sages.Count + g.Centres.Count + g.Lessons.Count > 0),
            ]);
    }

    /// <summary>Areas to choose among; <c>null</c> when what was chosen so far is no province or district.</summary>
    /// <param name="within">Empty → provinces.</param>
    public static async Task<NearChoiceView?> NearChoicesAsync(this PortalDb db, string within, CancellationToken cancellationToken)
    {
        var places = await db.PlacesAsync([within], cancellationToken);
        if (within.Length > 0 && (within.Length == 6 || places.Chain(within).FirstOrDefault()?.Code != within))
        {
            return null;
        }

        var length = within.Length + 2;
        var areas = await db.Areas.AsNoTracking().Where(a => a.Code.Length == length && a.Code.StartsWith(within)).OrderBy(a => a.SortKey).ToListAsync(cancellationToken);
        var range = AreaRange.Of(within);
        var used = await db.PublicCentres().Select(c => c.AreaCode)
            .Union(db.LiveTexts().Select(e => e.AreaCode))
            .Where(c => c.Length >= length && c.StartsWith(within))
            .Select(c => c.Substring(0, length))
            .ToListAsync(cancellationToken);
        used.AddRange((await db.SageFacets
            .Where(f => f.Kind == SageFacetKind.Everybody && f.Area >= range.First && f.Area <= range.Last)
            .Select(f => f.Area)
            .Distinct()
            .ToListAsync(cancellationToken)).Select(a => AreaRange.Code(a)[..length]));
        var choices = areas.ToLookup(a => used.Contains(a.Code), a => new NearPlace(a.Code, a.ShortName));
        return new([.. places.Chain(within).Reverse().Select(a => new NearPlace(a.Code, a.ShortName))], [.. choices[true]], [.. choices[false]]);
    }

    internal static string Title(Nearness nearness, string code) => nearness switch
    {
        Nearness.Here => code.Length switch { 2 => "ในจังหวัดนี้", 4 => "ในอำเภอนี้", _ => "ในตำบลนี้" },
        Nearness.Around => "ตำบลใกล้เคียง (โดยประมาณ)",
        Nearness.District => "ในอำเภอเดียวกัน",
        Nearness.Province => "ในจังหวัดเดียวกัน",
        _ => "ที่อื่น",
    };
}
