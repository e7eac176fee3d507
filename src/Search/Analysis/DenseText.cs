using System.Text;
using KhokNongNa.Thai;

namespace KhokNongNa.Search.Analysis;

/// <summary>
/// A folded text with everything but letters, marks and digits left out, so that โคก หนอง นา and โคกหนองนา
/// are the same: where Thai writers put spaces is a matter of taste.
/// </summary>
internal sealed class DenseText
{
    private DenseText(string text, List<Cluster> clusters)
    {
        Text = text;
        Clusters = clusters;
    }

    public string Text { get; }

    public IReadOnlyList<Cluster> Clusters { get; }

    public static DenseText Of(string folded)
    {
        var text = new StringBuilder(folded.Length);
        var clusters = new List<Cluster>(folded.Length / 2);
        foreach (var cluster in ThaiClusters.Enumerate(folded))
        {
            var source = new Slice(cluster.Start, cluster.Length);
            if (source.Length <= WordTerms.MaxLength && cluster.Kind is not (ClusterKind.Space or ClusterKind.Other))
            {
                clusters.Add(new Cluster(new Slice(text.Length, source.Length), source));
                text.Append(source.Of(folded));
            }
        }

        return new DenseText(text.ToString(), clusters);
    }

    /// <param name="Dense">Where it is in <see cref="DenseText.Text"/>.</param>
    /// <param name="Source">Where it is in the text this was made from.</param>
    internal readonly record struct Cluster(Slice Dense, Slice Source);
}
