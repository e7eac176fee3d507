using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Site.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace KhokNongNa.Web.Studio.Registers;

/// <summary>Records of a register in one's areas, filtered by the address, with how complete and how far checked each district is.</summary>
public sealed class IndexModel(PortalDb db, CurrentMember current, TimeProvider clock) : RegisterPage(db, current, clock)
{
    public RecordFilter Filter { get; private set; } = new();

    public IReadOnlyList<RecordRow> Rows { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>Districts of the actor with their sums; the field that is missing most often beside them.</summary>
    public IReadOnlyList<(Area District, RegisterSum Sum)> Districts { get; private set; } = [];

    /// <summary>Fields that a record may lack, for the filter.</summary>
    public IReadOnlyList<FormField> Fields { get; private set; } = [];

    public int Pages => Math.Max(1, (Total + RecordLists.PageSize - 1) / RecordLists.PageSize);

    public bool MayEnter => Actor.MaySomewhere(Permission.Register);

    public bool MayCompare => Desk == RegisterDesks.Sages && Actor.MaySomewhere(Permission.Check);

    /// <summary>Whether the working sheet is open to the actor.</summary>
    public bool MayTakeOut => Actor.MaySomewhere(Permission.Check);

    public bool MayPassOn => Actor.MaySomewhere(Permission.SeeReports) || Actor.MaySomewhere(Permission.Certify);

    /// <summary>Own drafts that wait to be sent.</summary>
    public int Drafts { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (sent, left) = await Desk.SubmitAllAsync(Db, Actor, Now, cancellationToken);
        Say((sent, left) switch
        {
            (0, 0) => "ไม่มีร่างที่รอส่ง",
            (_, 0) => $"ส่งให้คนที่สองตรวจแล้ว {sent} รายการ",
            _ => $"ส่งแล้ว {sent} รายการ อีก {left} รายการยังส่งไม่ได้ เพราะขาดช่องที่ต้องกรอก หรืออำเภอส่งรอบไปแล้ว",
        });
        return Redirect(Desk.Url);
    }

    public async Task OnGetAsync(string? q, string? area, string? state, string? missing, [FromQuery(Name = "page")] string? number, CancellationToken cancellationToken)
    {
        Filter = new(
            q is { Length: > 200 } ? q[..200] : q ?? "",
            area is not null && Area.IsCode(area) ? area : "",
            Enum.TryParse<CheckState>(state, out var wanted) && Enum.IsDefined(wanted) ? wanted : null,
            missing is { Length: <= 40 } and not "any" ? missing : "",
            Incomplete: missing == "any",
            PageNumber.Parse(number));
        Drafts = await Desk.OwnDraftsAsync(Db, Actor, cancellationToken);
        (Rows, Total) = await Desk.ListAsync(Db, Actor, Filter, cancellationToken);
        Filter = Filter with { Page = Math.Min(Filter.Page, Pages) };
        var sums = await Desk.SumsAsync(Db, Actor, "", cancellationToken);
        var places = await Db.PlacesAsync(sums.Select(s => s.District), cancellationToken);
        Districts = [.. sums.SelectMany(s => places.Chain(s.District).Take(1), (s, district) => (district, s.Sum)).OrderBy(d => d.district.SortKey, StringComparer.Ordinal)];
        Fields = (await Db.FormForAsync(Desk.Kind, Districts.Count > 0 ? Districts[0].District.Code : "", cancellationToken))?.Fields.Where(f => f.Weight > 0).ToList() ?? [];
    }

    public string PageUrl(int page) => QueryHelpers.AddQueryString(Desk.Url, Query().Append(new("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : "")).Where(p => !string.IsNullOrEmpty(p.Value)));

    private Dictionary<string, string?> Query() => new()
    {
        ["q"] = Filter.Text,
        ["area"] = Filter.Area,
        ["state"] = Filter.State?.ToString(),
        ["missing"] = Filter.Incomplete ? "any" : Filter.Missing,
    };
}
