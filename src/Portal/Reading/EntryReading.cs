using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reading;

/// <summary>A lesson, article or page as readers see it.</summary>
/// <param name="Html">The body, safe to write out.</param>
/// <param name="Content">What the live revision says.</param>
/// <param name="Version">Number of the live revision.</param>
/// <param name="More">Other texts of the main topic.</param>
public sealed record EntryView(
    Guid Id,
    EntryType Type,
    string Url,
    EntryContent Content,
    string Html,
    IReadOnlyList<Link> Topics,
    IReadOnlyList<Link> Bases,
    IReadOnlyList<SageCredit> Sages,
    IReadOnlyList<CentreCard> Centres,
    string Place,
    DateTimeOffset PublishedAt,
    DateTimeOffset UpdatedAt,
    int Version,
    IReadOnlyList<EntryCard> More)
{
    /// <summary>Who wrote it down for the sage: a name where that member agrees to be shown; <c>null</c> → nobody else did.</summary>
    public string? Recorder { get; init; }

    /// <summary>Whether only title and summary are shown, for the rest is for members.</summary>
    public bool IsWithheld { get; init; }

    internal IReadOnlyDictionary<Guid, PictureView> Pictures { get; init; } = new Dictionary<Guid, PictureView>();

    /// <summary>A step's picture; <c>null</c> when it has none, or one that may not be shown now.</summary>
    public PictureView? PictureOf(Step step) =>
        step.Image.Length == 0 ? null
        : !PictureName.Is(step.Image) ? PictureView.OfFile(step)
        : PictureName.Parse(step.Image) is { } id && Pictures.TryGetValue(id, out var picture) ? picture with { Alt = step.Alt.Length > 0 ? step.Alt : picture.Alt }
        : null;

    /// <summary>Of a page: the pages above it, the uppermost first.</summary>
    public IReadOnlyList<Link> Above { get; init; } = [];

    /// <summary>Of a page: those right below it.</summary>
    public IReadOnlyList<Link> Below { get; init; } = [];

    /// <summary>Address for paper; empty for a text that is not live.</summary>
    public string ShortUrl { get; init; } = "";
}

/// <summary>Who told it.</summary>
/// <param name="Name">«ปราชญ์ชุมชน (ไม่ประสงค์ออกนาม)» when the sage does not agree to be shown.</param>
/// <param name="Url"><c>null</c> then.</param>
/// <param name="IsSynthetic">A person who does not exist, shown as «ข้อมูลสมมติ».</param>
public sealed record SageCredit(string Name, string? Url, string Kind, string Place, bool IsDeceased, bool IsSynthetic)
{
    internal static SageCredit Of(Sage sage, Places places) =>
        new(sage.Name, Urls.Of(sage), sage.Profile.Kind.Name(), places.Name(sage.AreaCode), sage.IsDeceased, sage.Profile.Synthetic);
}

public static class EntryReading
{
    private const string Helper = "ผู้ช่วยของปราชญ์";

    public const string Unnamed = "ปราชญ์ชุมชน (ไม่ประสงค์ออกนาม)";

    /// <summary>The live text at an address; <c>null</c> when there is none for this reader.</summary>
    /// <param name="member">Who reads; <c>null</c> → anybody, who of a text for the community is told what it is about.</param>
    public static async Task<EntryView?> EntryAsync(this PortalDb db, EntryType type, string slug, CancellationToken cancellationToken, Actor? member = null)
    {
        var row = await (member is null ? db.LiveEntries() : db.ReadableEntries(member))
            .Where(e => e.Type == type && e.Slug == slug)
            .Join(db.Revisions, e => new { e.Id, Number = e.LiveNumber!.Value }, r => new { Id = r.EntryId, r.Number }, (e, r) => new { Entry = e, Revision = r })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var content = row.Revision.Content;
        return member is not null || content.ForEverybody() is not { } open || open == content
            ? await db.ShowAsync(row.Entry, row.Revision, cancellationToken)
            : await db.ShowAsync(row.Entry, row.Revision.With(open), cancellationToken) with { IsWithheld = true };
    }

    /// <summary>Where a former or a short address leads today; <c>null</c> when it never was one, or the text is not live.</summary>
    public static async Task<string?> MovedToAsync(this PortalDb db, EntryType type, string slug, CancellationToken cancellationToken)
    {
        var today = await db.Aliases
            .Where(a => a.Type == type && a.Slug == slug)
            .Join(db.LiveEntries(), a => a.EntryId, e => e.Id, (a, e) => e.Slug)
            .SingleOrDefaultAsync(cancellationToken) ?? await db.NamedAsync(type, slug, cancellationToken);
        return today is null ? null : Urls.Entry(type, today);
    }

    // The slug of a text by its lasting name, or by the first part of one that is a UUID, if no two begin so.
    private static async Task<string?> NamedAsync(this PortalDb db, EntryType type, string name, CancellationToken cancellationToken)
    {
        var isTime = name.Length == Urls.UuidTime && name.All(c => char.IsAsciiHexDigitLower(c) || c == '-');
        var found = await db.LiveEntries()
            .Where(e => e.Type == type && (e.Key == name || (isTime && e.Key.StartsWith(name))))
            .OrderBy(e => e.Key)
            .Select(e => e.Slug)
            .Take(2)
            .ToListAsync(cancellationToken);
        return found is [{ } slug] ? slug : null;
    }

    /// <summary>A revision as the site shows it; also for looking at one that is not live.</summary>
    /// <param name="picturesOf">In the Studio: the entry that the pictures belong to, which readers may not see yet.</param>
    /// <param name="pictureUrl">Address of a file of theirs by its width, when it is not the readers' one.</param>
    public static async Task<EntryView> ShowAsync(
        this PortalDb db, Entry entry, Revision revision, CancellationToken cancellationToken, Guid? picturesOf = null, Func<Asset, int, string>? pictureUrl = null)
    {
        var content = revision.Content;
        var pictures = await PictureView.OfAsync(db, picturesOf ?? entry.Id, content, pictureUrl ?? (picturesOf is null ? null : Urls.InStudio), cancellationToken);
        var keys = await db.TodaysTopicsAsync(content.Topics, cancellationToken);
        var topics = await db.Topics.AsNoTracking().Where(t => keys.Contains(t.Key)).ToListAsync(cancellationToken);
        var bases = await db.LearningBases.AsNoTracking().Where(b => content.Bases.Contains(b.Key)).OrderBy(b => b.Order).ToListAsync(cancellationToken);
        var places = await db.PlacesAsync([entry.AreaCode], cancellationToken);
        var (above, below) = await db.AroundAsync(entry, cancellationToken);
        var main = keys.FirstOrDefault(k => topics.Any(t => t.Key == k));
        return new(
            entry.Id,
            entry.Type,
            Urls.Entry(entry.Type, entry.Slug ?? ""),
            content,
            MarkdownText.ToHtml(content.Body, pictures, await db.PiecesAsync([content.Body], cancellationToken)),
            [.. keys.Select(k => topics.FirstOrDefault(t => t.Key == k)).OfType<Topic>().Select(t => new Link(t.Title, Urls.Of(t)))],
            [.. bases.Select(b => new Link(b.Title, Urls.Of(b)))],
            await CreditsAsync(db, await db.TodaysKeysAsync(content.Sages, cancellationToken), cancellationToken),
            await db.PublicCentres().Where(c => content.Centres.Contains(c.Key)).CardsAsync(db, cancellationToken),
            places.Name(entry.AreaCode),
            entry.PublishedAt ?? revision.At,
            revision.At,
            revision.Number,
            main is null ? [] : await db.LiveTexts().Where(e => e.Id != entry.Id).About(db, ReferenceKind.Topic, main).Newest().Take(4).CardsAsync(db, cancellationToken))
        {
            Recorder = revision.RecorderId is { } recorder
                ? await db.Members.Where(m => m.Id == recorder && m.ShowsName && m.ErasedAt == null).Select(m => m.Name).SingleOrDefaultAsync(cancellationToken) ?? Helper
                : null,
            Pictures = pictures,
            Above = above,
            Below = below,
            ShortUrl = entry.IsLive ? Urls.ForPaper(entry.Type, entry.Key) : "",
        };
    }

    private static async Task<IReadOnlyList<SageCredit>> CreditsAsync(PortalDb db, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var shown = await db.PublicSages().Where(s => keys.Contains(s.Key)).ToListAsync(cancellationToken);
        var known = await db.Sages.CountAsync(s => keys.Contains(s.Key), cancellationToken) + await db.ErasedAmongAsync(Subjects.Sage, keys, cancellationToken);
        var places = await db.PlacesAsync(shown.Select(s => s.AreaCode), cancellationToken);
        return
        [
            .. keys.Select(k => shown.FirstOrDefault(s => s.Key == k)).OfType<Sage>().Select(s => SageCredit.Of(s, places)),
            .. known > shown.Count ? [new SageCredit(Unnamed, null, "", "", false, false)] : Array.Empty<SageCredit>(),
        ];
    }
}
