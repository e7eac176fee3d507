using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio;

/// <summary>A field that chooses a tambon by its district, or by its typed name. Without script the button «แสดงตำบล» sends the form and brings it back.</summary>
/// <param name="Name">Of the <see cref="TambonInput"/> within the form: <c>Form.Area</c>.</param>
/// <param name="Provinces">To choose between; empty for who works in one.</param>
/// <param name="Suggestions">What the typed name may stand for.</param>
/// <param name="Wrong">What to say beside the field.</param>
public sealed record TambonField(
    string Name, string Label, string Hint, Permission Permission, TambonInput Input, IReadOnlyList<Area> Provinces, IReadOnlyList<Area> Districts, IReadOnlyList<Area> Tambons,
    IReadOnlyList<AreaSuggestion> Suggestions, IEnumerable<string> Wrong)
{
    /// <summary>As an id in the page.</summary>
    public string Id => Name.Replace("Form.", "", StringComparison.Ordinal).Replace('.', '_');

    /// <summary>What there is to choose from where the actor has the permission.</summary>
    public static async Task<TambonField> LoadAsync(
        PortalDb db, Actor actor, Permission permission, string name, string label, string hint, TambonInput input, IEnumerable<string> wrong, CancellationToken cancellationToken)
    {
        var provinces = await db.ProvincesForAsync(actor, permission, cancellationToken);
        var province = provinces.FirstOrDefault(p => p.Code == input.Province)
            ?? provinces.FirstOrDefault(p => input.District.StartsWith(p.Code, StringComparison.Ordinal))
            ?? provinces.FirstOrDefault(p => p.Code == Portal.Knowledge.Exchange.ContentImporter.HomeArea)
            ?? provinces.FirstOrDefault();
        if (province is null)
        {
            return new(name, label, hint, permission, input, [], [], [], [], wrong);
        }

        // A tambon's own officer has a district to find it in, but not the rest of that.
        var tambons = (await db.AreasForAsync(actor, permission, province.Code, cancellationToken)).Where(a => a.Code.Length == 6).ToList();
        var codes = tambons.Select(t => t.Code[..4]).Distinct().ToList();
        var districts = await db.Areas.AsNoTracking().Where(a => codes.Contains(a.Code)).OrderBy(a => a.SortKey).ThenBy(a => a.Code).ToListAsync(cancellationToken);
        var district = districts.Count == 1 ? districts[0].Code : input.District;
        return new(
            name, label, hint, permission, input,
            provinces.Count > 1 ? provinces : [],
            districts,
            [.. tambons.Where(t => district.Length == 4 && t.Code.StartsWith(district, StringComparison.Ordinal))],
            await SuggestAsync(db, actor, permission, province.Code, input.Typed, cancellationToken),
            wrong);
    }

    private static async Task<IReadOnlyList<AreaSuggestion>> SuggestAsync(
        PortalDb db, Actor actor, Permission permission, string province, string typed, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return [];
        }

        var names = await AreaNames.LoadAsync(db, province, cancellationToken);
        return [.. names.Search(typed, province, 6).Where(s => actor.May(permission, s.Code))];
    }
}
