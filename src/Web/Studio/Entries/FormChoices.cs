using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Reading;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>What the lists of the form offer.</summary>
/// <param name="Provinces">Provinces that the actor may write in; empty when there is nothing to choose between.</param>
/// <param name="Areas">The chosen province and its districts, as far as the actor may write there, each with its tambons.</param>
/// <param name="Sages">Key and name.</param>
public sealed record FormChoices(
    IReadOnlyList<Area> Provinces,
    IReadOnlyList<(Area Upper, IReadOnlyList<Area> Below)> Areas,
    IReadOnlyList<TopicCard> Topics,
    IReadOnlyList<(string Key, string Name)> Sages,
    IReadOnlyList<(string Key, string Name)> Centres,
    IReadOnlyList<(string Key, string Name)> Bases)
{
    /// <param name="area">What is chosen so far; its province is the one whose areas are offered.</param>
    public static async Task<FormChoices> LoadAsync(PortalDb db, Actor actor, string area, CancellationToken cancellationToken)
    {
        var provinces = await db.ProvincesForAsync(actor, Permission.Write, cancellationToken);
        var chosen = provinces.FirstOrDefault(p => area.StartsWith(p.Code, StringComparison.Ordinal)) ?? provinces.FirstOrDefault();
        var areas = await db.AreasForAsync(actor, Permission.Write, chosen?.Code ?? area, cancellationToken);
        var tambons = areas.Where(a => a.Code.Length == 6).ToLookup(a => a.Code[..4]);
        return new(
            provinces.Count > 1 ? provinces : [],
            [.. areas.Where(a => a.Code.Length <= 4).OrderBy(a => a.Code.Length).Select(a => (a, (IReadOnlyList<Area>)[.. tambons[a.Code]]))],
            await db.TopicTreeAsync(cancellationToken),
            Pairs(await db.Sages.OrderBy(s => s.SortKey).Select(s => new { s.Key, s.Name }).ToListAsync(cancellationToken), s => (s.Key, s.Name)),
            Pairs(await db.Centres.OrderBy(c => c.SortKey).Select(c => new { c.Key, c.Name }).ToListAsync(cancellationToken), c => (c.Key, c.Name)),
            Pairs(await db.LearningBases.OrderBy(b => b.Order).Select(b => new { b.Key, b.Title }).ToListAsync(cancellationToken), b => (b.Key, b.Title)));
    }

    private static IReadOnlyList<(string, string)> Pairs<T>(List<T> rows, Func<T, (string, string)> pair) => [.. rows.Select(pair)];
}
