using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KhokNongNa.Portal.Journal;

/// <summary>The hash chain over the journal: each row's hash covers the row and the hash before it.</summary>
public static class JournalChain
{
    /// <summary>What stands before the first row: 32 zero bytes.</summary>
    public static byte[] Start { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>SHA-256 of the previous hash, then each field in UTF-8, each behind its length so that no two rows read alike.</summary>
    public static byte[] Hash(byte[] previous, long seq, DateTimeOffset at, Guid actorId, string subjectType, Guid subjectId, string verb, string data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        foreach (var field in (ReadOnlySpan<string>)
        [
            seq.ToString(CultureInfo.InvariantCulture),
            Microseconds(at).ToString(CultureInfo.InvariantCulture),
            actorId.ToString(),
            subjectType,
            subjectId.ToString(),
            verb,
            data,
        ])
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }

    public static bool Fits(this Happening row, byte[] previous) =>
        row.Hash.AsSpan().SequenceEqual(Hash(previous, row.Seq, row.At, row.ActorId, row.SubjectType, row.SubjectId, row.Verb, row.Data));

    /// <summary>Both databases keep whole microseconds; anything finer would not hash the same after a read.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset at) => DateTimeOffset.UnixEpoch.AddMicroseconds(Microseconds(at));

    /// <summary>Microseconds since 1970-01-01 UTC.</summary>
    public static long Microseconds(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
