using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>What an entry said at one moment. Never changed.</summary>
public sealed class Revision
{
    public required Guid EntryId { get; init; }

    /// <summary>1, 2, 3 … within the entry; the version that readers see.</summary>
    public required int Number { get; init; }

    public required EntryContent Content { get; init; }

    public required Guid AuthorId { get; init; }

    /// <summary>Who wrote it down for the author; <c>null</c> → nobody else.</summary>
    public Guid? RecorderId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The same with less in it, for a reader who may not know all.</summary>
    internal Revision With(EntryContent content) => new() { EntryId = EntryId, Number = Number, Content = content, AuthorId = AuthorId, RecorderId = RecorderId, At = At };

    private sealed class Config : IEntityTypeConfiguration<Revision>
    {
        public void Configure(EntityTypeBuilder<Revision> revision)
        {
            revision.ToTable("Revisions");
            revision.HasKey(r => new { r.EntryId, r.Number });
            revision.Property(r => r.Content).HasJsonConversion();
        }
    }
}
