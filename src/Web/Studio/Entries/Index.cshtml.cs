using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Site.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>All texts of one's areas, filtered by the address.</summary>
public sealed class IndexModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public EntryFilter Filter { get; private set; } = new();

    public IReadOnlyList<EntryRow> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public bool WritesPages => Actor.MaySomewhere(Portal.Identity.Permission.Write);

    public int Pages => Math.Max(1, (Total + EntryQueries.PageSize - 1) / EntryQueries.PageSize);

    public async Task OnGetAsync(string? q, string? state, string? type, bool mine, bool stale, [FromQuery(Name = "page")] string? number, CancellationToken cancellationToken)
    {
        Filter = new(
            Enum.TryParse<EntryState>(state, out var wanted) && Enum.IsDefined(wanted) ? wanted : null,
            EntryTypes.Parse(type),
            q is { Length: > 200 } ? q[..200] : q ?? "",
            PageNumber.Parse(number),
            stale ? clock.GetUtcNow() : null,
            mine ? MemberId : null);
        (Rows, Total) = await db.FindAsync(Actor, Filter, cancellationToken);
        Filter = Filter with { Page = Math.Min(Filter.Page, Pages) };
    }

    public string PageUrl(int page) => QueryHelpers.AddQueryString("/studio/entries", new Dictionary<string, string?>
    {
        ["q"] = Filter.Text,
        ["state"] = Filter.State?.ToString(),
        ["type"] = Filter.Type?.Code(),
        ["mine"] = Filter.WrittenBy is null ? null : "true",
        ["stale"] = Filter.StaleAt is null ? null : "true",
        ["page"] = page.ToString(CultureInfo.InvariantCulture),
    }.Where(p => !string.IsNullOrEmpty(p.Value)));
}
