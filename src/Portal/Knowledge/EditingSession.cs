using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>
/// A form of a text that a member has open, and what was typed there and not saved. Only that member reads the typing; it is no revision, and the journal
/// does not tell of it.
/// </summary>
public sealed class EditingSession
{
    /// <summary>As JSON.</summary>
    public const int FieldsLength = 400_000;

    /// <summary>Forms of one member with something typed; the oldest gives way.</summary>
    public const int Most = 20;

    public required Guid MemberId { get; init; }

    /// <summary>Which form: <see cref="FormOf"/>.</summary>
    public required string Form { get; init; }

    /// <summary>Name and text of each field, as the browser sends them; empty → nothing typed.</summary>
    public IReadOnlyList<TypedField> Fields { get; set; } = [];

    public DateTimeOffset? TypedAt { get; set; }

    /// <summary>When the form was last known to be open.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>The form of a text, or of a new one of a type.</summary>
    public static string FormOf(Guid? entry, EntryType type) => entry?.ToString() ?? $"new-{type.Code()}";

    private sealed class Config : IEntityTypeConfiguration<EditingSession>
    {
        public void Configure(EntityTypeBuilder<EditingSession> session)
        {
            session.ToTable("EditingSessions");
            session.HasKey(s => new { s.MemberId, s.Form });
            session.HasIndex(s => new { s.Form, s.SeenAt });
            session.HasIndex(s => s.SeenAt);
            session.Property(s => s.Fields).HasJsonConversion();
        }
    }
}

/// <summary>A field of a form as it was sent.</summary>
public sealed record TypedField(string Name, string Text);
