using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
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
    /// <summary>The portrait, with the consent to photos only.</summary>
    public PictureView? Portrait { get; init; }

    /// <summary>Name of the village, with the consent to show the home only; else empty.</summary>
    public string Village { get; init; } = "";

    /// <summary>Ten years in which the age lies, «60–69 ปี»; empty when it is not known, or of the deceased.</summary>
    public string Age { get; init; } = "";

    /// <summary>Ways to reach the sage; none without consent.</summary>
    public IReadOnlyList<ShownContact> Contacts { get; init; } = [];

    /// <summary>The office of the district, which arranges what the sage's own page cannot: «สำนักงานพัฒนาชุมชนอำเภอนางรอง».</summary>
    public string Office { get; init; } = "";

    /// <summary>Bases that the sage leads: those of centres first, then shared ones.</summary>
    public IReadOnlyList<Link> Bases { get; init; } = [];

    /// <summary>Public answers to what the register's form asks beside what the portal knows.</summary>
    public IReadOnlyList<(string Label, string Text)> Answers { get; init; } = [];

    /// <summary>Day on which somebody last made sure that this still holds.</summary>
    public DateOnly? ConfirmedOn { get; init; }
}

public static class SageReading
{
    /// <summary><c>null</c> when there is no such sage, or no consent to show one.</summary>
    /// <param name="today">The day for which the age is reckoned.</param>
    public static async Task<SageView?> SageAsync(this PortalDb db, string code, DateOnly today, CancellationToken cancellationToken, ContactReader reader = ContactReader.Anybody) =>
        await db.PublicSages().SingleOrDefaultAsync(s => s.Code == code, cancellationToken) is { } sage ? await db.ShowAsync(sage, today, cancellationToken, reader) : null;

    /// <summary>What readers of the page would see. Call for a sage of <see cref="ConsentQueries.PublicSages"/>, or for a look ahead by the office or the sage oneself.</summary>
    /// <param name="inStudio">Whether it is a look ahead: the portrait then has the address for who works on it.</param>
    public static async Task<SageView> ShowAsync(
        this PortalDb db, Sage sage, DateOnly today, CancellationToken cancellationToken, ContactReader reader = ContactReader.Anybody, bool inStudio = false)
    {
        var topics = await db.TopicsByKeyAsync(cancellationToken);
        var learntFrom = await db.TodaysKeysAsync(sage.Profile.LearntFrom, cancellationToken);
        var teachers = await db.PublicSages().Where(s => learntFrom.Contains(s.Key)).OrderBy(s => s.SortKey).ToListAsync(cancellationToken);
        var names = (await db.MergedIntoAsync(sage.Id, cancellationToken)).Select(a => a.Key).Prepend(sage.Key).ToList();
        var pupils = db.ListedUnder(SageFacetKind.Teacher, names);
        var taught = await db.PublicSages().Where(s => pupils.Contains(s.Id)).OrderBy(s => s.SortKey).ToListAsync(cancellationToken);
        var centres = db.PublicCentres().Where(c => sage.CentreKeys.Contains(c.Key));
        var shared = await db.LearningBases.AsNoTracking().ToDictionaryAsync(b => b.Key, cancellationToken);
        var places = await db.PlacesAsync(teachers.Concat(taught).Select(s => s.AreaCode), cancellationToken);
        return new(
            sage.Id,
            sage.Name,
            Urls.Of(sage),
            sage.Profile,
            sage.IsDeceased,
            await db.AreaLinksAsync(sage.AreaCode, cancellationToken),
            [.. sage.Profile.Expertise.Select(e => (topics.TryGetValue(e.Topic, out var topic) ? new Link(topic.Title, Urls.Of(topic)) : null, e))],
            MarkdownText.ToHtml(sage.Profile.Body),
            await db.LiveTexts().About(db, ReferenceKind.Sage, sage.Key).Newest().Take(EntryLists.PageSize).CardsAsync(db, cancellationToken),
            await centres.CardsAsync(db, cancellationToken),
            [.. teachers.Select(s => SageCredit.Of(s, places))],
            [.. taught.Select(s => SageCredit.Of(s, places))])
        {
            Portrait = (await db.RecordPicturesAsync(Subjects.Sage, [sage.Id], cancellationToken, inStudio)).GetValueOrDefault(sage.Id),
            Village = await db.HasConsentAsync(sage.Id, ConsentPurpose.Home, cancellationToken) ? sage.Private.Village : "",
            Age = !sage.IsDeceased && sage.Private.BirthYear is { } born ? BirthYear.AgeBand(born, today) : "",
            Contacts = await db.ContactsForAsync(sage.Id, reader, cancellationToken),
            Office = await db.OfficeAsync(sage.AreaCode, cancellationToken),
            Bases =
            [
                .. (await centres.OrderBy(c => c.SortKey).ToListAsync(cancellationToken)).SelectMany(c => c.Profile.Bases.Where(b => b.Leaders.Contains(sage.Key)), (c, b) => (Centre: c, Base: b))
                    .Select(b => new Link($"{(b.Base.Name.Length > 0 ? b.Base.Name : shared.GetValueOrDefault(b.Base.Base)?.Title ?? CentreReading.Unnamed)} · {b.Centre.Name}", Urls.Of(b.Centre, b.Base))),
                .. sage.Profile.Bases.Select(shared.GetValueOrDefault).OfType<LearningBase>().Select(b => new Link(b.Title, Urls.Of(b))),
            ],
            Answers = await db.PublicAnswersAsync(sage, sage.Profile.Answers, cancellationToken),
            ConfirmedOn = sage.ConfirmedOn,
        };
    }
}
