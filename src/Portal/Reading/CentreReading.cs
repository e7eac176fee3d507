using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reading;

/// <param name="Topics">Topics of the lessons that are done here.</param>
/// <param name="Plot">The plot that the centre was made of; <c>null</c> when none is known.</param>
public sealed record CentreView(
    Guid Id,
    string Name,
    string Url,
    CentreProfile Profile,
    IReadOnlyList<Link> Areas,
    string Html,
    IReadOnlyList<Link> Bases,
    IReadOnlyList<Link> Topics,
    IReadOnlyList<SageCard> Sages,
    IReadOnlyList<EntryCard> Lessons,
    PlotCard? Plot)
{
    /// <summary>A view of the place, while everybody who is seen in it agrees.</summary>
    public PictureView? Picture { get; init; }

    /// <summary>Address for paper.</summary>
    public string ShortUrl { get; init; } = "";

    /// <summary>The centre's own bases, in its order.</summary>
    public IReadOnlyList<OwnBase> OwnBases { get; init; } = [];

    /// <summary>Where it lies to about a kilometre, «ราว 14.99, 103.10»; empty when it is not known.</summary>
    public string Position { get; init; } = "";

    /// <summary>The office of the district.</summary>
    public string Office { get; init; } = "";

    /// <summary>Public answers to what the register's form asks beside what the portal knows.</summary>
    public IReadOnlyList<(string Label, string Text)> Answers { get; init; } = [];
}

/// <summary>A centre's own base in a list.</summary>
/// <param name="Shared">The shared base that it is mapped to.</param>
/// <param name="Leaders">Who leads it, as far as they may be shown.</param>
/// <param name="Minutes">0 → not said.</param>
public sealed record OwnBase(int Number, string Name, string Url, Link? Shared, IReadOnlyList<SageCredit> Leaders, int Minutes, int? People, bool HasScript, bool IsSynthetic = false);

/// <summary>The script of a centre's own base.</summary>
/// <param name="Script">What is asked, taken and done.</param>
/// <param name="Leaders">Who leads it now and may be shown.</param>
/// <param name="Lessons">To be read on, in order.</param>
public sealed record CentreBaseView(
    Guid Id, OwnBase Base, Link Centre, IReadOnlyList<Link> Areas, CentreBase Script, IReadOnlyList<SageCard> Leaders, IReadOnlyList<EntryCard> Lessons, bool IsSynthetic)
{
    /// <summary>The shared base's page and line, where it says more.</summary>
    public string Summary { get; init; } = "";
}

public static class CentreReading
{
    /// <summary>A base that says no name.</summary>
    public const string Unnamed = "ฐานการเรียนรู้";

    public static async Task<CentreView?> CentreAsync(this PortalDb db, string slug, CancellationToken cancellationToken)
    {
        var centre = await db.PublicCentres().SingleOrDefaultAsync(c => c.Slug == slug, cancellationToken);
        if (centre is null)
        {
            return null;
        }

        var lessons = db.LiveTexts().About(db, ReferenceKind.Centre, centre.Key);
        var own = await OwnBasesAsync(db, centre, cancellationToken);
        var sages = db.ListedUnder(SageFacetKind.Centre, centre.Key);
        var topics = await db.Topics.AsNoTracking()
            .Where(t => db.References.Any(r => r.Kind == ReferenceKind.Topic && r.Key == t.Key && lessons.Any(e => e.Id == r.EntryId)))
            .OrderBy(t => t.SortKey)
            .ToListAsync(cancellationToken);
        return new(
            centre.Id,
            centre.Name,
            Urls.Of(centre),
            centre.Profile with { Host = centre.Profile.HostAgreed is null ? "" : centre.Profile.Host },
            await db.AreaLinksAsync(centre.AreaCode, cancellationToken),
            MarkdownText.ToHtml(centre.Profile.Body),
            [.. own.Select(b => b.Shared).OfType<LearningBase>().DistinctBy(b => b.Key).OrderBy(b => b.Order).Select(b => new Link(b.Title, Urls.Of(b)))],
            [.. topics.Select(t => new Link(t.Title, Urls.Of(t)))],
            await db.PublicSages().Where(s => sages.Contains(s.Id)).CardsAsync(db, cancellationToken),
            await lessons.Newest().Take(EntryLists.PageSize).CardsAsync(db, cancellationToken),
            await db.PlotOfAsync(centre, cancellationToken))
        {
            Picture = (await db.RecordPicturesAsync(Subjects.Centre, [centre.Id], cancellationToken)).GetValueOrDefault(centre.Id),
            ShortUrl = Urls.ForPaper(centre),
            OwnBases = [.. own.Select(b => b.Card)],
            Position = centre.Private is { Latitude: { } north, Longitude: { } east } ? string.Create(CultureInfo.InvariantCulture, $"ราว {north:0.00}, {east:0.00}") : "",
            Office = await db.OfficeAsync(centre.AreaCode, cancellationToken),
            Answers = await db.PublicAnswersAsync(centre, centre.Profile.Answers, cancellationToken),
        };
    }

    /// <summary>One of a centre's own bases; <c>null</c> when the centre has none of that number.</summary>
    public static async Task<CentreBaseView?> CentreBaseAsync(this PortalDb db, string slug, int number, CancellationToken cancellationToken)
    {
        if (await db.PublicCentres().SingleOrDefaultAsync(c => c.Slug == slug, cancellationToken) is not { } centre
            || (await OwnBasesAsync(db, centre, cancellationToken)).FirstOrDefault(b => b.Card.Number == number) is not { Script: not null } found)
        {
            return null;
        }

        var (card, script, shared) = found;
        var lessons = (await db.LiveTexts().Where(e => script.Lessons.Contains(e.Key)).Select(e => new { e.Id, e.Key }).ToListAsync(cancellationToken)).ToDictionary(e => e.Id, e => e.Key);
        var cards = await db.LiveTexts().Where(e => script.Lessons.Contains(e.Key)).CardsAsync(db, cancellationToken);
        return new(
            centre.Id,
            card,
            new Link(centre.Name, Urls.Of(centre)),
            await db.AreaLinksAsync(centre.AreaCode, cancellationToken),
            script,
            await db.SagesToAsk().Where(s => script.Leaders.Contains(s.Key)).CardsAsync(db, cancellationToken),
            [.. cards.OrderBy(c => script.Lessons.Index().First(l => l.Item == lessons[c.Id]).Index)],
            centre.Profile.Synthetic)
        {
            Summary = shared?.Summary ?? "",
        };
    }

    private static async Task<IReadOnlyList<(OwnBase Card, CentreBase Script, LearningBase? Shared)>> OwnBasesAsync(PortalDb db, Centre centre, CancellationToken cancellationToken)
    {
        var shared = await db.LearningBases.AsNoTracking().Where(b => centre.BaseKeys.Contains(b.Key)).ToDictionaryAsync(b => b.Key, cancellationToken);
        var keys = centre.Profile.Bases.SelectMany(b => b.Leaders).Distinct().ToList();
        var leaders = await db.PublicSages().Where(s => keys.Contains(s.Key)).ToDictionaryAsync(s => s.Key, cancellationToken);
        var places = await db.PlacesAsync(leaders.Values.Select(s => s.AreaCode), cancellationToken);
        return [.. centre.Profile.Bases.Select(b =>
        {
            var one = shared.GetValueOrDefault(b.Base);
            return (
                new OwnBase(
                    b.Number,
                    b.Name.Length > 0 ? b.Name : one?.Title ?? Unnamed,
                    Urls.Of(centre, b),
                    one is null ? null : new Link(one.Title, Urls.Of(one)),
                    [.. b.Leaders.Select(leaders.GetValueOrDefault).OfType<Sage>().Select(s => SageCredit.Of(s, places))],
                    b.Minutes,
                    b.People,
                    b.HasScript,
                    centre.Profile.Synthetic),
                b,
                one);
        })];
    }

    /// <summary>Where a centre's short address leads; <c>null</c> when there is no centre of that name.</summary>
    public static async Task<string?> CentreMovedToAsync(this PortalDb db, string key, CancellationToken cancellationToken) =>
        await db.PublicCentres().SingleOrDefaultAsync(c => c.Key == key, cancellationToken) is { } centre ? Urls.Of(centre) : null;
}
