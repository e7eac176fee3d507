using KhokNongNa.Search.Analysis;
using KhokNongNa.Search.Storage;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KhokNongNa.Search.Querying;

/// <summary>Hands out the clusters of documents, in any order. For one search.</summary>
internal sealed class SequenceReader(IndexReader reader)
{
    private readonly IList<AtomicReaderContext> _leaves = reader.Leaves;
    private readonly BinaryDocValues?[] _values = new BinaryDocValues?[reader.Leaves.Count];
    private readonly BytesRef _bytes = new();

    /// <summary>Good until the next call.</summary>
    public ReadOnlySpan<int> Of(int document)
    {
        var leaf = _leaves[ReaderUtil.SubIndex(document, _leaves)];
        return Of(leaf, document - leaf.DocBase);
    }

    public ReadOnlySpan<int> Of(AtomicReaderContext leaf, int document)
    {
        if ((_values[leaf.Ord] ??= leaf.AtomicReader.GetBinaryDocValues(IndexFields.Sequence)) is not { } values)
        {
            return [];
        }

        values.Get(document, _bytes);
        return ClusterSequence.Read(_bytes.Bytes.AsSpan(_bytes.Offset, _bytes.Length));
    }
}
