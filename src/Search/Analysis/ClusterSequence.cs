using System.Runtime.InteropServices;

namespace KhokNongNa.Search.Analysis;

/// <summary>A document as the row of its clusters, kept beside the index so that a hit can be read closely without being cut up again.</summary>
internal static class ClusterSequence
{
    /// <summary>What lies further back is found but not read closely: some forty printed pages.</summary>
    public const int MaxLength = 30_000;

    public static byte[] Of(IEnumerable<DenseText> texts)
    {
        var codes = new List<int>();
        foreach (var text in texts)
        {
            foreach (var cluster in text.Clusters)
            {
                if (codes.Count == MaxLength)
                {
                    break;
                }

                codes.Add(ClusterCode.Of(cluster.Dense.Of(text.Text)));
            }

            codes.Add(ClusterCode.Gap);
        }

        return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(codes)).ToArray();
    }

    public static ReadOnlySpan<int> Read(ReadOnlySpan<byte> bytes) => MemoryMarshal.Cast<byte, int>(bytes);
}
