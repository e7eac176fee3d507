using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Web.Caching;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Site.Cards;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Site.Pages;

/// <summary>All live texts of one type, newest first; from a chosen place outwards when one is given.</summary>
[TakesNear]
public abstract class TextsPage(PortalDb db, EntryType type, string title, string line, string url) : SitePage<TextsView>
{
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] string? number, string? near, CancellationToken cancellationToken)
    {
        var place = near is null ? null : await db.NeighbourhoodAsync(near, cancellationToken);
        if (near is not null && place is null)
        {
            return NotFound();
        }

        var texts = await db.LiveEntries().Where(e => e.Type == type).PageAsync(db, PageNumber.Parse(number), cancellationToken, place);
        return Show(
            new TextsView(title, line, url, texts, place is null ? null : await db.PlaceAsync(place, cancellationToken)),
            v => new PageHead(title, line, url, Section.Topics, IsIndexed: near is null).OnPage(v.Texts.Page));
    }
}

public sealed class LessonsPage(PortalDb db) : TextsPage(db, EntryType.Lesson, "บทเรียนทั้งหมด", "ทำตามได้ทีละขั้น บอกวัสดุ ต้นทุน และสิ่งที่เคยพลาด", "/lessons");

public sealed class ArticlesPage(PortalDb db) : TextsPage(db, EntryType.Article, "บทความทั้งหมด", "เรื่องเล่าและความรู้รอบโคก หนอง นา", "/articles");

/// <summary>One live text; a former address leads to today's.</summary>
public abstract class EntryPage(PortalDb db, KeptViews views, CurrentMember current, EntryType type) : SitePage<EntryView>
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var isMember = User.Identity?.IsAuthenticated == true;
        // What a member may read is nobody else's, so it is kept for nobody.
        var view = isMember
            ? await db.EntryAsync(type, slug, cancellationToken, current.Actor)
            : await views.ReadAsync($"{type}/{slug}", () => db.EntryAsync(type, slug, cancellationToken), cancellationToken);
        if (isMember)
        {
            Response.Headers.CacheControl = "no-store";
        }

        if (view is null && await db.MovedToAsync(type, slug, cancellationToken) is { } today)
        {
            return RedirectPermanent(new PathString(today).ToUriComponent());
        }

        if (view is null && await db.IsHiddenAsync(type, slug, cancellationToken))
        {
            return StatusCode(StatusCodes.Status410Gone);
        }

        return Show(
            view,
            v => new PageHead(v.Content.Title, v.Content.Summary, v.Url, type == EntryType.Page ? Section.None : Section.Topics)
            {
                Card = v.Content.Licence == Licence.Closed ? ShareCard.SitePath : ShareCard.PathOf(v.Url, v.Version),
                Kind = "article",
                Data = type == EntryType.Page ? null : new LinkedData(Root).Of(v),
            },
            v => [v.Id]);
    }
}

public sealed class LessonPage(PortalDb db, KeptViews views, CurrentMember current) : EntryPage(db, views, current, EntryType.Lesson);

public sealed class ArticlePage(PortalDb db, KeptViews views, CurrentMember current) : EntryPage(db, views, current, EntryType.Article);

public sealed class PagePage(PortalDb db, KeptViews views, CurrentMember current) : EntryPage(db, views, current, EntryType.Page);
