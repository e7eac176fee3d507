using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Registers;

/// <summary>What a checker asks to be put right at one field.</summary>
public sealed class RecordRemark
{
    public const int MostLength = 1000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid SubjectId { get; init; }

    /// <summary>Revision that it is about.</summary>
    public required int Number { get; init; }

    /// <summary>Code of the field; empty → the record as a whole.</summary>
    public required string Field { get; init; }

    public required string Text { get; init; }

    public required Guid CheckerId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When the record was accepted after it; until then it is shown beside the field.</summary>
    public DateTimeOffset? SettledAt { get; internal set; }

    private sealed class Config : IEntityTypeConfiguration<RecordRemark>
    {
        public void Configure(EntityTypeBuilder<RecordRemark> remark)
        {
            remark.ToTable("RecordRemarks");
            remark.HasIndex(r => r.SubjectId);
        }
    }
}
