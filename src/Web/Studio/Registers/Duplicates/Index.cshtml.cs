using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Registers.Duplicates;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Site.Pages;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Registers.Duplicates;

/// <summary>Pairs of sages who may be one person, of whom the member checks both; says «two people» on the spot.</summary>
public sealed class DuplicatesModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    private const string Address = "/studio/sages/duplicates";

    public IReadOnlyList<DuplicatePair> Pairs { get; private set; } = [];

    public int Total { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Total + DuplicatePairs.PageSize - 1) / DuplicatePairs.PageSize);

    public bool MayMerge => Actor.MaySomewhere(Permission.Certify);

    public bool IsDistrict => !Actor.AreasFor(Permission.Check).Any(a => a.Length <= 2);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] string? number, CancellationToken cancellationToken)
    {
        if (!Actor.MaySomewhere(Permission.Check))
        {
            return NotFound();
        }

        Number = PageNumber.Parse(number);
        (Pairs, Total) = await db.DuplicatesAsync(Actor, Number, cancellationToken);
        Number = Math.Min(Number, Pages);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid one, Guid other, CancellationToken cancellationToken)
    {
        if (!await db.TellApartAsync(one, [other], Actor, clock.GetUtcNow(), cancellationToken))
        {
            return NotFound();
        }

        Say("จำไว้แล้วว่าเป็นคนละคน จะไม่ถามคู่นี้อีก");
        return Redirect(Address);
    }

    public string PageUrl(int page) => page > 1 ? $"{Address}?page={page.ToString(CultureInfo.InvariantCulture)}" : Address;
}
