using System.Globalization;
using System.Text.Json;
using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Web.Studio.Audit;

/// <summary>
/// Journal rows as they are, one JSON object a line, with all that <see cref="JournalChain.Hash"/> takes: whoever has the lines of an
/// unfiltered export can follow the chain without this portal.
/// </summary>
public static class AuditLines
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static async Task WriteAsync(Stream to, IAsyncEnumerable<IReadOnlyList<AuditRow>> batches, CancellationToken cancellationToken)
    {
        await foreach (var batch in batches.WithCancellation(cancellationToken))
        {
            using var lines = new MemoryStream();
            foreach (var row in batch.Select(r => r.Row))
            {
                JsonSerializer.Serialize(lines, Line.Of(row), Options);
                lines.WriteByte((byte)'\n');
            }

            lines.Position = 0;
            await lines.CopyToAsync(to, cancellationToken);
        }
    }

    /// <param name="Data">The stored text itself, since the hash is over its bytes.</param>
    private sealed record Line(long Seq, string At, Guid Actor, string SubjectType, Guid Subject, string Verb, string Data, string Hash)
    {
        public static Line Of(Happening row) => new(
            row.Seq,
            row.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            row.ActorId,
            row.SubjectType,
            row.SubjectId,
            row.Verb,
            row.Data,
            Convert.ToHexStringLower(row.Hash));
    }
}
