using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>What the import remembers of a file.</summary>
public sealed class ImportedFile
{
    public required string Type { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of the file, hex.</summary>
    public required string Hash { get; set; }

    /// <summary>The thing's <see cref="Aggregate.Version"/> after the import. Further on → people edited it, or took it away from readers.</summary>
    public required int Mark { get; set; }

    private sealed class Config : IEntityTypeConfiguration<ImportedFile>
    {
        public void Configure(EntityTypeBuilder<ImportedFile> file)
        {
            file.ToTable("ImportedFiles");
            file.HasKey(f => new { f.Type, f.Key });
        }
    }
}
