using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>What the lists of the form offer.</summary>
/// <param name="Sages">Key and name.</param>
public sealed record FormChoices(
    AreaChoices Areas,
    IReadOnlyList<TopicCard> Topics,
    IReadOnlyList<(string Key, string Name)> Sages,
    IReadOnlyList<(string Key, string Name)> Centres,
    IReadOnlyList<(string Key, string Name)> Bases)
{
    /// <param name="area">What is chosen so far; its province is the one whose areas are offered.</param>
    public static async Task<FormChoices> LoadAsync(PortalDb db, Actor actor, string area, CancellationToken cancellationToken)
    {
        // Who did not agree to be shown, and a place that was not chosen yet, are known by name only to who keeps the register.
        var (sageIds, ownSages) = (db.PublicSages().Select(s => s.Id), db.RecordsFor<Sage>(actor).Select(s => s.Id));
        var sages = db.Sages.Where(s => sageIds.Contains(s.Id) || ownSages.Contains(s.Id));
        var (centreIds, ownCentres) = (db.PublicCentres().Select(c => c.Id), db.RecordsFor<Centre>(actor).Select(c => c.Id));
        var centres = db.Centres.Where(c => centreIds.Contains(c.Id) || ownCentres.Contains(c.Id));
        return new(
            await AreaChoices.LoadAsync(db, actor, Permission.Write, area, cancellationToken),
            await db.TopicTreeAsync(cancellationToken),
            Pairs(await sages.OrderBy(s => s.SortKey).Select(s => new { s.Key, s.Name }).ToListAsync(cancellationToken), s => (s.Key, s.Name)),
            Pairs(await centres.OrderBy(c => c.SortKey).Select(c => new { c.Key, c.Name }).ToListAsync(cancellationToken), c => (c.Key, c.Name)),
            Pairs(await db.LearningBases.OrderBy(b => b.Order).Select(b => new { b.Key, b.Title }).ToListAsync(cancellationToken), b => (b.Key, b.Title)));
    }

    private static IReadOnlyList<(string, string)> Pairs<T>(List<T> rows, Func<T, (string, string)> pair) => [.. rows.Select(pair)];
}
