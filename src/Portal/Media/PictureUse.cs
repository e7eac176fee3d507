using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Media;

/// <summary>A picture that a revision of a text shows. Written with the revision and never changed, as that is.</summary>
public sealed class PictureUse
{
    public required Guid EntryId { get; init; }

    /// <summary>Of the revision.</summary>
    public required int Number { get; init; }

    public required Guid PictureId { get; init; }

    private sealed class Config : IEntityTypeConfiguration<PictureUse>
    {
        public void Configure(EntityTypeBuilder<PictureUse> use)
        {
            use.ToTable("PictureUses");
            use.HasKey(u => new { u.EntryId, u.Number, u.PictureId });
            use.HasIndex(u => u.PictureId);
        }
    }
}
