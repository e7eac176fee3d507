using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace KhokNongNa.Web.Site.Pages;

/// <summary>Choosing a place by links: the choice is in the next address, and nowhere else.</summary>
[FreshPage]
public sealed class NearPage(PortalDb db) : SitePage<NearPageView>
{
    /// <summary>Pages that show what is near.</summary>
    private static readonly string[] Backs = ["/", "/sages", "/centres", "/lessons", "/articles"];

    // As long as an address of a search with many filters.
    private const int LongestBack = 4_000;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "in")] string? within, string? back, CancellationToken cancellationToken) => Show(
        await db.NearChoicesAsync(within ?? "", cancellationToken) is { } choices ? new NearPageView(choices, Way(back ?? "")) : null,
        _ => new PageHead("เลือกที่ของท่าน", "ดูคน ศูนย์เรียนรู้ และบทเรียน เรียงจากใกล้บ้าน", "/near", Section.Home, IsIndexed: false));

    /// <summary>Lists that keep their choices on the way.</summary>
    private static readonly string[] Narrowed = ["/search", SageState.Path];

    /// <summary>Where the choice leads: nowhere but to pages that show what is near, a search or a directory with all that it asks for.</summary>
    private static string Way(string back)
    {
        var list = Array.Find(Narrowed, path => back.StartsWith(path + "?", StringComparison.Ordinal));
        return Backs.Contains(back) ? back
            : list is not null && back.Length <= LongestBack
                ? QueryHelpers.AddQueryString(list, QueryHelpers.ParseQuery(back[list.Length..]).Where(p => p.Key is not ("near" or "page")))
            : Backs[0];
    }
}
