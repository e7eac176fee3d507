using System.Security.Cryptography;
using System.Text;
using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Privacy;

/// <summary>That somebody was erased: kept so that no file brings the person back, and a text still says that a sage told it. Of the lasting name only a hash stays.</summary>
public sealed class ErasedKey
{
    /// <summary>One of <see cref="Journal.Subjects"/>, which is also what files call it.</summary>
    public required string Type { get; init; }

    /// <summary>SHA-256 of the lasting name, hex.</summary>
    public required string Hash { get; init; }

    internal static ErasedKey Of(string type, string key) => new() { Type = type, Hash = HashOf(key) };

    internal static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private sealed class Config : IEntityTypeConfiguration<ErasedKey>
    {
        public void Configure(EntityTypeBuilder<ErasedKey> key)
        {
            key.ToTable("ErasedKeys");
            key.HasKey(k => new { k.Type, k.Hash });
        }
    }
}

public static class ErasedKeys
{
    /// <summary>Whether the person of a file asked to be forgotten.</summary>
    public static async Task<bool> IsErasedAsync(this PortalDb db, string type, string key, CancellationToken cancellationToken) =>
        await db.ErasedAmongAsync(type, [key], cancellationToken) > 0;

    /// <summary>How many of these lasting names are of people who were erased.</summary>
    internal static Task<int> ErasedAmongAsync(this PortalDb db, string type, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var hashes = keys.Select(ErasedKey.HashOf).ToList();
        return hashes.Count == 0 ? Task.FromResult(0) : db.ErasedKeys.CountAsync(k => k.Type == type && hashes.Contains(k.Hash), cancellationToken);
    }
}
