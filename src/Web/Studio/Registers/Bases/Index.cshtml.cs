using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Registers.Bases;

/// <summary>The shared list of learning bases, for who runs the portal.</summary>
public sealed class IndexModel(PortalDb db, CurrentMember current) : StudioPage(current)
{
    /// <summary>In their order, with how many centres have one of the kind.</summary>
    public IReadOnlyList<(LearningBase Base, int Centres)> Bases { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Actor.May(Permission.Administer, ""))
        {
            return NotFound();
        }

        var used = (await db.Centres.AsNoTracking().Select(c => c.BaseKeys).ToListAsync(cancellationToken)).SelectMany(k => k).CountBy(k => k).ToDictionary();
        Bases = [.. (await db.LearningBases.AsNoTracking().OrderBy(b => b.Order).ThenBy(b => b.SortKey).ToListAsync(cancellationToken)).Select(b => (b, used.GetValueOrDefault(b.Key)))];
        return Page();
    }
}
