using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Portal.Knowledge;

public sealed partial class Entry
{
    /// <summary>When it was thrown away; no list or page but the trash has it then.</summary>
    public DateTimeOffset? TrashedAt { get; private set; }

    public Guid? TrashedById { get; private set; }

    /// <summary>Whether the actor may throw it away: who wrote it while it was never published, and who publishes in the area.</summary>
    public bool MayTrash(Actor actor) => !IsLive && (actor.May(Permission.Publish, AreaCode) || (PublishedAt is null && IsWrittenBy(actor.Id)));

    /// <summary>Throws the text away; it can be taken out again for <see cref="Trash.Days"/> days.</summary>
    public void Throw(Actor by, DateTimeOffset now)
    {
        DemandWriting(by, AreaCode, CentreKeys);
        Expect("entry.live", "เรื่องนี้เผยแพร่อยู่ โปรดเลิกเผยแพร่ก่อนทิ้ง", !IsLive);
        if (!MayTrash(by))
        {
            throw Forbidden;
        }

        LeaveSchedule(by, now);
        (TrashedAt, TrashedById) = (JournalChain.Truncate(now), by.Id);
        Record(Verbs.EntryTrashed, by, now, ("revision", LatestNumber));
    }

    /// <summary>Takes the text out of the trash as a draft.</summary>
    public void TakeBack(Actor by, DateTimeOffset now)
    {
        DemandWriting(by, AreaCode, CentreKeys);
        Expect("entry.not-trashed", "เรื่องนี้ไม่ได้อยู่ในถังขยะแล้ว", TrashedAt is not null);
        (TrashedAt, TrashedById) = (null, null);
        State = PublishedAt is null ? EntryState.Draft : EntryState.Archived;
        Record(Verbs.EntryTakenBack, by, now, ("revision", LatestNumber));
    }

    /// <summary>The text is about to be removed with its history.</summary>
    public void Remove(Actor by, DateTimeOffset now) => Record(Verbs.EntryRemoved, by, now, ("revision", LatestNumber));
}
