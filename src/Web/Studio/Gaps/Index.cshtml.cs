using System.Globalization;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Searching.Gaps;
using KhokNongNa.Thai;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Site.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace KhokNongNa.Web.Studio.Gaps;

/// <summary>What people look for and do not find, by month and district, for those who decide what is written next.</summary>
public sealed class GapsModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public GapFilter Filter { get; private set; } = new(default);

    public GapPage Found { get; private set; } = new([], 0, 0);

    public IReadOnlyList<DateOnly> Months { get; private set; } = [];

    public IReadOnlyList<Area> Districts { get; private set; } = [];

    public int Pages => Math.Max(1, (Found.Total + GapQueries.PageSize - 1) / GapQueries.PageSize);

    public async Task<IActionResult> OnGetAsync(
        string? month, string? district, string? list, [FromQuery(Name = "page")] string? number, CancellationToken cancellationToken)
    {
        if (!Actor.MaySomewhere(Permission.SeeReports))
        {
            return NotFound();
        }

        var today = ThaiTime.Day(clock.GetUtcNow());
        var thisMonth = new DateOnly(today.Year, today.Month, 1);
        (var months, Districts) = await db.GapChoicesAsync(Actor, cancellationToken);
        Months = [.. months.Append(thisMonth).Distinct().OrderDescending()];
        Filter = new(
            DateOnly.TryParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var chosen) ? chosen : thisMonth,
            district == GapQueries.NoDistrict || Districts.Any(d => d.Code == district) ? district! : "",
            Enum.TryParse<GapList>(list, ignoreCase: true, out var wanted) && Enum.IsDefined(wanted) ? wanted : GapList.Nothing,
            PageNumber.Parse(number));
        Found = await db.GapsAsync(Actor, Filter, cancellationToken);
        Filter = Filter with { Page = Math.Min(Filter.Page, Pages) };
        return Page();
    }

    /// <summary>«พ.ย. 2569»</summary>
    public static string Name(DateOnly month) => $"{BuddhistDate.ShortMonthName(month.Month)} {(month.Year + 543).ToString(CultureInfo.InvariantCulture)}";

    public static string Name(GapList list) => list switch
    {
        GapList.Nothing => "ไม่มีคำตอบ",
        GapList.Few => $"มีไม่เกิน {GapQueries.FewAnswers} เรื่อง",
        _ => "ค้นบ่อยที่สุด",
    };

    public static string Value(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static string Value(GapList list) => list.ToString().ToLowerInvariant();

    public string ListUrl(GapList list, int page = 1) => QueryHelpers.AddQueryString("/studio/gaps", new Dictionary<string, string?>
    {
        ["month"] = Value(Filter.Month),
        ["district"] = Filter.District,
        ["list"] = Value(list),
        ["page"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : "",
    }.Where(p => !string.IsNullOrEmpty(p.Value)));

    public string SearchUrl(GapRow row) => QueryHelpers.AddQueryString("/search", new Dictionary<string, string?>
    {
        ["q"] = row.Query,
        ["district"] = Filter.District == GapQueries.NoDistrict ? "" : Filter.District,
    }.Where(p => !string.IsNullOrEmpty(p.Value)));

    public static string WriteUrl(GapRow row) => QueryHelpers.AddQueryString("/studio/entries/new", new Dictionary<string, string?> { ["type"] = "lesson", ["title"] = row.Query });
}
