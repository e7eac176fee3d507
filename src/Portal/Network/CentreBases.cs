using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Network;

/// <summary>A centre's own learning bases as a list: put, put in order, reckoned for a group.</summary>
public static class CentreBases
{
    /// <summary>The list with the base in its place; one that is new goes to the end.</summary>
    public static IReadOnlyList<CentreBase> With(this IReadOnlyList<CentreBase> bases, CentreBase one) =>
        bases.Any(b => b.Number == one.Number) ? [.. bases.Select(b => b.Number == one.Number ? one : b)] : [.. bases, one];

    /// <summary>The bases of these numbers in their order; the others go.</summary>
    public static IReadOnlyList<CentreBase> InOrder(this IReadOnlyList<CentreBase> bases, IReadOnlyList<int> numbers) =>
        [.. numbers.Distinct().SelectMany(n => bases.Where(b => b.Number == n))];

    /// <summary>Materials for a group of another size than they are reckoned for.</summary>
    public static IReadOnlyList<BaseMaterial> MaterialsFor(this CentreBase one, int people) =>
        one.People is > 0 and var usual && people > 0
            ? [.. one.Materials.Select(m => m with { Amount = m.Amount is { } amount ? Math.Round(amount * people / usual, 2, MidpointRounding.AwayFromZero) : null })]
            : one.Materials;

    /// <summary>A number that no base of the centre ever had: it is part of an address.</summary>
    public static async Task<int> NextBaseAsync(this PortalDb db, Centre centre, CancellationToken cancellationToken)
    {
        var revisions = await db.RecordRevisions.AsNoTracking().Where(r => r.SubjectId == centre.Id).ToListAsync(cancellationToken);
        return revisions.Select(r => r.Read<CentreRecord>().Profile).Append(centre.Profile).Append(centre.Latest.Profile)
            .SelectMany(p => p.Bases).Select(b => b.Number).DefaultIfEmpty(0).Max() + 1;
    }
}
