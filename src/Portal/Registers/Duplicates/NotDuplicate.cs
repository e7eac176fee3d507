using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Registers.Duplicates;

/// <summary>Somebody who knows said that two sages with names alike are two people: they are not asked about again.</summary>
public sealed class NotDuplicate
{
    /// <summary>The smaller of the two ids, so that a pair is one row.</summary>
    public required Guid OneId { get; init; }

    public required Guid OtherId { get; init; }

    public required Guid MemberId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The two in the order in which they are kept.</summary>
    public static (Guid One, Guid Other) Pair(Guid a, Guid b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);

    private sealed class Config : IEntityTypeConfiguration<NotDuplicate>
    {
        public void Configure(EntityTypeBuilder<NotDuplicate> pair)
        {
            pair.ToTable("NotDuplicates");
            pair.HasKey(p => new { p.OneId, p.OtherId });
            pair.HasIndex(p => p.OtherId);
            pair.HasOne<Sage>().WithMany().HasForeignKey(p => p.OneId);
            pair.HasOne<Sage>().WithMany().HasForeignKey(p => p.OtherId);
        }
    }
}
