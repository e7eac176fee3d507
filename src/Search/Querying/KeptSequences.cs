using System.Runtime.CompilerServices;
using KhokNongNa.Search.Analysis;
using KhokNongNa.Search.Storage;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KhokNongNa.Search.Querying;

/// <summary>
/// Clusters of documents of one segment that were read once, for all searches until the segment goes: reading them from the file
/// again and again, one reader at a time, took a quarter of a search.
/// </summary>
internal sealed class KeptSequences(int documents, int most)
{
    /// <summary>Clusters that are kept of all segments together: 64 MB. What is more is read each time.</summary>
    private const long MostInAll = 16_000_000;

    private static readonly ConditionalWeakTable<object, KeptSequences> Segments = [];

    private readonly int[]?[] _documents = new int[]?[documents];
    private int _left = most;

    public static KeptSequences In(AtomicReader segment, int documentsInAll) => Segments.GetValue(
        segment.CoreCacheKey,
        _ => new KeptSequences(segment.MaxDoc, (int)(MostInAll * segment.MaxDoc / Math.Max(1, documentsInAll))));

    // Two threads may read the same at once; both read the same numbers.
    public ReadOnlySpan<int> Of(AtomicReader segment, int document)
    {
        if (Volatile.Read(ref _documents[document]) is { } kept)
        {
            return kept;
        }

        var read = Read(segment, document);
        if (Interlocked.Add(ref _left, -read.Length) >= 0)
        {
            Volatile.Write(ref _documents[document], read);
        }
        else
        {
            Interlocked.Add(ref _left, read.Length);
        }

        return read;
    }

    private static int[] Read(AtomicReader segment, int document)
    {
        if (segment.GetBinaryDocValues(IndexFields.Sequence) is not { } values)
        {
            return [];
        }

        var bytes = new BytesRef();
        values.Get(document, bytes);
        return ClusterSequence.Read(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length)).ToArray();
    }
}
