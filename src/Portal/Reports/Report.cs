using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Reports;

/// <summary>Why a reader reports a page.</summary>
public enum ReportReason
{
    Wrong,

    /// <summary>Somebody may come to harm: chemicals, electricity, a dose.</summary>
    Danger,

    /// <summary>It shows a person who did not agree, or says too much of one.</summary>
    Privacy,

    /// <summary>Somebody else's work, or a wrong name beside it.</summary>
    Credit,
    Other,
}

/// <summary>How an officer ended a report.</summary>
public enum ReportOutcome
{
    Fixed,
    NoFault,
}

/// <summary>What is reported.</summary>
/// <param name="Type">One of <see cref="Subjects"/>.</param>
/// <param name="Area">Official code of the area whose officers answer; empty → who runs the portal.</param>
public sealed record ReportedPage(string Type, Guid Id, string Address, string Title, string Area);

/// <summary>A reader's word that something on a page is not right. Seen by officers of the area alone; who sent it is not known.</summary>
public sealed class Report : Aggregate
{
    public const int TextLength = 2_000;

    /// <summary>In this time somebody answers.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromHours(48);

    private Report() { }

    /// <summary>One of <see cref="Subjects"/>.</summary>
    public string SubjectType { get; private init; } = "";

    public Guid SubjectId { get; private init; }

    /// <summary>Path of the page when it was reported.</summary>
    public string Address { get; private init; } = "";

    public string Title { get; private init; } = "";

    public string AreaCode { get; private init; } = "";

    public ReportReason Reason { get; private init; }

    /// <summary>Empty again a month after it was closed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Digits; only when the reader wants an answer, and gone with <see cref="Text"/>.</summary>
    public string Phone { get; private set; } = "";

    public DateTimeOffset At { get; private init; }

    public DateTimeOffset Due => At + Time;

    /// <summary>Whether this report keeps the page away from readers.</summary>
    public bool Hides { get; private set; }

    public ReportOutcome? Outcome { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public Guid? ClosedById { get; private set; }

    /// <summary>What the officer noted for the office.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>A reader's report; it needs no account, and so no permission.</summary>
    /// <param name="id">From the form: the same form sent twice is one report.</param>
    /// <exception cref="PortalException">It says too much, too little, or what nobody may keep.</exception>
    public static Report Of(Guid id, ReportedPage page, ReportReason reason, string text, string phone, DateTimeOffset now)
    {
        var (said, digits) = (EntryRules.Block(text), "");
        Demand(said.Length <= TextLength, "report.text", $"ข้อความยาวเกินไป ใช้ได้ไม่เกิน {TextLength:N0} ตัวอักษร (ตอนนี้ {said.Length:N0})", "Text");
        Demand(said.Length > 0 || reason != ReportReason.Other, "report.text", "โปรดบอกสั้น ๆ ว่ามีปัญหาอะไร", "Text");
        Demand(!CitizenNumber.IsIn(said), "report.citizen", CitizenNumber.Sentence("ข้อความ"), "Text");
        if (!string.IsNullOrWhiteSpace(phone) && !PhoneNumber.TryRead(phone, out digits, out var why))
        {
            throw new PortalException("report.phone", why, "Phone");
        }

        var report = new Report
        {
            Id = id,
            SubjectType = page.Type,
            SubjectId = page.Id,
            Address = page.Address,
            // A person who is erased is erased here too: the page says who it is.
            Title = page.Type == Subjects.Sage ? "หน้าของปราชญ์" : page.Title,
            AreaCode = page.Area,
            Reason = reason,
            Text = said,
            Phone = digits,
            At = JournalChain.Truncate(now),
        };
        report.Record(Verbs.PageReported, Actor.System, now, ("reason", reason), ("area", page.Area), ("owner", page.Type), ("owner-id", page.Id));
        return report;
    }

    /// <summary>Keeps the page away from readers until the report is closed.</summary>
    internal void Hide(Actor by, DateTimeOffset now)
    {
        DemandOpen(by);
        Demand(SubjectType == Subjects.Entry, "report.no-entry", "ซ่อนได้เฉพาะบทเรียน บทความ และหน้าเว็บ", null);
        Hides = true;
        Record(Verbs.ReportHid, by, now, ("area", AreaCode));
    }

    internal void Close(ReportOutcome outcome, string answer, Actor by, DateTimeOffset now)
    {
        DemandOpen(by);
        var noted = EntryRules.Block(answer);
        Demand(noted.Length <= TextLength, "report.answer", $"บันทึกยาวเกินไป ใช้ได้ไม่เกิน {TextLength:N0} ตัวอักษร", "Answer");
        Demand(!CitizenNumber.IsIn(noted), "report.citizen", CitizenNumber.Sentence("บันทึก"), "Answer");
        (Outcome, Answer, Hides, ClosedAt, ClosedById) = (outcome, noted, false, JournalChain.Truncate(now), by.Id);
        Record(Verbs.ReportClosed, by, now, ("area", AreaCode), ("outcome", outcome));
    }

    private void DemandOpen(Actor by)
    {
        Demand(by.May(Permission.Publish, AreaCode), "report.forbidden", "ท่านยังไม่มีสิทธิ์ตอบเรื่องแจ้งของพื้นที่นี้", null);
        Demand(Outcome is null, "report.closed", "มีคนตอบเรื่องนี้ไปแล้ว", null);
    }

    private static void Demand(bool holds, string code, string message, string? field)
    {
        if (!holds)
        {
            throw new PortalException(code, message, field);
        }
    }

    private sealed class Config : IEntityTypeConfiguration<Report>
    {
        public void Configure(EntityTypeBuilder<Report> report)
        {
            report.ToTable("Reports");
            report.HasIndex(r => new { r.Outcome, r.At });
            report.HasIndex(r => new { r.SubjectType, r.SubjectId });
        }
    }
}
