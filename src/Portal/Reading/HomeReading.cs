using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Sites;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reading;

/// <summary>What the first page shows.</summary>
/// <param name="LessonCount">All live lessons.</param>
public sealed record HomeView(
    IReadOnlyList<TopicCard> Topics,
    IReadOnlyList<EntryCard> Lessons,
    IReadOnlyList<EntryCard> Articles,
    IReadOnlyList<SageCard> Sages,
    IReadOnlyList<CentreCard> Centres,
    int LessonCount)
{
    /// <summary>This month in the field; <c>null</c> → not said.</summary>
    public MonthView? Month { get; init; }

    /// <summary>Where the office sends readers at once; none → nothing is shown.</summary>
    public IReadOnlyList<SiteLink> Shortcuts { get; init; } = [];

    /// <summary>What is around the chosen place; <c>null</c> when none was chosen.</summary>
    public NearView? Near { get; init; }
}

public static class HomeReading
{
    public static async Task<HomeView> HomeAsync(this PortalDb db, CancellationToken cancellationToken)
    {
        var lessons = db.LiveEntries().Where(e => e.Type == EntryType.Lesson);
        return new(
            await db.TopicTreeAsync(cancellationToken),
            await lessons.Newest().Take(6).CardsAsync(db, cancellationToken),
            await db.LiveEntries().Where(e => e.Type == EntryType.Article).Newest().Take(3).CardsAsync(db, cancellationToken),
            (await db.FirstSagesAsync(new SageFilter(), 6, withDeceased: false, cancellationToken)).Sages,
            await db.PublicCentres().OrderBy(c => c.SortKey).Take(6).CardsAsync(db, cancellationToken),
            await lessons.CountAsync(cancellationToken))
        {
            Shortcuts = (await db.SiteAsync(cancellationToken)).Text.Shortcuts,
        };
    }
}
