using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Registers.Duplicates;

/// <summary>A key by which a sage's name is found beside names like it; see <see cref="Thai.ComparableName.Blocks"/>.</summary>
public sealed class SageBlock
{
    public required Guid SageId { get; init; }

    public required string Block { get; init; }

    private sealed class Config : IEntityTypeConfiguration<SageBlock>
    {
        public void Configure(EntityTypeBuilder<SageBlock> block)
        {
            block.ToTable("SageBlocks");
            block.HasKey(b => new { b.SageId, b.Block });
            block.HasIndex(b => b.Block);
            block.HasOne<Sage>().WithMany().HasForeignKey(b => b.SageId);
        }
    }
}
