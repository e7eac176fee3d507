using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Identity;

/// <summary>A sage lets somebody write down what they tell (S02). Ended, the row stays as history.</summary>
public sealed class Delegation
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid SageId { get; init; }

    public required Guid RecorderId { get; init; }

    public required DateTimeOffset From { get; init; }

    public DateTimeOffset? EndedAt { get; internal set; }

    private sealed class Config : IEntityTypeConfiguration<Delegation>
    {
        public void Configure(EntityTypeBuilder<Delegation> delegation)
        {
            delegation.ToTable("Delegations");
            delegation.HasIndex(d => new { d.RecorderId, d.EndedAt });
            delegation.HasIndex(d => new { d.SageId, d.EndedAt });
            delegation.HasOne<Member>().WithMany().HasForeignKey(d => d.SageId);
            delegation.HasOne<Member>().WithMany().HasForeignKey(d => d.RecorderId);
        }
    }
}
