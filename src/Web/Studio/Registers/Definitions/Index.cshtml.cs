using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Registers.Definitions;

/// <summary>Every version of every form, for who fills them in.</summary>
public sealed class IndexModel(PortalDb db, CurrentMember current) : StudioPage(current)
{
    public IReadOnlyList<(FormDefinition Form, string Place, bool IsNewest)> Forms { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!(Actor.MaySomewhere(Permission.Register) || Actor.MaySomewhere(Permission.Check)))
        {
            return NotFound();
        }

        var forms = await db.FormDefinitions.AsNoTracking().OrderBy(f => f.Kind).ThenBy(f => f.AreaCode).ThenByDescending(f => f.Number).ToListAsync(cancellationToken);
        var places = await db.PlacesAsync(forms.Select(f => f.AreaCode), cancellationToken);
        var newest = forms.GroupBy(f => (f.Kind, f.AreaCode)).ToDictionary(g => g.Key, g => g.Max(f => f.Number));
        Forms = [.. forms.Select(f => (f, f.AreaCode.Length > 0 ? places.Name(f.AreaCode) : "ทั้งประเทศ", newest[(f.Kind, f.AreaCode)] == f.Number))];
        return Page();
    }
}
