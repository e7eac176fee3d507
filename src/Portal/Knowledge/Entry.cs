using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Media;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>Where the latest revision of an entry stands. Whether readers see the entry is <see cref="Entry.IsLive"/>.</summary>
public enum EntryState
{
    Draft,
    InReview,
    NeedsChanges,
    Approved,

    /// <summary>Approved, and published by itself at <see cref="Entry.PublishDue"/>.</summary>
    Scheduled,
    Published,
    Archived,
}

/// <summary>
/// A text with a history. Readers see revision <see cref="LiveNumber"/>, authors work on revision <see cref="LatestNumber"/>.
/// </summary>
public sealed partial class Entry : Aggregate
{
    // Only for adding: the table may hold hundreds, so nothing ever loads it through here.
    private readonly List<Revision> _revisions = [];
    private readonly List<Remark> _remarks = [];
    private readonly List<Review> _reviews = [];

    // As above.
    private readonly List<PictureUse> _pictures = [];

    private Entry() { }

    public EntryType Type { get; private init; }

    /// <summary>Lasting name, unique per type: <c>id</c> of front matter, or the UUID of an entry born in the Studio.</summary>
    public string Key { get; private init; } = "";

    /// <summary>Official area code that the entry belongs to; grants are checked against it.</summary>
    public string AreaCode { get; private set; } = "";

    public EntryState State { get; private set; }

    /// <summary>Title of the latest revision.</summary>
    public string Title { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public int LatestNumber { get; private set; }

    public DateTimeOffset LatestAt { get; private set; }

    public Guid LatestAuthorId { get; private set; }

    /// <summary>Who wrote the latest revision down for its author; <c>null</c> → the author alone.</summary>
    public Guid? LatestRecorderId { get; private set; }

    /// <summary>The sage among the members whose telling this is, from the first draft on; <c>null</c> → an officer's text.</summary>
    public Guid? TellerId { get; private init; }

    /// <summary>Who may read the latest revision once it is live.</summary>
    public Licence LatestLicence { get; private set; }

    /// <summary>Centres that the latest revision names; a grant for one centre reaches the text by them.</summary>
    public List<string> CentreKeys { get; private set; } = [];

    /// <summary>Topics of the latest revision, for the queue of reviews; those of the live one are references.</summary>
    public List<string> TopicKeys { get; private set; } = [];

    /// <summary>Who wrote a revision since the last publication; none of them may approve.</summary>
    public List<Guid> ContributorIds { get; private set; } = [];

    /// <param name="key">Lasting name; <c>null</c> → the new entry's UUID.</param>
    /// <param name="content">Cleaned and checked by <see cref="EntryRules"/>.</param>
    /// <param name="origin">When the text comes from a file: what it brings along.</param>
    /// <param name="teller">Member whose telling is written down, one of <see cref="Actor.Tellers"/>; <c>null</c> → the actor's own text as an officer.</param>
    /// <param name="position">Of a page: where it stands at the top.</param>
    public static Entry Draft(
        EntryType type, string? key, string area, EntryContent content, Actor author, DateTimeOffset now, Origin? origin = null, Guid? teller = null, int position = 0)
    {
        var id = Guid.CreateVersion7();
        var entry = new Entry { Id = id, Type = type, Key = key ?? id.ToString(), AreaCode = area, TellerId = teller, Position = position };
        entry.DemandWriting(author, area, content.Centres);
        if (teller is not null && !entry.IsToldTo(author))
        {
            throw Forbidden;
        }

        entry.Write(content, origin?.Number ?? 1, author, origin?.WrittenAt ?? now);
        entry.Record(Verbs.EntryDrafted, author, now, ("type", type), ("area", area), ("revision", entry.LatestNumber), ("teller", teller));
        return entry;
    }

    /// <summary>Adds a revision; what readers see stays until the next publication.</summary>
    /// <param name="before">What the latest revision said.</param>
    public void Revise(EntryContent content, EntryContent before, Actor author, DateTimeOffset now, Origin? origin = null)
    {
        DemandWriting(author, AreaCode, content.Centres);
        LeaveSchedule(author, now);
        Write(content, Math.Max(origin?.Number ?? 0, LatestNumber + 1), author, origin?.WrittenAt ?? now);
        Record(Verbs.EntryRevised, author, now, ("revision", LatestNumber), ("fields", EntryDifference.Fields(before, content)));
    }

    /// <summary>Takes up what an earlier revision said, as a new draft; what readers see stays.</summary>
    /// <param name="earlier">The revision.</param>
    /// <param name="latest">What the latest revision says.</param>
    public void Restore(Revision earlier, EntryContent latest, Actor by, DateTimeOffset now)
    {
        DemandWriting(by, AreaCode, CentreKeys);
        DemandWriting(by, AreaCode, earlier.Content.Centres);
        var fields = EntryDifference.Fields(latest, earlier.Content);
        Expect("entry.same", $"ฉบับที่ {earlier.Number} เหมือนฉบับล่าสุดอยู่แล้ว", fields.Count > 0);
        LeaveSchedule(by, now);
        Write(earlier.Content, LatestNumber + 1, by, now);
        Record(Verbs.EntryRestored, by, now, ("revision", LatestNumber), ("restored", earlier.Number), ("fields", fields));
    }

    /// <summary>Moves the text to another area, for readers at once; both must be the actor's.</summary>
    public void MoveTo(string area, Actor by, DateTimeOffset now)
    {
        DemandWriting(by, AreaCode, CentreKeys);
        DemandWriting(by, area, CentreKeys);
        if (area != AreaCode)
        {
            AreaCode = area;
            Record(Verbs.EntryMoved, by, now, ("area", area));
        }
    }

    private void Write(EntryContent content, int number, Actor author, DateTimeOffset at)
    {
        LatestNumber = number;
        LatestAt = JournalChain.Truncate(at);
        var told = IsToldTo(author);
        LatestAuthorId = told ? TellerId!.Value : author.Id;
        LatestRecorderId = told && TellerId != author.Id ? author.Id : null;
        CentreKeys = [.. content.Centres];
        TopicKeys = [.. content.Topics];
        (ReviewerId, ReviewDue) = (null, null);
        LatestLicence = content.Licence;
        Title = content.Title;
        SortKey = ThaiSort.Key(content.Title);
        State = EntryState.Draft;
        ContributorIds = [.. ContributorIds.Append(author.Id).Append(LatestAuthorId).Distinct()];
        _revisions.Add(new Revision { EntryId = Id, Number = number, Content = content, AuthorId = LatestAuthorId, RecorderId = LatestRecorderId, At = LatestAt });
        _pictures.AddRange(PictureName.In(content).Select(picture => new PictureUse { EntryId = Id, Number = number, PictureId = picture }));
    }

    // The sage, or somebody whom the sage lets write.
    private bool IsToldTo(Actor actor) => TellerId is { } teller && actor.Tellers.Any(t => t.MemberId == teller);

    private void DemandWriting(Actor actor, string area, IReadOnlyCollection<string> centres)
    {
        if (!actor.May(Permission.Write, area, centres) && !(IsToldTo(actor) && actor.Tellers.Any(t => t.MemberId == TellerId && t.Area == area)))
        {
            throw Forbidden;
        }
    }

    private static PortalException Forbidden => new("entry.forbidden", "ท่านยังไม่มีสิทธิ์ทำสิ่งนี้กับเรื่องในพื้นที่นี้", "AreaCode");

    private static void Demand(Actor actor, Permission permission, string area)
    {
        if (!actor.May(permission, area))
        {
            throw Forbidden;
        }
    }
}

/// <summary>What a text brings along from another portal.</summary>
/// <param name="Number">Number of its revision there.</param>
/// <param name="WrittenAt">When that revision was written.</param>
/// <param name="PublishedAt">Its first publication.</param>
public sealed record Origin(int Number, DateTimeOffset WrittenAt, DateTimeOffset PublishedAt);
