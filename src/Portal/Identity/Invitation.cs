using System.Security.Cryptography;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Identity;

/// <summary>
/// A one-time way in for a member who has none yet: the first administrator's link, and what ties an account of another provider to
/// a member, by the code or by an e-mail address which that provider has verified.
/// </summary>
public sealed class Invitation
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    // Read from paper and typed: nothing that is mistaken for something else.
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    private const int Length = 16;

    /// <summary>A code as it may be typed, with blanks and dashes.</summary>
    public const int LongestCode = 2 * Length;

    private Invitation() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid MemberId { get; private init; }

    /// <summary>SHA-256 of the code, hex.</summary>
    public string CodeHash { get; private init; } = "";

    /// <summary>Lower case; empty → the code alone opens it. Gone once it is used.</summary>
    public string Email { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? UsedAt { get; private set; }

    /// <returns>The invitation and its code, which is kept nowhere else.</returns>
    internal static (Invitation Invitation, string Code) New(Guid memberId, string email, DateTimeOffset now)
    {
        var code = RandomNumberGenerator.GetString(Letters, Length);
        return (new Invitation { MemberId = memberId, CodeHash = Hash(code), Email = email.Trim().ToLowerInvariant(), ExpiresAt = JournalChain.Truncate(now) + Lasts }, code);
    }

    /// <summary>What a typed or followed code is looked up by: case and blanks do not matter.</summary>
    public static string Hash(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Concat(code.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToLowerInvariant())));

    internal void Use(DateTimeOffset now) => (UsedAt, Email) = (JournalChain.Truncate(now), "");

    private sealed class Config : IEntityTypeConfiguration<Invitation>
    {
        public void Configure(EntityTypeBuilder<Invitation> invitation)
        {
            invitation.ToTable("Invitations");
            invitation.HasIndex(i => i.CodeHash).IsUnique();
            invitation.HasIndex(i => i.Email);
            invitation.HasOne<Member>().WithMany().HasForeignKey(i => i.MemberId);
        }
    }
}

/// <summary>An account of another provider with which a member signs in.</summary>
public sealed class ExternalLogin
{
    /// <summary>Name of the provider in the settings.</summary>
    public required string Provider { get; init; }

    /// <summary>The provider's lasting name of the person (OpenID Connect <c>sub</c>).</summary>
    public required string Subject { get; init; }

    public required Guid MemberId { get; init; }

    public required DateTimeOffset LinkedAt { get; init; }

    private sealed class Config : IEntityTypeConfiguration<ExternalLogin>
    {
        public void Configure(EntityTypeBuilder<ExternalLogin> login)
        {
            login.ToTable("ExternalLogins");
            login.HasKey(l => new { l.Provider, l.Subject });
            login.HasIndex(l => l.MemberId);
            login.HasOne<Member>().WithMany().HasForeignKey(l => l.MemberId);
        }
    }
}
