using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Programme;

/// <summary>หนังสือสั่งการ: an official letter that asks areas to do something by a day.</summary>
public sealed class Directive : Aggregate
{
    private Directive() { }

    /// <summary>Lasting name in files.</summary>
    public string Key { get; private init; } = "";

    public string Slug { get; private set; } = "";

    /// <summary>The letter's number as it is printed, «ที่ บร ๐๐๑๙/ว ๕๕๐.๓».</summary>
    public string Number { get; private set; } = "";

    /// <summary>Its เรื่อง.</summary>
    public string Subject { get; private set; } = "";

    public DateOnly Date { get; private set; }

    /// <summary>Area that it was issued for.</summary>
    public string AreaCode { get; private set; } = "";

    public DirectiveText Text { get; private set; } = new();

    public static Directive Create(string key) => new() { Key = key };

    /// <param name="slug">Empty → made from the subject.</param>
    public void Write(string number, string subject, string slug, DateOnly date, string area, DirectiveText text, Actor by, DateTimeOffset now)
    {
        if (!by.May(Permission.Publish, area) || (AreaCode.Length > 0 && !by.May(Permission.Publish, AreaCode)))
        {
            throw new PortalException("directive.forbidden", "ท่านยังไม่มีสิทธิ์บันทึกหนังสือสั่งการในพื้นที่นี้");
        }

        text.Demand(date);
        (Number, Subject, Date, AreaCode, Text) = (number, subject, date, area, text);
        Slug = slug.Length > 0 ? slug : Thai.Slug.From(subject);
        Record(Verbs.DirectiveWritten, by, now, ("area", area), ("on", date), ("due", text.Due));
    }

    private sealed class Config : IEntityTypeConfiguration<Directive>
    {
        public void Configure(EntityTypeBuilder<Directive> directive)
        {
            directive.ToTable("Directives");
            directive.HasIndex(d => d.Key).IsUnique();
            directive.HasIndex(d => d.Slug).IsUnique();
            directive.Property(d => d.Text).HasJsonConversion();
        }
    }
}

/// <summary>What a directive says beside number, subject and date.</summary>
public sealed record DirectiveText
{
    public string Summary { get; init; } = "";

    /// <summary>Who sent it.</summary>
    public string IssuedBy { get; init; } = "";

    /// <summary>Unit that answers questions about it.</summary>
    public string Responsible { get; init; } = "";

    /// <summary>That unit's telephone, as printed.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Names of what came with it; the files are not kept.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>Codes of the areas that it is sent to, the exempted among them.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Codes of those that it leaves out.</summary>
    public IReadOnlyList<string> Exempt { get; init; } = [];

    /// <summary>Last day on which it can be done; <c>null</c> when none is set.</summary>
    public DateOnly? Due { get; init; }

    public IReadOnlyList<DirectiveTask> Tasks { get; init; } = [];

    /// <summary>The letter itself, Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>Areas that have to do it.</summary>
    public IEnumerable<string> Addressed() => To.Except(Exempt);

    /// <summary>The moment when it is too late: «ภายในวันที่ 9» ends at 24:00 in Bangkok.</summary>
    public DateTimeOffset? DueAt() => Due is { } day ? ThaiTime.StartOf(day.AddDays(1)) : null;

    internal void Demand(DateOnly date)
    {
        if (Due < date)
        {
            throw new PortalException("directive.due", "วันครบกำหนดอยู่ก่อนวันที่ของหนังสือ", "due");
        }

        if (Exempt.Except(To).Any())
        {
            throw new PortalException("directive.exempt", "พื้นที่ที่ยกเว้นต้องอยู่ในพื้นที่ที่หนังสือส่งถึง", "exempt");
        }

        if (Tasks.Any(t => t.Key.Length == 0 || t.Text.Length == 0) || Tasks.Select(t => t.Key).Distinct().Count() < Tasks.Count)
        {
            throw new PortalException("directive.tasks", "แต่ละงานต้องมีชื่อ (key) ที่ไม่ซ้ำกัน และข้อความ", "tasks");
        }

        if (Tasks.Any(t => t.Number < 1))
        {
            throw new PortalException("directive.number", "จำนวนของงานต้องเป็น 1 ขึ้นไป", "tasks");
        }
    }
}

/// <summary>One thing that a directive asks for.</summary>
/// <param name="Key">Lasting name within the directive.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Rule">How it is counted whether it was done.</param>
/// <param name="Number">The number in the rule.</param>
public sealed record DirectiveTask(string Key, string Text, TaskRule Rule, int Number = 1);

/// <summary>What is counted in a district to know that a task is done there.</summary>
public enum TaskRule
{
    /// <summary>At least so many centres.</summary>
    Centres,

    /// <summary>At least ⌈plots / number⌉ centres: one for each begun so many plots.</summary>
    PlotsPerCentre,

    /// <summary>At least so many sages or leaders in the register.</summary>
    Sages,

    /// <summary>A plan of Activity 4 with at least so many plots to begin at (kick-off).</summary>
    KickOffs,
}
