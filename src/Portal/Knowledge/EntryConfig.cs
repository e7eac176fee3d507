using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Knowledge;

internal sealed class EntryConfig : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> entry)
    {
        entry.ToTable("Entries");
        // What lies in the trash is nowhere else.
        entry.HasQueryFilter(e => e.TrashedAt == null);
        entry.HasIndex(e => e.TrashedAt);
        entry.HasIndex(e => new { e.Type, e.Key }).IsUnique();
        entry.HasIndex(e => new { e.Type, e.Slug }).IsUnique();
        entry.HasIndex(e => new { e.IsLive, e.Type, e.PublishedAt });
        entry.HasIndex(e => new { e.AreaCode, e.LatestAt });
        entry.Property(e => e.LatestLicence).HasDefaultValue(Licence.CcBy);
        entry.Property(e => e.LiveLicence).HasDefaultValue(Licence.CcBy);
        entry.HasMany<Revision>("_revisions").WithOne().HasForeignKey(r => r.EntryId);
        entry.HasMany<Media.PictureUse>("_pictures").WithOne().HasForeignKey(u => u.EntryId);
        entry.HasMany<Reference>().WithOne().HasForeignKey(r => r.EntryId);
        entry.HasMany<Alias>().WithOne().HasForeignKey(a => a.EntryId);
        entry.HasMany<Remark>("_remarks").WithOne().HasForeignKey(r => r.EntryId);
        entry.HasMany<Review>("_reviews").WithOne().HasForeignKey(r => r.EntryId);
        entry.HasIndex(e => new { e.State, e.SubmittedAt });
        entry.HasIndex(e => new { e.State, e.PublishDue });
        entry.HasIndex(e => e.ExpiryDue);
    }
}

/// <summary>What a reviewer asked to change.</summary>
public sealed class Remark
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid EntryId { get; init; }

    public required int RevisionNumber { get; init; }

    /// <summary>The field that it is about; empty → the text as a whole.</summary>
    public string Field { get; init; } = "";

    public required Guid ById { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Text { get; init; }

    private sealed class Config : IEntityTypeConfiguration<Remark>
    {
        // Found through the entry it would count as one that is there already.
        public void Configure(EntityTypeBuilder<Remark> remark) => remark.Property(r => r.Id).ValueGeneratedNever();
    }
}

/// <summary>A former address of an entry; it leads to today's.</summary>
public sealed class Alias
{
    public required EntryType Type { get; init; }

    public required string Slug { get; init; }

    public required Guid EntryId { get; init; }

    private sealed class Config : IEntityTypeConfiguration<Alias>
    {
        public void Configure(EntityTypeBuilder<Alias> alias)
        {
            alias.ToTable("Aliases");
            alias.HasKey(a => new { a.Type, a.Slug });
        }
    }
}

/// <summary>What a reference of a live entry points to.</summary>
public enum ReferenceKind
{
    Topic,
    Sage,
    Centre,
    Base,

    /// <summary>A month in which a lesson is done in the field, by its number.</summary>
    Month,

    /// <summary>An uploaded picture that a step or the body uses, by its id: readers see no other picture of the text.</summary>
    Picture,

    /// <summary>A page of the portal that the text links to, by its path; see <see cref="EntryLinks"/>.</summary>
    Link,

    /// <summary>A snippet that the body shows, by its code.</summary>
    Snippet,
}

/// <summary>A link from a live entry to a topic, sage, centre or base, by key. Rewritten at each publication, for lists and counts.</summary>
public sealed class Reference
{
    public required Guid EntryId { get; init; }

    public required ReferenceKind Kind { get; init; }

    public required string Key { get; init; }

    /// <summary>0 is the main one.</summary>
    public required int Position { get; init; }

    private sealed class Config : IEntityTypeConfiguration<Reference>
    {
        public void Configure(EntityTypeBuilder<Reference> reference)
        {
            reference.ToTable("References");
            reference.HasKey(r => new { r.EntryId, r.Kind, r.Key });
            reference.HasIndex(r => new { r.Kind, r.Key });
        }
    }
}
