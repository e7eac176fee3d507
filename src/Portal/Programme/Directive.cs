using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Programme;

/// <summary>หนังสือสั่งการ: an official letter that asks areas to do something by a day. It opens a round: areas report until it is closed.</summary>
public sealed class Directive : Aggregate
{
    /// <summary>How long after the day reports are still taken, marked as late; then the round closes by itself.</summary>
    public static readonly TimeSpan LateLasts = TimeSpan.FromDays(90);

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

    /// <param name="own">Id that the form gave it, so that the same form sent twice is one.</param>
    public static Directive Create(string? key, Guid? own = null)
    {
        var id = own ?? Guid.CreateVersion7();
        return new() { Id = id, Key = key ?? id.ToString() };
    }

    /// <summary>Whether areas report on it now.</summary>
    public bool IsOpen(DateTimeOffset now) =>
        ThaiTime.StartOf(Date) <= now && Text.DueAt() is { } due && now < due + LateLasts;

    /// <summary>An area need not do it. It is out of every total from then on.</summary>
    public void Exempt(string area, Actor by, DateTimeOffset now)
    {
        Demand(by);
        if (!Text.Addressed().Contains(area))
        {
            throw new PortalException("directive.area", "พื้นที่นี้ไม่อยู่ในพื้นที่ที่หนังสือส่งถึง หรือยกเว้นไว้แล้ว");
        }

        Text = Text with { Exempt = [.. Text.Exempt, area] };
        Record(Verbs.DirectiveExempted, by, now, ("area", area));
    }

    /// <summary>An area that was left out has to do it after all.</summary>
    public void LiftExemption(string area, Actor by, DateTimeOffset now)
    {
        Demand(by);
        if (!Text.Exempt.Contains(area))
        {
            throw new PortalException("directive.area", "พื้นที่นี้ไม่ได้ยกเว้นอยู่");
        }

        Text = Text with { Exempt = [.. Text.Exempt.Where(a => a != area)] };
        Record(Verbs.DirectiveExemptionLifted, by, now, ("area", area));
    }

    /// <param name="slug">Empty → made from the subject.</param>
    public void Write(string number, string subject, string slug, DateOnly date, string area, DirectiveText text, Actor by, DateTimeOffset now)
    {
        if (!by.May(Permission.Publish, area) || (AreaCode.Length > 0 && !by.May(Permission.Publish, AreaCode)))
        {
            throw Forbidden();
        }

        if (!Thai.ThaiText.HasLetterOrDigit(number) || !Thai.ThaiText.HasLetterOrDigit(subject))
        {
            throw new PortalException("directive.head", "หนังสือต้องมีเลขที่และเรื่อง", number.Length == 0 ? "number" : "subject");
        }

        text.Demand(date, area);
        (Number, Subject, Date, AreaCode, Text) = (number, subject, date, area, text);
        Slug = slug.Length > 0 ? slug : Thai.Slug.From(subject);
        Record(Verbs.DirectiveWritten, by, now, RoundRules.Of(this).Facts(date));
    }

    private void Demand(Actor by)
    {
        if (!by.May(Permission.Publish, AreaCode))
        {
            throw Forbidden();
        }
    }

    private static PortalException Forbidden() => new("directive.forbidden", "ท่านยังไม่มีสิทธิ์บันทึกหนังสือสั่งการในพื้นที่นี้");

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
