using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Registers.Centres;

/// <summary>The centres that a district chooses from, side by side, and what it needs.</summary>
public sealed class CandidatesModel(PortalDb db, CurrentMember current) : StudioPage(current)
{
    /// <summary>Districts in which the member sees plots or centres.</summary>
    public IReadOnlyList<Area> Districts { get; private set; } = [];

    public Area? District { get; private set; }

    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];

    public DistrictCentres Sum { get; private set; } = new(0, 0, 0);

    /// <summary>The checklist in force in the district.</summary>
    public FormDefinition? Checklist { get; private set; }

    /// <summary>Those of which the checklist in force says something, to stand side by side.</summary>
    public IReadOnlyList<Candidate> Compared => [.. Candidates.Where(c => c.Stage == CentreStage.Candidate && c.Form == Checklist?.Key)];

    public async Task<IActionResult> OnGetAsync(string? area, CancellationToken cancellationToken)
    {
        if (!(Actor.MaySomewhere(Permission.Register) || Actor.MaySomewhere(Permission.Check)))
        {
            return NotFound();
        }

        var codes = (await db.SumsAsync<Plot>(Actor, "", cancellationToken)).Concat(await db.SumsAsync<Centre>(Actor, "", cancellationToken)).Select(s => s.District).Distinct().ToList();
        var places = await db.PlacesAsync(codes, cancellationToken);
        Districts = [.. codes.SelectMany(c => places.Chain(c).Take(1)).OrderBy(d => d.SortKey, StringComparer.Ordinal)];
        District = Districts.FirstOrDefault(d => d.Code == area) ?? (Districts is [var first, ..] ? first : null);
        if (District is { } district)
        {
            Checklist = await db.FormForAsync(FormKind.Selection, district.Code, cancellationToken);
            (Candidates, Sum) = await db.CandidatesAsync(Actor, district.Code, cancellationToken);
        }

        return Page();
    }
}
