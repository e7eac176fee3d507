using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Site.Pages;

/// <summary>Choosing a place by links: the choice is in the next address, and nowhere else.</summary>
[FreshPage]
public sealed class NearPage(PortalDb db) : SitePage<NearPageView>
{
    /// <summary>Pages that show what is near.</summary>
    private static readonly string[] Backs = ["/", "/sages", "/centres", "/lessons", "/articles"];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "in")] string? within, string? back, CancellationToken cancellationToken) => Show(
        await db.NearChoicesAsync(within ?? "", cancellationToken) is { } choices ? new NearPageView(choices, Backs.Contains(back) ? back! : Backs[0]) : null,
        _ => new PageHead("เลือกที่ของท่าน", "ดูคน ศูนย์เรียนรู้ และบทเรียน เรียงจากใกล้บ้าน", "/near", Section.Home, IsIndexed: false));
}
