using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Site.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>What was thrown away and can still be taken out.</summary>
public sealed class TrashModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public IReadOnlyList<(Entry Entry, string By, int DaysLeft)> Rows { get; private set; } = [];

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public async Task OnGetAsync([FromQuery(Name = "page")] string? number, CancellationToken cancellationToken)
    {
        var trash = db.TrashFor(Actor).AsNoTracking();
        Pages = Math.Max(1, (await trash.CountAsync(cancellationToken) + EntryQueries.PageSize - 1) / EntryQueries.PageSize);
        Number = Math.Min(PageNumber.Parse(number), Pages);
        var rows = await trash.OrderByDescending(e => e.TrashedAt).ThenBy(e => e.Id).Skip((Number - 1) * EntryQueries.PageSize).Take(EntryQueries.PageSize).ToListAsync(cancellationToken);
        var names = await db.MemberNamesAsync([.. rows.Select(e => e.TrashedById).OfType<Guid>()], cancellationToken);
        var now = clock.GetUtcNow();
        Rows = [.. rows.Select(e => (e, EntryQueries.Name(e.TrashedById!.Value, names.GetValueOrDefault(e.TrashedById.Value)), Math.Max(0, (int)Math.Ceiling((e.TrashedAt!.Value.AddDays(Trash.Days) - now).TotalDays))))];
    }
}
