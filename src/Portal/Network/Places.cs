using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Network;

/// <summary>Names of areas by code, with their parents.</summary>
public sealed class Places(IReadOnlyDictionary<string, Area> areas)
{
    /// <summary>«ต.หนองโสน อ.นางรอง» for a tambon, «อ.นางรอง จ.บุรีรัมย์» for a district, «จ.บุรีรัมย์» for a province; empty when unknown.</summary>
    public string Name(string code) => string.Join(' ', Chain(code).Take(2).Select(a => a.ShortName));

    /// <summary>The area and what it lies in, smallest first; a tambon's province is left out where the district says enough.</summary>
    public IEnumerable<Area> Chain(string code)
    {
        for (var length = code.Length; length >= 2; length -= 2)
        {
            if (areas.TryGetValue(code[..length], out var area))
            {
                yield return area;
            }
        }
    }
}

public static class AreaQueries
{
    /// <summary>Areas of one province in which the actor holds the permission, in dictionary order. A whole country has too many to choose from.</summary>
    public static Task<List<Area>> AreasForAsync(
        this PortalDb db, Actor actor, Permission permission, string province, CancellationToken cancellationToken)
    {
        var grants = actor.AreasFor(permission);
        return db.Areas.AsNoTracking()
            .Where(a => a.Code.StartsWith(province) && grants.Any(g => a.Code.StartsWith(g)))
            .OrderBy(a => a.SortKey)
            .ThenBy(a => a.Code)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Provinces in which the actor holds the permission, wholly or in a part, in dictionary order.</summary>
    public static Task<List<Area>> ProvincesForAsync(this PortalDb db, Actor actor, Permission permission, CancellationToken cancellationToken)
    {
        var provinces = actor.AreasFor(permission).Select(g => g.Length > 2 ? g[..2] : g).Distinct().ToList();
        return db.Areas.AsNoTracking()
            .Where(a => a.Code.Length == 2 && provinces.Any(p => a.Code.StartsWith(p)))
            .OrderBy(a => a.SortKey)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The areas that an area is divided into, in dictionary order.</summary>
    /// <param name="within">Official code; empty → provinces of the country.</param>
    public static Task<List<Area>> AreasWithinAsync(this PortalDb db, string within, CancellationToken cancellationToken) =>
        db.Areas.AsNoTracking()
            .Where(a => a.Code.StartsWith(within) && a.Code.Length == within.Length + 2)
            .OrderBy(a => a.SortKey)
            .ThenBy(a => a.Code)
            .ToListAsync(cancellationToken);

    public static async Task<Places> PlacesAsync(this PortalDb db, IEnumerable<string> codes, CancellationToken cancellationToken)
    {
        var wanted = codes.SelectMany(c => new[] { c, c.Length > 4 ? c[..4] : c, c.Length > 2 ? c[..2] : c }).Distinct().ToList();
        return new(await db.Areas.AsNoTracking().Where(a => wanted.Contains(a.Code)).ToDictionaryAsync(a => a.Code, cancellationToken));
    }
}
