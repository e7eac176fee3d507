using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Identity;

/// <summary>
/// A member's PIN, apart from the member so that no list ever reads it. Hashed by ASP.NET Core Identity's hasher (PBKDF2 with
/// HMAC-SHA512, 100,000 rounds): six digits are few, so what protects them is that nobody can try many.
/// </summary>
public sealed class Pin
{
    /// <summary>How long the PIN of a slip may lie about before its first use.</summary>
    public static readonly TimeSpan FirstPinLasts = TimeSpan.FromDays(30);

    private static readonly PasswordHasher<Pin> Hasher = new();

    // What is compared for a number that does not exist, so that it costs the same.
    private static readonly string Nobody = Hasher.HashPassword(null!, "000000");

    private Pin() { }

    public Guid MemberId { get; private init; }

    public string Hash { get; private set; } = "";

    /// <summary>Whether it came from a slip and has to be replaced at the first sign-in.</summary>
    public bool IsFirst { get; private set; }

    public DateTimeOffset SetAt { get; private set; }

    internal static Pin First(Guid memberId, string pin, DateTimeOffset now) => new() { MemberId = memberId, Hash = Hasher.HashPassword(null!, pin), IsFirst = true, SetAt = now };

    internal void Reissue(string pin, DateTimeOffset now) => (Hash, IsFirst, SetAt) = (Hasher.HashPassword(this, pin), true, now);

    internal void Choose(string pin, DateTimeOffset now) => (Hash, IsFirst, SetAt) = (Hasher.HashPassword(this, pin), false, now);

    /// <summary>Whether the typed PIN is this one; takes the same time for <c>null</c>, which nothing fits.</summary>
    internal static bool Fits(Pin? pin, string typed, DateTimeOffset now)
    {
        var fits = Hasher.VerifyHashedPassword(pin!, pin?.Hash ?? Nobody, typed) != PasswordVerificationResult.Failed;
        return fits && pin is not null && (!pin.IsFirst || now - pin.SetAt < FirstPinLasts);
    }

    private sealed class Config : IEntityTypeConfiguration<Pin>
    {
        public void Configure(EntityTypeBuilder<Pin> pin)
        {
            pin.ToTable("Pins");
            pin.HasKey(p => p.MemberId);
            pin.HasOne<Member>().WithOne().HasForeignKey<Pin>(p => p.MemberId);
        }
    }
}
