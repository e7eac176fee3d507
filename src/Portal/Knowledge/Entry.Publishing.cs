using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Portal.Knowledge;

public sealed partial class Entry
{
    /// <summary>Last part of the address that readers use; empty until the first publication.</summary>
    public string? Slug { get; private set; }

    public int? LiveNumber { get; private set; }

    public bool IsLive { get; private set; }

    public string LiveTitle { get; private set; } = "";

    public string LiveSummary { get; private set; } = "";

    /// <summary>Who may read what is live, kept beside it for every query.</summary>
    public Licence LiveLicence { get; private set; }

    /// <summary>Whether it is kept away from readers while somebody looks into it. Publishing a better wording does not show it by itself.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>First publication.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When the live revision was written.</summary>
    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>Whether everybody sees that it is there; the query for it is <see cref="EntryAccess.LiveEntries"/>.</summary>
    public bool IsPublic => IsLive && !IsHidden && LiveLicence != Licence.Closed;

    public bool HasUnpublishedChanges => IsLive && LiveNumber != LatestNumber;

    /// <summary>Puts the latest revision before readers.</summary>
    /// <param name="content">The latest revision's content.</param>
    /// <param name="slug">Free in this type, or already this entry's own; see <see cref="Publishing"/>.</param>
    public void Publish(EntryContent content, string slug, Actor by, DateTimeOffset now, Origin? origin = null)
    {
        Demand(by, Permission.Publish, AreaCode);
        Expect(
            "entry.not-approved",
            "เรื่องนี้ยังไม่ผ่านการตรวจ จึงยังเผยแพร่ไม่ได้",
            State is EntryState.Approved or EntryState.Scheduled || by.May(Permission.PublishUnreviewed, AreaCode));
        State = EntryState.Published;
        IsLive = true;
        LiveNumber = LatestNumber;
        LiveTitle = content.Title;
        LiveSummary = content.Summary;
        LiveLicence = content.Licence;
        Slug = slug;
        PublishedAt ??= JournalChain.Truncate(origin?.PublishedAt ?? now);
        UpdatedAt = LatestAt;
        ContributorIds = [];
        (PublishDue, SchedulerId) = (null, null);
        Record(Verbs.EntryPublished, by, now, ("type", Type), ("area", AreaCode), ("revision", LatestNumber), ("author", LatestAuthorId), ("recorder", LatestRecorderId));
    }

    /// <summary>Takes the text away from readers; its history stays, and publishing again needs a new review.</summary>
    public void Archive(Actor by, DateTimeOffset now)
    {
        Demand(by, Permission.Publish, AreaCode);
        Expect("entry.not-live", "เรื่องนี้ไม่ได้เผยแพร่อยู่", IsLive);
        LeaveSchedule(by, now);
        State = EntryState.Archived;
        IsLive = false;
        (ExpiryDue, ExpirySetterId, ReviewerId, ReviewDue) = (null, null, null, null);
        Record(Verbs.EntryArchived, by, now, ("revision", LatestNumber));
    }

    /// <summary>Takes a live text away from readers at once, until it is looked into.</summary>
    public void Hide(Actor by, DateTimeOffset now)
    {
        Demand(by, Permission.Publish, AreaCode);
        if (!IsHidden)
        {
            IsHidden = true;
            Record(Verbs.EntryHidden, by, now);
        }
    }

    /// <summary>Lets readers see it again, as far as it is live.</summary>
    public void Unhide(Actor by, DateTimeOffset now)
    {
        Demand(by, Permission.Publish, AreaCode);
        if (IsHidden)
        {
            IsHidden = false;
            Record(Verbs.EntryShown, by, now);
        }
    }
}
