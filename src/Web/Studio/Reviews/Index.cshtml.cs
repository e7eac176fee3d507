using System.Globalization;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Site.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace KhokNongNa.Web.Studio.Reviews;

/// <summary>Texts that wait for a review in one's areas, filtered by the address.</summary>
public sealed class IndexModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public static IReadOnlyList<int> Ages { get; } = [3, 7, 14, 30];

    public ReviewFilter Filter { get; private set; } = new();

    /// <summary>Key of the chosen topic; empty → all.</summary>
    public string Topic { get; private set; } = "";

    public IReadOnlyList<TopicCard> Topics { get; private set; } = [];

    public IReadOnlyList<(string Code, string Name)> Areas { get; private set; } = [];

    public ReviewPanel Panel { get; private set; } = null!;

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + ReviewQueries.PageSize - 1) / ReviewQueries.PageSize);

    public async Task<IActionResult> OnGetAsync(
        string? area, string? topic, string? days, string? mine, string? late, [FromQuery(Name = "page")] string? number, CancellationToken cancellationToken)
    {
        if (!Actor.MaySomewhere(Permission.Review))
        {
            return NotFound();
        }

        var now = clock.GetUtcNow();
        Topics = await db.TopicTreeAsync(cancellationToken);
        var chosen = Topics.FirstOrDefault(t => t.Key == topic);
        Topic = chosen is not null || Topics.Any(t => t.Children.Any(c => c.Key == topic)) ? topic! : "";
        Filter = new(
            area is not null && Area.IsCode(area) ? area : "",
            int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && Ages.Contains(age) ? age : 0,
            Topic.Length == 0 ? null : [Topic, .. chosen?.Children.Select(c => c.Key) ?? []],
            mine == "true",
            late == "true",
            PageNumber.Parse(number));
        (var rows, Total) = await db.FindReviewsAsync(Actor, Filter, now, cancellationToken);
        Filter = Filter with { Page = Math.Min(Filter.Page, Pages) };
        Areas = await db.ReviewAreasAsync(Actor, cancellationToken);
        Panel = new("คิวตรวจ", rows, ThaiTime.Day(now));
        return Page();
    }

    public string PageUrl(int page) => QueryHelpers.AddQueryString("/studio/reviews", new Dictionary<string, string?>
    {
        ["area"] = Filter.Area,
        ["topic"] = Topic,
        ["days"] = Filter.Days > 0 ? Filter.Days.ToString(CultureInfo.InvariantCulture) : "",
        ["mine"] = Filter.Mine ? "true" : "",
        ["late"] = Filter.Late ? "true" : "",
        ["page"] = page.ToString(CultureInfo.InvariantCulture),
    }.Where(p => !string.IsNullOrEmpty(p.Value)));
}
