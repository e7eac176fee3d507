using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Privacy;

/// <summary>What is known of a breach of personal data.</summary>
/// <param name="Found">When somebody became aware of it; the 72 hours run from here.</param>
/// <param name="Data">Which data, of what kind of people.</param>
/// <param name="People">How many people; <c>null</c> → not known yet.</param>
/// <param name="Done">What was done about it.</param>
/// <param name="ToldOffice">When สคส. was told.</param>
/// <param name="ToldPeople">When the people were told.</param>
public sealed record BreachText(DateTimeOffset Found, string What, string Data, int? People, string Done, DateTimeOffset? ToldOffice, DateTimeOffset? ToldPeople);

/// <summary>เหตุละเมิดข้อมูลส่วนบุคคล: what happened, and what was done, told and when. Each wording stays.</summary>
public sealed class Breach : Aggregate
{
    /// <summary>The announcement of 2565 under PDPA s.37(4): the office is told within this time after somebody became aware.</summary>
    public static readonly TimeSpan Allowed = TimeSpan.FromHours(72);

    private Breach() { }

    /// <summary>Area of who noted it; who protects data there, or above, sees it.</summary>
    public string AreaCode { get; private init; } = "";

    public BreachText Text { get; private set; } = new(default, "", "", null, "", null, null);

    public int RevisionNumber { get; private set; }

    /// <summary>When สคส. has to be told at the latest.</summary>
    public DateTimeOffset Deadline => Text.Found + Allowed;

    /// <param name="own">Id that the form gave it, so that the same form sent twice is one.</param>
    public static Breach Create(Guid own, string area) => new() { Id = own, AreaCode = area };

    /// <returns>The wording, to be added to the database.</returns>
    public BreachNote Write(BreachText text, Actor by, DateTimeOffset now)
    {
        if (!by.May(Permission.ProtectData, AreaCode))
        {
            throw new PortalException("breach.forbidden", "ท่านยังไม่มีสิทธิ์บันทึกเหตุละเมิดในพื้นที่นี้");
        }

        BreachRules.Demand(text, now);
        (Text, RevisionNumber) = (text, RevisionNumber + 1);
        if (RevisionNumber == 1)
        {
            Record(Verbs.BreachNoted, by, now, ("area", AreaCode), ("on", ThaiTime.Day(text.Found)));
        }
        else
        {
            Record(Verbs.BreachRevised, by, now, ("area", AreaCode), ("revision", RevisionNumber));
        }

        return new() { BreachId = Id, Number = RevisionNumber, Text = text, ById = by.Id, At = JournalChain.Truncate(now) };
    }

    private sealed class Config : IEntityTypeConfiguration<Breach>
    {
        public void Configure(EntityTypeBuilder<Breach> breach)
        {
            breach.ToTable("Breaches");
            breach.Ignore(b => b.Deadline);
            breach.Property(b => b.Text).HasJsonConversion();
            breach.HasMany<BreachNote>().WithOne().HasForeignKey(n => n.BreachId);
        }
    }
}

/// <summary>One wording of a breach. Never changed.</summary>
public sealed class BreachNote
{
    public required Guid BreachId { get; init; }

    /// <summary>1, 2, 3 … of the breach.</summary>
    public required int Number { get; init; }

    public required BreachText Text { get; init; }

    public required Guid ById { get; init; }

    public required DateTimeOffset At { get; init; }

    private sealed class Config : IEntityTypeConfiguration<BreachNote>
    {
        public void Configure(EntityTypeBuilder<BreachNote> note)
        {
            note.ToTable("BreachNotes");
            note.HasKey(n => new { n.BreachId, n.Number });
            note.Property(n => n.Text).HasJsonConversion();
        }
    }
}
