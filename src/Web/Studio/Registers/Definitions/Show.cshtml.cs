using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Registers.Definitions;

/// <summary>What one version of a form asks.</summary>
public sealed class ShowModel(PortalDb db, CurrentMember current) : StudioPage(current)
{
    public FormDefinition Form { get; private set; } = null!;

    public string Place { get; private set; } = "";

    /// <summary>Number of the version in force in the same area.</summary>
    public int Newest { get; private set; }

    public bool MayWrite => Actor.May(Permission.Administer, "");

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!(Actor.MaySomewhere(Permission.Register) || Actor.MaySomewhere(Permission.Check))
            || await db.FormDefinitions.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancellationToken) is not { } form)
        {
            return NotFound();
        }

        Form = form;
        Place = form.AreaCode.Length > 0 ? (await db.PlacesAsync([form.AreaCode], cancellationToken)).Name(form.AreaCode) : "ทั้งประเทศ";
        Newest = await db.NewestFormAsync(form.Kind, form.AreaCode, cancellationToken);
        return Page();
    }
}
