using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reading;

/// <param name="Expertise">What the sage knows, with the topic where it is one of the portal's.</param>
/// <param name="LearntFrom">Sages who taught this one, as far as they may be shown.</param>
/// <param name="Taught">Sages who learnt from this one.</param>
public sealed record SageView(
    Guid Id,
    string Name,
    string Url,
    SageProfile Profile,
    bool IsDeceased,
    IReadOnlyList<Link> Areas,
    IReadOnlyList<(Link? Topic, Expertise Expertise)> Expertise,
    string Html,
    IReadOnlyList<EntryCard> Lessons,
    IReadOnlyList<CentreCard> Centres,
    IReadOnlyList<SageCredit> LearntFrom,
    IReadOnlyList<SageCredit> Taught)
{
    /// <summary>Name of the village, with the consent to show the home only; else empty.</summary>
    public string Village { get; init; } = "";
}

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
    /// <summary>Address for paper.</summary>
    public string ShortUrl { get; init; } = "";
}

/// <param name="Within">The area itself and what it lies in, smallest first.</param>
/// <param name="Below">Areas that lie in it, in dictionary order.</param>
/// <param name="Plots"><c>null</c> when there is none.</param>
public sealed record AreaView(
    string Code,
    string Title,
    IReadOnlyList<Link> Within,
    IReadOnlyList<Link> Below,
    IReadOnlyList<EntryCard> Lessons,
    IReadOnlyList<SageCard> Sages,
    IReadOnlyList<CentreCard> Centres,
    PlotTotal? Plots)
{
    /// <summary>Whether there is anything here yet: of the country's 8,457 areas few have, and search engines need not keep the others.</summary>
    public bool IsLivedIn => Lessons.Count + Sages.Count + Centres.Count > 0 || Plots is not null;
}

public static class SageReading
{
    /// <summary><c>null</c> when there is no such sage, or no consent to show one.</summary>
    public static async Task<SageView?> SageAsync(this PortalDb db, string code, CancellationToken cancellationToken)
    {
        var sage = await db.PublicSages().SingleOrDefaultAsync(s => s.Code == code, cancellationToken);
        if (sage is null)
        {
            return null;
        }

        var topics = await db.Topics.AsNoTracking().Where(t => sage.TopicKeys.Contains(t.Key)).ToDictionaryAsync(t => t.Key, cancellationToken);
        var learntFrom = await db.TodaysKeysAsync(sage.Profile.LearntFrom, cancellationToken);
        var teachers = await db.PublicSages().Where(s => learntFrom.Contains(s.Key)).OrderBy(s => s.SortKey).ToListAsync(cancellationToken);
        List<string> names = [sage.Key, .. (await db.MergedIntoAsync(sage.Id, cancellationToken)).Select(a => a.Key)];
        // Whom a sage learnt from lies in the profile's JSON; sages are few enough to look through.
        var taught = (await db.PublicSages().OrderBy(s => s.SortKey).ToListAsync(cancellationToken)).Where(s => s.Profile.LearntFrom.Any(names.Contains)).ToList();
        var places = await db.PlacesAsync(teachers.Concat(taught).Select(s => s.AreaCode), cancellationToken);
        return new(
            sage.Id,
            sage.Name,
            Urls.Of(sage),
            sage.Profile,
            sage.IsDeceased,
            await AreasAsync(db, sage.AreaCode, cancellationToken),
            [.. sage.Profile.Expertise.Select(e => (topics.TryGetValue(e.Topic, out var topic) ? new Link(topic.Title, Urls.Of(topic)) : null, e))],
            MarkdownText.ToHtml(sage.Profile.Body),
            await db.LiveTexts().About(db, ReferenceKind.Sage, sage.Key).Newest().Take(EntryLists.PageSize).CardsAsync(db, cancellationToken),
            await db.PublicCentres().Where(c => sage.CentreKeys.Contains(c.Key)).CardsAsync(db, cancellationToken),
            [.. teachers.Select(s => SageCredit.Of(s, places))],
            [.. taught.Select(s => SageCredit.Of(s, places))])
        {
            Village = await db.HasConsentAsync(sage.Id, ConsentPurpose.Home, cancellationToken) ? sage.Private.Village : "",
        };
    }

    public static async Task<CentreView?> CentreAsync(this PortalDb db, string slug, CancellationToken cancellationToken)
    {
        var centre = await db.PublicCentres().SingleOrDefaultAsync(c => c.Slug == slug, cancellationToken);
        if (centre is null)
        {
            return null;
        }

        var lessons = db.LiveTexts().About(db, ReferenceKind.Centre, centre.Key);
        var bases = await db.LearningBases.AsNoTracking().Where(b => centre.BaseKeys.Contains(b.Key)).OrderBy(b => b.Order).ToListAsync(cancellationToken);
        var topics = await db.Topics.AsNoTracking()
            .Where(t => db.References.Any(r => r.Kind == ReferenceKind.Topic && r.Key == t.Key && lessons.Any(e => e.Id == r.EntryId)))
            .OrderBy(t => t.SortKey)
            .ToListAsync(cancellationToken);
        return new(
            centre.Id,
            centre.Name,
            Urls.Of(centre),
            centre.Profile with { Host = centre.Profile.HostAgreed is null ? "" : centre.Profile.Host },
            await AreasAsync(db, centre.AreaCode, cancellationToken),
            MarkdownText.ToHtml(centre.Profile.Body),
            [.. bases.Select(b => new Link(b.Title, Urls.Of(b)))],
            [.. topics.Select(t => new Link(t.Title, Urls.Of(t)))],
            await db.PublicSages().Where(s => s.CentreKeys.Contains(centre.Key)).CardsAsync(db, cancellationToken),
            await lessons.Newest().Take(EntryLists.PageSize).CardsAsync(db, cancellationToken),
            await db.PlotOfAsync(centre, cancellationToken))
        {
            ShortUrl = Urls.ForPaper(centre),
        };
    }

    /// <summary>Where a centre's short address leads; <c>null</c> when there is no centre of that name.</summary>
    public static async Task<string?> CentreMovedToAsync(this PortalDb db, string key, CancellationToken cancellationToken) =>
        await db.PublicCentres().SingleOrDefaultAsync(c => c.Key == key, cancellationToken) is { } centre ? Urls.Of(centre) : null;

    public static async Task<AreaView?> AreaAsync(this PortalDb db, string code, CancellationToken cancellationToken)
    {
        var places = await db.PlacesAsync([code], cancellationToken);
        if (places.Chain(code).FirstOrDefault() is not { } area || area.Code != code)
        {
            return null;
        }

        var below = await db.Areas.AsNoTracking()
            .Where(a => a.Code.StartsWith(code) && a.Code.Length == code.Length + 2)
            .OrderBy(a => a.SortKey)
            .ToListAsync(cancellationToken);
        return new(
            code,
            places.Name(code),
            [.. places.Chain(code).Select(a => new Link(a.ShortName, Urls.Of(a)))],
            [.. below.Select(a => new Link(a.ShortName, Urls.Of(a)))],
            await db.LiveTexts().Where(e => e.AreaCode.StartsWith(code)).Newest().Take(EntryLists.PageSize).CardsAsync(db, cancellationToken),
            await db.PublicSages().Where(s => s.AreaCode.StartsWith(code)).CardsAsync(db, cancellationToken),
            await db.PublicCentres().Where(c => c.AreaCode.StartsWith(code)).CardsAsync(db, cancellationToken),
            await db.PlotTotalAsync(code, cancellationToken));
    }

    private static async Task<IReadOnlyList<Link>> AreasAsync(PortalDb db, string code, CancellationToken cancellationToken)
    {
        var places = await db.PlacesAsync([code], cancellationToken);
        return [.. places.Chain(code).Select(a => new Link(a.ShortName, Urls.Of(a)))];
    }
}
