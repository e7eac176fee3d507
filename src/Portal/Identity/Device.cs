using System.Security.Cryptography;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Identity;

/// <summary>A browser in which a member has signed in. Its secret lies in a cookie there and as a hash here.</summary>
public sealed class Device
{
    /// <summary>How long a device is remembered after the last sign-in.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    /// <summary>How long a session lasts on a device that is not the member's own.</summary>
    public static readonly TimeSpan Borrowed = TimeSpan.FromHours(12);

    private Device() { }

    public Guid Id { get; private init; }

    public Guid MemberId { get; private init; }

    /// <summary>SHA-256 of the cookie's secret, 32 bytes.</summary>
    public byte[] SecretHash { get; private init; } = [];

    /// <summary>«Chrome บน Android»: enough to know one's own phone.</summary>
    public string Label { get; private set; } = "";

    public bool IsRemembered { get; private set; }

    /// <summary>The session that is open there; <c>null</c> → signed out.</summary>
    public Guid? Session { get; private set; }

    public DateTimeOffset FirstAt { get; private init; }

    /// <summary>Last sign-in there.</summary>
    public DateTimeOffset LastAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <returns>The device and the secret for its cookie, which is kept nowhere else.</returns>
    internal static (Device Device, string Secret) New(Guid memberId, DateTimeOffset now)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (new Device { Id = Guid.CreateVersion7(now), MemberId = memberId, SecretHash = Hash(secret), FirstAt = JournalChain.Truncate(now) }, secret);
    }

    internal bool Knows(string secret) => CryptographicOperations.FixedTimeEquals(SecretHash, Hash(secret));

    internal Guid Open(string label, bool remember, DateTimeOffset now)
    {
        Label = label.Length > 80 ? label[..80] : label;
        IsRemembered = remember;
        LastAt = JournalChain.Truncate(now);
        ExpiresAt = LastAt + (remember ? Remembered : Borrowed);
        Session = Unguessable.Id();
        return Session.Value;
    }

    internal void SignOut() => Session = null;

    private static byte[] Hash(string secret) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret));

    private sealed class Config : IEntityTypeConfiguration<Device>
    {
        public void Configure(EntityTypeBuilder<Device> device)
        {
            device.ToTable("Devices");
            device.HasIndex(d => d.MemberId);
            device.HasOne<Member>().WithMany().HasForeignKey(d => d.MemberId);
        }
    }
}
