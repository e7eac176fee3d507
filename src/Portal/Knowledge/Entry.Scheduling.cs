using System.Globalization;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>Why a text was not published at its time.</summary>
public enum MissReason
{
    /// <summary>Who had scheduled it may no longer publish there.</summary>
    GrantGone,

    /// <summary>Its address was taken meanwhile.</summary>
    AddressTaken,

    /// <summary>Somebody who is seen in it no longer agrees.</summary>
    ConsentGone,

    Refused,
}

public sealed partial class Entry
{
    /// <summary>When the approved revision is published by itself; only while <see cref="EntryState.Scheduled"/>.</summary>
    public DateTimeOffset? PublishDue { get; private set; }

    /// <summary>Who scheduled it, and so publishes it.</summary>
    public Guid? SchedulerId { get; private set; }

    /// <summary>When the text is taken away from readers by itself; only while it is live or scheduled.</summary>
    public DateTimeOffset? ExpiryDue { get; private set; }

    public Guid? ExpirySetterId { get; private set; }

    public bool CanBeScheduled => State is EntryState.Approved or EntryState.Scheduled;

    /// <summary>Has the approved text published at a moment, and taken away again at another.</summary>
    /// <param name="expiry"><c>null</c> → it stays.</param>
    public void Schedule(DateTimeOffset at, DateTimeOffset? expiry, Actor by, DateTimeOffset now)
    {
        Demand(by, Permission.Publish, AreaCode);
        Expect("entry.not-approved", "เรื่องนี้ยังไม่ผ่านการตรวจ จึงยังตั้งเวลาเผยแพร่ไม่ได้", CanBeScheduled);
        var moment = JournalChain.Truncate(at);
        if (State == EntryState.Approved || PublishDue != moment)
        {
            DemandFuture(moment, now, "PublishDate");
            (State, PublishDue, SchedulerId) = (EntryState.Scheduled, moment, by.Id);
            Record(Verbs.EntryScheduled, by, now, ("revision", LatestNumber), ("on", ThaiTime.Day(moment)), ("at", Clock(moment)));
        }

        SetExpiry(expiry, by, now);
    }

    /// <summary>The approved text waits for somebody to publish it again.</summary>
    public void Unschedule(Actor by, DateTimeOffset now)
    {
        Demand(by, Permission.Publish, AreaCode);
        LeaveSchedule(by, now);
    }

    /// <summary>Has the live text taken away from readers at a moment; <c>null</c> → no longer.</summary>
    public void ExpireAt(DateTimeOffset? at, Actor by, DateTimeOffset now)
    {
        Demand(by, Permission.Publish, AreaCode);
        Expect("entry.not-live", "เรื่องนี้ไม่ได้เผยแพร่อยู่", IsLive);
        SetExpiry(at, by, now);
    }

    /// <summary>Its time came, and it could not be published: it waits for a person again.</summary>
    internal void MissSchedule(MissReason reason, DateTimeOffset now)
    {
        Record(
            Verbs.EntryScheduleMissed,
            Actor.System,
            now,
            ("revision", LatestNumber),
            ("missed", reason),
            ("publisher", SchedulerId),
            ("author", LatestAuthorId),
            ("recorder", LatestRecorderId));
        ClearSchedule();
    }

    private void SetExpiry(DateTimeOffset? at, Actor by, DateTimeOffset now)
    {
        DateTimeOffset? moment = at is { } given ? JournalChain.Truncate(given) : null;
        if (moment is { } end && PublishDue is { } begin && end <= begin)
        {
            throw new PortalException("entry.expiry", "เวลาเลิกเผยแพร่ต้องอยู่หลังเวลาเผยแพร่", "ExpiryDate");
        }

        if (moment == ExpiryDue)
        {
            return;
        }

        if (moment is { } due)
        {
            DemandFuture(due, now, "ExpiryDate");
            (ExpiryDue, ExpirySetterId) = (due, by.Id);
            Record(Verbs.EntryExpirySet, by, now, ("on", ThaiTime.Day(due)), ("at", Clock(due)));
        }
        else
        {
            (ExpiryDue, ExpirySetterId) = (null, null);
            Record(Verbs.EntryExpiryLifted, by, now);
        }
    }

    private void LeaveSchedule(Actor by, DateTimeOffset now)
    {
        if (State == EntryState.Scheduled)
        {
            ClearSchedule();
            Record(Verbs.EntryUnscheduled, by, now, ("revision", LatestNumber));
        }
    }

    private void ClearSchedule()
    {
        (State, PublishDue, SchedulerId) = (EntryState.Approved, null, null);
        if (!IsLive)
        {
            (ExpiryDue, ExpirySetterId) = (null, null);
        }
    }

    private static void DemandFuture(DateTimeOffset moment, DateTimeOffset now, string field)
    {
        if (moment <= now)
        {
            throw new PortalException("entry.past", "เวลานี้ผ่านไปแล้ว โปรดเลือกเวลาที่ยังมาไม่ถึง", field);
        }
    }

    // 08-30: the journal takes codes.
    private static string Clock(DateTimeOffset moment) => ThaiTime.Local(moment).ToString("HH-mm", CultureInfo.InvariantCulture);
}
