using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Journal;

/// <summary>
/// One row of the portal's journal: audit trail, activity feed, and what search and notices follow. Never updated, never deleted.
/// </summary>
public sealed class Happening
{
    /// <summary>1, 2, 3 … without gaps, in the order of commits.</summary>
    public required long Seq { get; init; }

    /// <summary>UTC, whole microseconds, never before the row above.</summary>
    public required DateTimeOffset At { get; init; }

    public required Guid ActorId { get; init; }

    public required string SubjectType { get; init; }

    public required Guid SubjectId { get; init; }

    public required string Verb { get; init; }

    /// <summary>JSON of the facts that the verb allows; nothing that a person typed.</summary>
    public required string Data { get; init; }

    /// <summary>SHA-256 over the previous row's hash and this row; 32 bytes. See <see cref="JournalChain"/>.</summary>
    public required byte[] Hash { get; init; }

    private sealed class Config : IEntityTypeConfiguration<Happening>
    {
        public void Configure(EntityTypeBuilder<Happening> happening)
        {
            happening.ToTable("Journal");
            happening.HasKey(h => h.Seq);
            happening.Property(h => h.Seq).ValueGeneratedNever();
            happening.HasIndex(h => new { h.SubjectId, h.Seq });
        }
    }
}
