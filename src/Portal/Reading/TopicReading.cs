using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reading;

/// <param name="Tree">All topics, for the side of a wide screen.</param>
/// <param name="Parent">The upper topic; <c>null</c> on the first level.</param>
/// <param name="Texts">Lessons and articles of the topic and below, newest first.</param>
/// <param name="Sages">Who is good at it and can be asked.</param>
/// <param name="Centres">Where it is done: centres that its lessons name.</param>
public sealed record TopicView(
    Guid Id,
    TopicCard Topic,
    IReadOnlyList<string> Synonyms,
    string Html,
    IReadOnlyList<TopicCard> Tree,
    TopicCard? Parent,
    Paged<EntryCard> Texts,
    IReadOnlyList<SageCard> Sages,
    IReadOnlyList<CentreCard> Centres)
{
    /// <summary>All sages of the topic and below, of whom the first few are shown.</summary>
    public int SageTotal { get; init; }
}

/// <param name="Lessons">Lessons that the base teaches.</param>
public sealed record BaseView(
    Guid Id,
    string Title,
    string Url,
    string Summary,
    string Html,
    Paged<EntryCard> Lessons,
    IReadOnlyList<CentreCard> Centres);

public static class TopicReading
{
    private const int MostSages = 8;

    public static async Task<TopicView?> TopicAsync(this PortalDb db, string slug, int page, CancellationToken cancellationToken)
    {
        var topic = await db.Topics.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == slug, cancellationToken);
        if (topic is null)
        {
            return null;
        }

        var tree = await db.TopicTreeAsync(cancellationToken);
        var parent = tree.FirstOrDefault(t => t.Children.Any(c => c.Key == topic.Key));
        var card = (parent?.Children ?? tree).Single(t => t.Key == topic.Key);
        string[] keys = [topic.Key, .. card.Children.Select(c => c.Key)];
        var texts = db.LiveTexts().About(db, ReferenceKind.Topic, keys);
        var (sages, total) = await db.FirstSagesAsync(new SageFilter(topic.Key), MostSages, withDeceased: false, cancellationToken);
        return new(
            topic.Id,
            card,
            topic.Synonyms,
            MarkdownText.ToHtml(topic.Body),
            tree,
            parent,
            await texts.PageAsync(db, page, cancellationToken),
            sages,
            await db.PublicCentres()
                .Where(c => db.References.Any(r => r.Kind == ReferenceKind.Centre && r.Key == c.Key && texts.Any(e => e.Id == r.EntryId)))
                .CardsAsync(db, cancellationToken))
        {
            SageTotal = total,
        };
    }

    public static async Task<BaseView?> BaseAsync(this PortalDb db, string slug, int page, CancellationToken cancellationToken)
    {
        var learningBase = await db.LearningBases.AsNoTracking().SingleOrDefaultAsync(b => b.Slug == slug, cancellationToken);
        if (learningBase is null)
        {
            return null;
        }

        var centres = await db.PublicCentres().Where(c => c.BaseKeys.Contains(learningBase.Key)).ToListAsync(cancellationToken);
        var own = centres.ToDictionary(c => c.Id, c => c.Profile.Bases.First(b => b.Base == learningBase.Key));
        var cards = await db.PublicCentres().Where(c => c.BaseKeys.Contains(learningBase.Key)).CardsAsync(db, cancellationToken);
        return new(
            learningBase.Id,
            learningBase.Title,
            Urls.Of(learningBase),
            learningBase.Summary,
            MarkdownText.ToHtml(learningBase.Body),
            await db.LiveTexts().About(db, ReferenceKind.Base, learningBase.Key).PageAsync(db, page, cancellationToken),
            [.. cards.Select(card => own.GetValueOrDefault(card.Id) is { HasScript: true } one
                ? card with { Base = new Link(one.Name.Length > 0 ? one.Name : learningBase.Title, Urls.Of(centres.First(c => c.Id == card.Id), one)) }
                : card)]);
    }

    public static async Task<IReadOnlyList<Link>> BasesAsync(this PortalDb db, CancellationToken cancellationToken) =>
        [.. (await db.LearningBases.AsNoTracking().OrderBy(b => b.Order).ThenBy(b => b.SortKey).ToListAsync(cancellationToken))
            .Select(b => new Link(b.Title, Urls.Of(b)))];
}
