using System.Globalization;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Site.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace KhokNongNa.Web.Studio.Members;

/// <summary>Members of one's areas, filtered by the address; slips for those who are ticked.</summary>
public sealed class IndexModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public MemberFilter Filter { get; private set; } = new();

    public IReadOnlyList<(MemberRow Row, string Roles)> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + MemberQueries.PageSize - 1) / MemberQueries.PageSize);

    public async Task<IActionResult> OnGetAsync(
        string? q, string? role, string? show, [FromQuery(Name = "page")] string? number, CancellationToken cancellationToken)
    {
        if (!Actor.MaySomewhere(Permission.Enrol))
        {
            return NotFound();
        }

        Filter = new(
            q is { Length: > 200 } ? q[..200] : q ?? "",
            Enum.TryParse<Role>(role, out var wanted) && Enum.IsDefined(wanted) ? wanted : null,
            Unseen: show == "unseen",
            Closed: show == "closed",
            Page: PageNumber.Parse(number));
        (var rows, Total) = await db.FindMembersAsync(Actor, Filter, ThaiTime.Day(clock.GetUtcNow()), cancellationToken);
        Filter = Filter with { Page = Math.Min(Filter.Page, Pages) };
        var places = await db.PlacesAsync(rows.SelectMany(r => r.Roles).Select(r => r.Area), cancellationToken);
        Rows = [.. rows.Select(r => (r, string.Join(", ", r.Roles.Select(x => RoleWords.Say(x, places)))))];
        return Page();
    }

    public string PageUrl(int page) => QueryHelpers.AddQueryString("/studio/members", new Dictionary<string, string?>
    {
        ["q"] = Filter.Text,
        ["role"] = Filter.Role?.ToString(),
        ["show"] = Filter.Unseen ? "unseen" : Filter.Closed ? "closed" : "",
        ["page"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : "",
    }.Where(p => !string.IsNullOrEmpty(p.Value)));

    /// <summary>Where the member's PIN stands.</summary>
    public static string PinState(MemberRow row) => row.HasPin switch
    {
        true => "ตั้ง PIN แล้ว",
        false => "ยังไม่เคยใช้ใบ",
        null => "ยังไม่มีใบ",
    };
}
