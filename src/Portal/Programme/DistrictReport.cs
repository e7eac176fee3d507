using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Programme;

/// <summary>
/// A district's report on a directive: who sees to it, when it was sent and opened again. While it is sent, the records that the round asks for are
/// locked in the district.
/// </summary>
public sealed class DistrictReport : Aggregate
{
    private DistrictReport() { }

    public Guid DirectiveId { get; private init; }

    /// <summary>Four digits.</summary>
    public string AreaCode { get; private init; } = "";

    /// <summary>Who was asked to see to it; <c>null</c> → nobody in particular.</summary>
    public Guid? AssigneeId { get; private set; }

    public bool IsSent { get; private set; }

    /// <summary>Sendings and openings, oldest first.</summary>
    public IReadOnlyList<ReportStep> Steps { get; private set; } = [];

    /// <summary>The last sending; <c>null</c> before the first.</summary>
    public ReportStep? Sent => Steps.LastOrDefault(s => s.Receipt is not null);

    public static DistrictReport Create(Guid directive, string area) => new() { DirectiveId = directive, AreaCode = area };

    /// <summary>Hands the work to somebody by name.</summary>
    /// <param name="member">Who may enter records in the district; the caller made sure.</param>
    public void Assign(Guid member, Actor by, DateTimeOffset now)
    {
        if (!by.May(Permission.Certify, AreaCode))
        {
            throw new PortalException("report.assign", "เฉพาะพัฒนาการอำเภอหรือจังหวัดจึงมอบหมายงานได้");
        }

        if (AssigneeId != member)
        {
            AssigneeId = member;
            Record(Verbs.ReportAssigned, by, now, ("directive", DirectiveId), ("area", AreaCode), ("member", member));
        }
    }

    /// <summary>Sends what the registers say to the province, as complete as it is; lateness is written down.</summary>
    public void Submit(Receipt receipt, Actor by, DateTimeOffset now)
    {
        Demand(by);
        if (IsSent)
        {
            throw new PortalException("report.sent", "อำเภอส่งรอบนี้ไปแล้ว ถ้าต้องแก้ ให้กด «ขอแก้ไข» ก่อน");
        }

        (IsSent, Steps) = (true, [.. Steps, new(by.Id, JournalChain.Truncate(now), "", receipt)]);
        Record(
            Verbs.ReportSubmitted, by, now, ("directive", DirectiveId), ("area", AreaCode), ("late", receipt.IsLate), ("percent", receipt.Percent), ("checked", receipt.Checked));
    }

    /// <summary>«ขอแก้ไข»: opens the records again and leaves a trace.</summary>
    public void Reopen(string reason, Actor by, DateTimeOffset now)
    {
        Demand(by);
        if (!IsSent)
        {
            throw new PortalException("report.open", "รอบนี้ยังไม่ได้ส่ง แก้ไขได้เลย");
        }

        if (!ThaiText.HasLetterOrDigit(reason) || reason.Length > ActivityProfile.LineLength)
        {
            throw new PortalException("report.reason", $"โปรดบอกว่าขอแก้อะไร ไม่เกิน {ActivityProfile.LineLength} ตัวอักษร", "reason");
        }

        (IsSent, Steps) = (false, [.. Steps, new(by.Id, JournalChain.Truncate(now), reason, null)]);
        Record(Verbs.ReportReopened, by, now, ("directive", DirectiveId), ("area", AreaCode));
    }

    private void Demand(Actor by)
    {
        if (!by.May(Permission.Check, AreaCode))
        {
            throw new PortalException("report.forbidden", "ท่านยังไม่มีสิทธิ์ส่งข้อมูลของอำเภอนี้");
        }
    }

    private sealed class Config : IEntityTypeConfiguration<DistrictReport>
    {
        public void Configure(EntityTypeBuilder<DistrictReport> report)
        {
            report.ToTable("DistrictReports");
            report.HasIndex(r => new { r.DirectiveId, r.AreaCode }).IsUnique();
            report.HasIndex(r => r.AreaCode);
            report.Property(r => r.Steps).HasJsonConversion();
            report.Ignore(r => r.Sent);
        }
    }
}

/// <summary>One sending or opening of a district's report.</summary>
/// <param name="Reason">Why it was opened again; empty with a sending.</param>
/// <param name="Receipt">With a sending.</param>
public sealed record ReportStep(Guid MemberId, DateTimeOffset At, string Reason, Receipt? Receipt);

/// <summary>What a district sent.</summary>
/// <param name="Percent">How complete, 0–100.</param>
/// <param name="Checked">Share of the records that a second person found right, 0–100.</param>
public sealed record Receipt(bool IsLate, int Percent, int Checked, int Centres, int Sages, int Activities);
