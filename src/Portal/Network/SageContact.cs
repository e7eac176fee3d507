using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Network;

/// <summary>A way to reach a sage. Rows of their own, so that nothing that is shown, searched or kept as history holds them.</summary>
public sealed class SageContact
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid SageId { get; set; }

    public required ContactChannel Channel { get; init; }

    /// <summary>As it is dialled or looked up: digits of a telephone number.</summary>
    public required string Value { get; set; }

    /// <summary>Who may see it at most; readers do only while the consent for the telephone number stands too.</summary>
    public required Visibility Visibility { get; set; }

    /// <summary>When it suits, in words.</summary>
    public string BestTime { get; set; } = "";

    /// <summary>When somebody last wrote it: from then it counts as confirmed.</summary>
    public DateTimeOffset WrittenAt { get; set; }

    private sealed class Config : IEntityTypeConfiguration<SageContact>
    {
        public void Configure(EntityTypeBuilder<SageContact> contact)
        {
            contact.ToTable("SageContacts");
            contact.HasIndex(c => c.SageId);
            contact.HasOne<Sage>().WithMany().HasForeignKey(c => c.SageId);
        }
    }
}

public enum ContactChannel
{
    Phone,
    Line,
    Facebook,
    Email,
}
