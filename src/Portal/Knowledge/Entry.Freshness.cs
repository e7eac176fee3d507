using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Portal.Knowledge;

public sealed partial class Entry
{
    /// <summary>A live text that nobody wrote or confirmed for so many months is stale.</summary>
    public const int FreshMonths = 12;

    /// <summary>When somebody last said that the live text still holds.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public bool MayConfirm(Actor actor) => IsLive && actor.May(Permission.Review, AreaCode);

    /// <summary>The live text still holds as it stands.</summary>
    public void Confirm(Actor by, DateTimeOffset now)
    {
        Demand(by, Permission.Review, AreaCode);
        Expect("entry.not-live", "เรื่องนี้ไม่ได้เผยแพร่อยู่", IsLive);
        ConfirmedAt = JournalChain.Truncate(now);
        Record(Verbs.EntryConfirmed, by, now, ("revision", LiveNumber));
    }

    /// <summary>Whether the live text should be looked at again.</summary>
    public bool IsStale(DateTimeOffset now) => IsLive && UpdatedAt < now.AddMonths(-FreshMonths) && (ConfirmedAt is null || ConfirmedAt < now.AddMonths(-FreshMonths));
}
