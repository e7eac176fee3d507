using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Identity;

/// <summary>Wrong tries of late under one key. No number stands in here, only its hash, and rows of yesterday are swept out.</summary>
public sealed class SignInTry
{
    public required string Key { get; init; }

    public int Failures { get; set; }

    /// <summary>When the counting began.</summary>
    public DateTimeOffset Since { get; set; }

    public DateTimeOffset LastAt { get; set; }

    /// <summary>No further try before this.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>All tries of strange devices at one number, which may not exist.</summary>
    public static string OfNumber(string number) => "n:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(number)))[..32];

    /// <summary>A remembered device has a counter of its own.</summary>
    public static string OfDevice(Guid device) => $"d:{device:N}";

    /// <summary>All strange devices together.</summary>
    public const string Site = "site";

    private sealed class Config : IEntityTypeConfiguration<SignInTry>
    {
        public void Configure(EntityTypeBuilder<SignInTry> attempt)
        {
            attempt.ToTable("SignInTries");
            attempt.HasKey(t => t.Key);
            attempt.HasIndex(t => t.LastAt);
        }
    }
}
