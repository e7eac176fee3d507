using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;

namespace KhokNongNa.Web.Studio;

/// <summary>Areas to choose from, a province at a time: the country has too many for one list.</summary>
/// <param name="Provinces">Provinces that the actor has the permission in; empty when there is nothing to choose between.</param>
/// <param name="Areas">The chosen province and its districts, as far as the actor has the permission there, each with its tambons.</param>
public sealed record AreaChoices(IReadOnlyList<Area> Provinces, IReadOnlyList<(Area Upper, IReadOnlyList<Area> Below)> Areas)
{
    /// <param name="area">What is chosen so far; its province is the one whose areas are offered.</param>
    public static async Task<AreaChoices> LoadAsync(PortalDb db, Actor actor, Permission permission, string area, CancellationToken cancellationToken)
    {
        var provinces = await db.ProvincesForAsync(actor, permission, cancellationToken);
        var chosen = provinces.FirstOrDefault(p => area.StartsWith(p.Code, StringComparison.Ordinal)) ?? provinces.FirstOrDefault();
        var areas = await db.AreasForAsync(actor, permission, chosen?.Code ?? area, cancellationToken);
        var tambons = areas.Where(a => a.Code.Length == 6).ToLookup(a => a.Code[..4]);
        var uppers = areas.Where(a => a.Code.Length <= 4).OrderBy(a => a.Code.Length).Select(a => (a, (IReadOnlyList<Area>)[.. tambons[a.Code]])).ToList();
        // Somebody of one tambon has no district to list it under.
        var alone = areas.Where(a => a.Code.Length == 6 && uppers.All(u => u.a.Code != a.Code[..4])).Select(a => (a, (IReadOnlyList<Area>)[]));
        return new(provinces.Count > 1 ? provinces : [], [.. uppers, .. alone]);
    }

    /// <summary>Takes the province that was chosen in place of an area of another one.</summary>
    /// <returns>Whether the area has to be chosen anew.</returns>
    public static bool Move(ref string area, string province)
    {
        if (province.Length != 2 || area.StartsWith(province, StringComparison.Ordinal))
        {
            return false;
        }

        area = province;
        return true;
    }
}

/// <summary>A field that chooses an area.</summary>
/// <param name="Whole">Words for the whole country, where it can be chosen; <c>null</c> → it cannot.</param>
public sealed record AreaField(string Label, string Hint, AreaChoices Choices, string Value, IEnumerable<string> Wrong, string? Whole = null);
