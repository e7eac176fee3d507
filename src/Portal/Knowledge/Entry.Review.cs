using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Portal.Knowledge;

public sealed partial class Entry
{
    public const int RemarkLength = 2_000;

    /// <summary>When the text was last sent to be reviewed.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Who is to review it, while it is in review; <c>null</c> → whoever comes first.</summary>
    public Guid? ReviewerId { get; private set; }

    /// <summary>Last day in Bangkok for the review.</summary>
    public DateOnly? ReviewDue { get; private set; }

    public bool CanBeSubmitted => State is EntryState.Draft or EntryState.NeedsChanges or EntryState.Archived;

    /// <summary>Whether the member wrote on what waits now; such a one may not approve it.</summary>
    public bool IsWrittenBy(Guid memberId) => LatestAuthorId == memberId || ContributorIds.Contains(memberId);

    /// <summary>Whether somebody may approve it: a reviewer of the area who did not write on it.</summary>
    public bool IsReviewableBy(Actor actor) => actor.May(Permission.Review, AreaCode) && !IsWrittenBy(actor.Id);

    public void Submit(Actor by, DateTimeOffset now)
    {
        DemandWriting(by, AreaCode, CentreKeys);
        Expect("entry.not-draft", "เรื่องนี้ส่งตรวจไปแล้ว หรือเผยแพร่แล้ว", CanBeSubmitted);
        State = EntryState.InReview;
        SubmittedAt = JournalChain.Truncate(now);
        Record(Verbs.EntrySubmitted, by, now, ("revision", LatestNumber));
    }

    /// <summary>Says who is to review it and by when; neither keeps others of the area from doing it first.</summary>
    /// <param name="reviewer"><c>null</c> → whoever comes first.</param>
    public void Assign(Actor? reviewer, DateOnly? due, Actor by, DateTimeOffset now)
    {
        Demand(by, Permission.Review, AreaCode);
        ExpectInReview();
        if (reviewer is not null && !IsReviewableBy(reviewer))
        {
            throw new PortalException("entry.reviewer", "คนนี้ตรวจเรื่องนี้ไม่ได้ ต้องมีสิทธิ์ตรวจในพื้นที่และไม่ได้เขียนเรื่องนี้", "Reviewer");
        }

        if (due != ReviewDue && due < ThaiTime.Day(now))
        {
            throw new PortalException("entry.review-due", "วันนี้ผ่านไปแล้ว โปรดเลือกวันนี้หรือวันข้างหน้า", "Due");
        }

        if ((reviewer?.Id, due) != (ReviewerId, ReviewDue))
        {
            (ReviewerId, ReviewDue) = (reviewer?.Id, due);
            Record(Verbs.EntryReviewAssigned, by, now, ("revision", LatestNumber), ("member", ReviewerId), ("due", due));
        }
    }

    /// <summary>Sends the text back to its author with what should change, as a whole and at its fields.</summary>
    public void Return(IReadOnlyList<FieldRemark> remarks, Actor by, DateTimeOffset now)
    {
        Demand(by, Permission.Review, AreaCode);
        ExpectInReview();
        var cleaned = remarks.Select(r => r with { Text = EntryRules.Block(r.Text) }).Where(r => r.Text.Length > 0).ToList();
        if (cleaned.Count == 0)
        {
            throw new PortalException("entry.remark", "โปรดบอกผู้เขียนว่าอยากให้แก้อะไร", "Remark");
        }

        if (cleaned.Find(r => r.Text.Length > RemarkLength) is { } tooLong)
        {
            throw new PortalException("entry.remark", $"เขียนได้ไม่เกิน {RemarkLength:N0} ตัวอักษรต่อหนึ่งจุด", tooLong.Field.Length > 0 ? tooLong.Field : "Remark");
        }

        _remarks.AddRange(cleaned.Select(r => new Remark
        {
            EntryId = Id, RevisionNumber = LatestNumber, Field = r.Field, ById = by.Id, At = JournalChain.Truncate(now), Text = r.Text,
        }));
        Close(ReviewOutcome.Returned, [], by, now);
        State = EntryState.NeedsChanges;
        Record(Verbs.EntryReturned, by, now, ("revision", LatestNumber), ("author", LatestAuthorId), ("recorder", LatestRecorderId));
    }

    /// <summary>A second person says that the text is good. Nobody who wrote on it since the last publication may.</summary>
    /// <param name="ticked">What that person has looked at: everything.</param>
    public void Approve(IReadOnlyCollection<ReviewPoint> ticked, Actor by, DateTimeOffset now)
    {
        Demand(by, Permission.Review, AreaCode);
        ExpectInReview();
        Expect("entry.own", "ผู้เขียนอนุมัติเรื่องของตนเองไม่ได้ โปรดให้อีกคนหนึ่งตรวจ", !IsWrittenBy(by.Id));
        var open = Enum.GetValues<ReviewPoint>().Except(ticked).Select(p => p.Name()).ToList();
        if (open.Count > 0)
        {
            throw new PortalException("entry.checklist", $"ยังไม่ได้ทำเครื่องหมาย {string.Join(", ", open)} ถ้าข้อใดยังไม่ผ่าน โปรด «ขอให้แก้»", "Ticked");
        }

        Close(ReviewOutcome.Approved, [.. ticked.Distinct().Order()], by, now);
        State = EntryState.Approved;
        Record(Verbs.EntryApproved, by, now, ("revision", LatestNumber), ("author", LatestAuthorId), ("recorder", LatestRecorderId));
    }

    private void ExpectInReview() => Expect("entry.not-in-review", "เรื่องนี้ไม่ได้รอตรวจอยู่ อาจมีคนตรวจไปแล้ว", State == EntryState.InReview);

    private void Close(ReviewOutcome outcome, IReadOnlyList<ReviewPoint> ticked, Actor by, DateTimeOffset now)
    {
        _reviews.Add(new Review
        {
            EntryId = Id,
            RevisionNumber = LatestNumber,
            Outcome = outcome,
            ById = by.Id,
            At = JournalChain.Truncate(now),
            Ticked = ticked,
            ReviewerId = ReviewerId,
            Due = ReviewDue,
        });
        (ReviewerId, ReviewDue) = (null, null);
    }

    private static void Expect(string code, string message, bool holds)
    {
        if (!holds)
        {
            throw new PortalException(code, message);
        }
    }
}
