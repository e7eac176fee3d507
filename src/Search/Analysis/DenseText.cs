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
        var sourceEnd = 0;
        foreach (var cluster in ThaiClusters.Enumerate(folded))
        {
            var source = new Slice(cluster.Start, cluster.Length);
            if (source.Length > WordTerms.MaxLength || cluster.Kind is ClusterKind.Space or ClusterKind.Other)
            {
                continue;
            }

            var joined = clusters.Count > 0 && AreJoined(folded, sourceEnd, source.Start);
            clusters.Add(new Cluster(new Slice(text.Length, source.Length), source, joined));
            text.Append(source.Of(folded));
            sourceEnd = source.End;
        }

        return new DenseText(text.ToString(), clusters);
    }

    /// <summary>Only spaces between Thai letters are passed over; a full stop, a dash or a Latin word ends the run.</summary>
    private static bool AreJoined(string folded, int end, int start) =>
        end == start
        || (folded.AsSpan(end, start - end).IsWhiteSpace() && IsThai(folded[end - 1]) && IsThai(folded[start]));

    private static bool IsThai(char c) => c is >= '\u0E00' and <= '\u0E7F' and not (>= '๐' and <= '๙');

    /// <param name="Dense">Where it is in <see cref="DenseText.Text"/>.</param>
    /// <param name="Source">Where it is in the text this was made from.</param>
    /// <param name="Joined">Whether it makes a pair with the one before.</param>
    internal readonly record struct Cluster(Slice Dense, Slice Source, bool Joined);
}
