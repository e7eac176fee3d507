using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Registers;

/// <summary>What a register record said at one moment. Never changed; erasing a person removes it.</summary>
public sealed class RecordRevision
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The sage, centre or plot.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>1, 2, 3 … of the record.</summary>
    public required int Number { get; init; }

    /// <summary>Key of the form definition that it was filled in with; empty when it came from a file.</summary>
    public required string FormKey { get; init; }

    public required Guid RecorderId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The whole record, JSON.</summary>
    public required string Text { get; init; }

    public T Read<T>() => JsonColumn.Read<T>(Text);

    private sealed class Config : IEntityTypeConfiguration<RecordRevision>
    {
        public void Configure(EntityTypeBuilder<RecordRevision> revision)
        {
            revision.ToTable("RecordRevisions");
            revision.HasIndex(r => new { r.SubjectId, r.Number }).IsUnique();
        }
    }
}
