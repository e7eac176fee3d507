using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Sites;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Site.Cards;

/// <summary>What the picture says that goes along when a page is shared.</summary>
/// <param name="Tone">Token of the colour: places, knowledge or people.</param>
/// <param name="Kind">«บทเรียน», «ครูพาทำ» …</param>
/// <param name="ShowsPerson">Names somebody: may be shown only while the consent stands.</param>
public sealed record ShareCard(string Tone, string Kind, string Title, string Line, bool ShowsPerson = false)
{
    public const int Width = 1200;

    public const int Height = 630;

    /// <summary>The card of pages without their own.</summary>
    public const string SitePath = "/cards/site.png";

    public static ShareCard OfSite(SiteText site) => new("nong", "คลังความรู้ชุมชน", site.Name, site.Line);

    /// <summary>Path of the card of a page with a path of two parts, such as <c>/lessons/ห่มดิน</c>.</summary>
    public static string PathOf(string url, int? version = null) => $"/cards{url}.png{(version is { } v ? $"?v={v}" : "")}";

    /// <summary>By the same queries as the page: what has no page has no card.</summary>
    public static async Task<ShareCard?> FindAsync(PortalDb db, string kind, string name, CancellationToken cancellationToken) => kind switch
    {
        "lessons" => await EntryAsync(db, EntryType.Lesson, name, cancellationToken),
        "articles" => await EntryAsync(db, EntryType.Article, name, cancellationToken),
        "pages" => await EntryAsync(db, EntryType.Page, name, cancellationToken),
        "topics" => await db.Topics.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == name, cancellationToken) is { } topic
            ? new("nong", "หัวข้อความรู้", topic.Title, topic.Summary)
            : null,
        "bases" => await db.LearningBases.AsNoTracking().SingleOrDefaultAsync(b => b.Slug == name, cancellationToken) is { } learningBase
            ? new("khok", "ฐานเรียนรู้", learningBase.Title, learningBase.Summary)
            : null,
        "centres" => await db.PublicCentres().SingleOrDefaultAsync(c => c.Slug == name, cancellationToken) is { } centre
            ? new("khok", Label("ศูนย์เรียนรู้", centre.Profile.Synthetic), centre.Name, (await db.PlacesAsync([centre.AreaCode], cancellationToken)).Name(centre.AreaCode))
            : null,
        "sages" => await db.PublicSages().SingleOrDefaultAsync(s => s.Code == name, cancellationToken) is { } sage
            ? new("na", Label(sage.Profile.Kind.Name(), sage.Profile.Synthetic), sage.Name, sage.Profile.Summary, ShowsPerson: true)
            : null,
        _ => null,
    };

    private static async Task<ShareCard?> EntryAsync(PortalDb db, EntryType type, string slug, CancellationToken cancellationToken) =>
        await db.LiveEntries().Where(e => e.Type == type && e.Slug == slug).Select(e => new { e.LiveTitle, e.LiveSummary }).SingleOrDefaultAsync(cancellationToken) is { } text
            ? new("nong", type.Name(), text.LiveTitle, text.LiveSummary)
            : null;

    private static string Label(string kind, bool isSynthetic) => isSynthetic ? $"{kind} · ข้อมูลสมมติ" : kind;
}
