using System.Linq.Expressions;
using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Network;

/// <summary>How near something is to a chosen place, nearest first.</summary>
public enum Nearness
{
    /// <summary>In the chosen place itself.</summary>
    Here,

    /// <summary>In one of the tambons around it, also of another district or province. By centroids, so approximate.</summary>
    Around,

    District,

    Province,

    Elsewhere,
}

/// <summary>
/// A chosen place and what lies around it. Borders of areas are not to be had, so the tambons around one are the six whose
/// centroids lie nearest, up to 15 km away; a tambon without a centroid counts as lying in the middle of its district's others.
/// </summary>
/// <param name="Code">Of the chosen tambon, district or province.</param>
/// <param name="Around">Codes of tambons, nearest first; only a tambon has any.</param>
public sealed record Neighbourhood(string Code, IReadOnlyList<string> Around)
{
    /// <summary>Where an area stands; also one that is named less exactly than the chosen place: a text of the district is «in the district».</summary>
    public Nearness Of(string area) =>
        area.StartsWith(Code, StringComparison.Ordinal) ? Nearness.Here
        : Around.Contains(area) ? Nearness.Around
        : Code.Length > 4 && area.StartsWith(Code[..4], StringComparison.Ordinal) ? Nearness.District
        : area.StartsWith(Code[..2], StringComparison.Ordinal) ? Nearness.Province
        : Nearness.Elsewhere;

    /// <summary>The same as an order within a query.</summary>
    /// <param name="area">The row's area code.</param>
    public Expression<Func<T, int>> Rank<T>(Expression<Func<T, string>> area)
    {
        // Copies, for a query can hold lists and texts, but not this record. A district or a province has no «district» of its own.
        var (here, around, district, province) = (Code, Around.ToList(), Code.Length > 4 ? Code[..4] : Code, Code[..2]);
        Expression<Func<string, int>> rank = code =>
            code.StartsWith(here) ? (int)Nearness.Here
            : around.Contains(code) ? (int)Nearness.Around
            : code.StartsWith(district) ? (int)Nearness.District
            : code.StartsWith(province) ? (int)Nearness.Province
            : (int)Nearness.Elsewhere;
        return Expression.Lambda<Func<T, int>>(new Put(rank.Parameters[0], area.Body).Visit(rank.Body), area.Parameters);
    }

    private sealed class Put(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : base.VisitParameter(node);
    }
}

public static class NeighbourhoodQueries
{
    private const int Most = 6;

    private const double Kilometres = 15;

    private const double KilometresADegree = 111.2;

    // A district is no wider than this, in degrees: where one begins to look for tambons without a centroid.
    private const double Window = .6;

    /// <summary><c>null</c> when there is no such area.</summary>
    public static async Task<Neighbourhood?> NeighbourhoodAsync(this PortalDb db, string code, CancellationToken cancellationToken)
    {
        if (!Area.IsCode(code) || !await db.Areas.AnyAsync(a => a.Code == code, cancellationToken))
        {
            return null;
        }

        return new(code, code.Length == 6 ? await AroundAsync(db, code, cancellationToken) : []);
    }

    private static async Task<IReadOnlyList<string>> AroundAsync(PortalDb db, string code, CancellationToken cancellationToken)
    {
        var district = code[..4];
        var own = await PointsAsync(db.Areas.Where(a => a.Code.StartsWith(district)), cancellationToken);
        if (!own.TryGetValue(code, out var here))
        {
            return [];
        }

        var (south, north, west, east) = (here.Latitude - Window, here.Latitude + Window, here.Longitude - Window, here.Longitude + Window);
        var districts = await db.Areas
            .Where(a => a.Code.Length == 6 && a.Latitude > south && a.Latitude < north && a.Longitude > west && a.Longitude < east)
            .Select(a => a.Code.Substring(0, 4))
            .Distinct()
            .ToListAsync(cancellationToken);
        var near = await PointsAsync(db.Areas.Where(a => districts.Contains(a.Code.Substring(0, 4))), cancellationToken);
        return
        [
            .. near.Where(p => p.Key != code)
                .Select(p => (Code: p.Key, Distance: Distance(here, p.Value)))
                .Where(p => p.Distance <= Kilometres)
                .OrderBy(p => p.Distance)
                .ThenBy(p => p.Code, StringComparer.Ordinal)
                .Take(Most)
                .Select(p => p.Code),
        ];
    }

    /// <summary>Tambons with their points; those of a district without any centroid have none.</summary>
    private static async Task<Dictionary<string, (double Latitude, double Longitude)>> PointsAsync(IQueryable<Area> areas, CancellationToken cancellationToken)
    {
        var rows = await areas.Where(a => a.Code.Length == 6).Select(a => new { a.Code, a.Latitude, a.Longitude }).ToListAsync(cancellationToken);
        var middles = rows.Where(r => r.Latitude is not null && r.Longitude is not null)
            .GroupBy(r => r.Code[..4])
            .ToDictionary(g => g.Key, g => (g.Average(r => r.Latitude!.Value), g.Average(r => r.Longitude!.Value)));
        return rows
            .Where(r => middles.ContainsKey(r.Code[..4]))
            .ToDictionary(r => r.Code, r => r is { Latitude: { } latitude, Longitude: { } longitude } ? (latitude, longitude) : middles[r.Code[..4]]);
    }

    // Flat enough over some kilometres.
    private static double Distance((double Latitude, double Longitude) a, (double Latitude, double Longitude) b)
    {
        var north = (a.Latitude - b.Latitude) * KilometresADegree;
        var east = (a.Longitude - b.Longitude) * KilometresADegree * Math.Cos(a.Latitude * Math.PI / 180);
        return Math.Sqrt((north * north) + (east * east));
    }
}
