using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Portal.Knowledge;

public sealed partial class Entry
{
    public const int RemarkLength = 2_000;

    public bool CanBeSubmitted => State is EntryState.Draft or EntryState.NeedsChanges or EntryState.Archived;

    /// <summary>Whether the member wrote on what waits now; such a one may not approve it.</summary>
    public bool IsWrittenBy(Guid memberId) => LatestAuthorId == memberId || ContributorIds.Contains(memberId);

    public void Submit(Actor by, DateTimeOffset now)
    {
        DemandWriting(by, AreaCode, CentreKeys);
        Expect("entry.not-draft", "เรื่องนี้ส่งตรวจไปแล้ว หรือเผยแพร่แล้ว", CanBeSubmitted);
        State = EntryState.InReview;
        Record(Verbs.EntrySubmitted, by, now, ("revision", LatestNumber));
    }

    /// <summary>Sends the text back to its author with what should change.</summary>
    /// <returns>The remark, to be added to the database.</returns>
    public Remark Return(string text, Actor by, DateTimeOffset now)
    {
        Demand(by, Permission.Review, AreaCode);
        Expect("entry.not-in-review", "เรื่องนี้ไม่ได้รอตรวจอยู่ อาจมีคนตรวจไปแล้ว", State == EntryState.InReview);
        var cleaned = EntryRules.Block(text);
        if (cleaned.Length is 0 or > RemarkLength)
        {
            throw new PortalException("entry.remark", $"โปรดบอกผู้เขียนว่าอยากให้แก้อะไร (ไม่เกิน {RemarkLength:N0} ตัวอักษร)", "Remark");
        }

        State = EntryState.NeedsChanges;
        Record(Verbs.EntryReturned, by, now, ("revision", LatestNumber), ("author", LatestAuthorId), ("recorder", LatestRecorderId));
        return new Remark { EntryId = Id, RevisionNumber = LatestNumber, ById = by.Id, At = JournalChain.Truncate(now), Text = cleaned };
    }

    /// <summary>A second person says that the text is good. Nobody who wrote on it since the last publication may.</summary>
    public void Approve(Actor by, DateTimeOffset now)
    {
        Demand(by, Permission.Review, AreaCode);
        Expect("entry.not-in-review", "เรื่องนี้ไม่ได้รอตรวจอยู่ อาจมีคนตรวจไปแล้ว", State == EntryState.InReview);
        Expect("entry.own", "ผู้เขียนอนุมัติเรื่องของตนเองไม่ได้ โปรดให้อีกคนหนึ่งตรวจ", !IsWrittenBy(by.Id));
        State = EntryState.Approved;
        Record(Verbs.EntryApproved, by, now, ("revision", LatestNumber), ("author", LatestAuthorId), ("recorder", LatestRecorderId));
    }

    private static void Expect(string code, string message, bool holds)
    {
        if (!holds)
        {
            throw new PortalException(code, message);
        }
    }
}
