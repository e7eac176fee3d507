using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Web.Site.Cards;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Site.Pages;

public sealed class TopicsPage(PortalDb db) : SitePage<TopicsView>
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => Show(
        new TopicsView(await db.TopicTreeAsync(cancellationToken), await db.BasesAsync(cancellationToken)),
        _ => new PageHead("หัวข้อความรู้", "หัวข้อความรู้โคก หนอง นา ตั้งแต่ดิน น้ำ ป่า ไปจนถึงการรวมกลุ่ม", "/topics", Section.Topics));
}

public sealed class TopicPage(PortalDb db) : SitePage<TopicView>
{
    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "page")] string? number, CancellationToken cancellationToken)
    {
        var view = await db.TopicAsync(slug, PageNumber.Parse(number), cancellationToken);
        if (view is null && await db.TopicMovedToAsync(slug, cancellationToken) is { } today)
        {
            return RedirectPermanent(new PathString(today).ToUriComponent());
        }

        return Show(
            view,
            v => new PageHead(v.Topic.Title, v.Topic.Summary, v.Topic.Url, Section.Topics) { Card = ShareCard.PathOf(v.Topic.Url), Data = new LinkedData(Root).Of(v) }
                .OnPage(v.Texts.Page));
    }
}

public sealed class BasePage(PortalDb db) : SitePage<BaseView>
{
    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "page")] string? number, CancellationToken cancellationToken) => Show(
        await db.BaseAsync(slug, PageNumber.Parse(number), cancellationToken),
        v => new PageHead(v.Title, v.Summary, v.Url, Section.Topics) { Card = ShareCard.PathOf(v.Url) }.OnPage(v.Lessons.Page));
}
