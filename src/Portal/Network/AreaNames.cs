using KhokNongNa.Portal.Data;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Network;

/// <summary>
/// Finds areas by names that people type. Only a name as it is written in the list, or one of its known other names, and only one such
/// within the area that is known already, is taken as found; whatever else is like it is suggested.
/// </summary>
public sealed class AreaNames
{
    private const double Least = .7;
    private const double BeginsSo = .85;
    private const double HoldsIt = .72;
    private const int Most = 8;

    // As many as the largest district has.
    private const int MostTambons = 30;

    private readonly List<Known> _areas;
    private readonly Places _places;
    private readonly ILookup<string, Known> _byKey;
    private readonly Dictionary<string, Known> _byCode;

    public AreaNames(IReadOnlyCollection<Area> areas)
    {
        _areas = [.. areas.Select(Known.Of)];
        _byCode = _areas.ToDictionary(a => a.Code);
        _places = new(areas.ToDictionary(a => a.Code));
        _byKey = _areas.SelectMany(a => a.Keys.Select(k => (Key: k, Area: a))).ToLookup(p => p.Key, p => p.Area);
    }

    /// <summary>Names of one province, and of the others what they are called.</summary>
    /// <param name="province">Official code of 2 digits; empty → the whole country.</param>
    public static async Task<AreaNames> LoadAsync(PortalDb db, string province, CancellationToken cancellationToken) =>
        new(await db.Areas.AsNoTracking().Where(a => a.Code.Length == 2 || a.Code.StartsWith(province)).OrderBy(a => a.Code).ToListAsync(cancellationToken));

    /// <summary>«ต.หนองโสน อ.นางรอง จ.บุรีรัมย์».</summary>
    public string Title(string code) => string.Join(' ', _places.Chain(code).Select(a => a.ShortName));

    /// <summary>The area of a typed name or code. Never throws.</summary>
    /// <param name="within">Official code of what it lies in; empty → the country.</param>
    /// <param name="digits">2 for a province, 4 for a district, 6 for a tambon.</param>
    public AreaAnswer Find(string typed, string within, int digits)
    {
        if (AreaText.Code(typed) is { Length: > 0 } code)
        {
            return !_byCode.ContainsKey(code) ? AreaAnswer.None
                : code.Length == digits && code.StartsWith(within, StringComparison.Ordinal) ? new(code, [])
                : new("", [Suggest(code)]);
        }

        var same = Exact(typed, within, digits);
        return same.Count == 1 ? new(same[0], [])
            : same.Count > 1 ? new("", [.. same.Select(Suggest)])
            : new("", Like(typed, within, digits));
    }

    /// <summary>Whatever lies in an area and is called like what was typed: a name, a code, or «ต.หนองโสน อ.นางรอง». For a person to choose from.</summary>
    /// <param name="only">Digits of what can be chosen; 6 → a typed district stands for its tambons. 0 → districts and tambons.</param>
    public IReadOnlyList<AreaSuggestion> Search(string typed, string within, int only = 0)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return [];
        }

        var (district, tambon, areNamed) = AreaText.Parts(typed);
        var found = district.Length > 0 && this.Resolve(within, district, tambon) is var both ? both.Code.Length > 0 ? [Suggest(both.Code)] : both.Suggestions : [];
        if (found.Count == 0)
        {
            int[] levels = areNamed && tambon.Length > 0 ? [6] : [4, 6];
            found =
            [
                .. levels.Select(level => Find(areNamed && tambon.Length > 0 ? tambon : typed, within, level))
                    .OrderByDescending(a => a.Code.Length > 0)
                    .SelectMany(a => a.Code.Length > 0 ? [Suggest(a.Code)] : a.Suggestions),
            ];
        }

        return only != 6 ? [.. found.DistinctBy(s => s.Code).Take(Most)]
            : [.. found.Where(s => s.Code.Length == 6).Concat(found.Where(s => s.Code.Length == 4).SelectMany(s => Tambons(s.Code))).DistinctBy(s => s.Code).Take(MostTambons)];
    }

    /// <summary>Codes of all areas of that very name.</summary>
    internal IReadOnlyList<string> Exact(string typed, string within, int digits)
    {
        // ต.ลาดใหญ่ before ตลาดใหญ่, of which the one without its dot is the other.
        var bare = Named(AreaText.Bare(typed), within, digits);
        return bare.Count > 0 ? bare : Named(typed, within, digits);
    }

    internal AreaSuggestion Suggest(string code) => new(code, Title(code));

    /// <summary>Tambons of a district, in dictionary order.</summary>
    internal IReadOnlyList<AreaSuggestion> Tambons(string district) =>
        [.. _areas.Where(a => Lies(a, district, 6)).OrderBy(a => a.SortKey, StringComparer.Ordinal).Select(a => Suggest(a.Code))];

    private List<string> Named(string name, string within, int digits) =>
        [.. _byKey[AreaText.Key(name)].Where(a => Lies(a, within, digits)).Select(a => a.Code).Distinct().Order(StringComparer.Ordinal)];

    private List<AreaSuggestion> Like(string typed, string within, int digits)
    {
        var bare = AreaText.Bare(typed);
        var (name, key) = (NamePart.Of(bare), AreaText.Key(bare));
        return key.Length < 2 ? [] :
        [
            .. _areas.Where(a => Lies(a, within, digits))
                .Select(a => (a.Code, Likeness: a.Likeness(name, key)))
                .Where(a => a.Likeness >= Least)
                .OrderByDescending(a => a.Likeness)
                .ThenBy(a => a.Code, StringComparer.Ordinal)
                .Take(Most)
                .Select(a => Suggest(a.Code)),
        ];
    }

    private static bool Lies(Known area, string within, int digits) => area.Code.Length == digits && area.Code.StartsWith(within, StringComparison.Ordinal);

    private sealed record Known(string Code, string SortKey, IReadOnlyList<string> Keys, IReadOnlyList<NamePart> Names)
    {
        internal static Known Of(Area area)
        {
            var name = area.NameTh;
            var bare = area.Code.Length == 4 && name.StartsWith("เขต", StringComparison.Ordinal) ? name["เขต".Length..] : name;
            string[] names = [name, bare, .. AreaAliases.ByCode.Value[area.Code], .. CapitalNames(area.Code, name)];
            return new(
                area.Code,
                area.SortKey,
                [.. names.Append(area.NameEn).Select(AreaText.Key).Where(k => k.Length > 0).Distinct()],
                [.. names.Distinct().Select(NamePart.Of)]);
        }

        internal double Likeness(NamePart name, string key) => Math.Max(
            Names.Max(n => n.Likeness(name)),
            Keys[0].StartsWith(key, StringComparison.Ordinal) ? BeginsSo : key.Length >= 3 && Keys[0].Contains(key, StringComparison.Ordinal) ? HoldsIt : 0);

        // อ.เมืองบุรีรัมย์ is อ.เมือง to everybody in the province.
        private static string[] CapitalNames(string code, string name) =>
            code.Length == 4 && code.EndsWith("01", StringComparison.Ordinal) && name.StartsWith("เมือง", StringComparison.Ordinal) ? ["เมือง", "เมืองฯ"] : [];
    }
}
