using Lucene.Net.Index;

namespace KhokNongNa.Search.Querying;

/// <summary>Hands out the clusters of documents, in any order. For one search.</summary>
internal sealed class SequenceReader(IndexReader reader)
{
    private readonly IList<AtomicReaderContext> _leaves = reader.Leaves;
    private readonly KeptSequences?[] _kept = new KeptSequences?[reader.Leaves.Count];

    public ReadOnlySpan<int> Of(int document)
    {
        var leaf = _leaves[ReaderUtil.SubIndex(document, _leaves)];
        return Of(leaf, document - leaf.DocBase);
    }

    public ReadOnlySpan<int> Of(AtomicReaderContext leaf, int document) =>
        (_kept[leaf.Ord] ??= KeptSequences.In(leaf.AtomicReader, reader.MaxDoc)).Of(leaf.AtomicReader, document);
}
