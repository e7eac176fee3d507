using KhokNongNa.Search.Analysis;

namespace KhokNongNa.Search.Querying;

/// <summary>A query said in other words.</summary>
internal sealed record Expansion(SynonymPair Used, UnderstoodQuery Query)
{
    // Each is searched like a query of its own.
    private const int Most = 3;

    // So long a name is meant wherever it stands; a shorter one only as a word.
    private const int LongName = 4;

    public static IReadOnlyList<Expansion> Of(UnderstoodQuery query, Synonyms synonyms)
    {
        var found = new List<Expansion>();
        var clusters = query.Content.Clusters;
        var starts = query.Words.Select(word => word.Start).ToHashSet();
        var ends = query.Words.Select(word => word.End).ToHashSet();
        for (var first = 0; first < clusters.Count && found.Count < Most; first++)
        {
            for (var last = Math.Min(first + Synonyms.LongestKey, clusters.Count) - 1; last >= first; last--)
            {
                var place = new Slice(clusters[first].Source.Start, clusters[last].Source.End - clusters[first].Source.Start);
                if (last - first + 1 < LongName && !(starts.Contains(place.Start) && ends.Contains(place.End)))
                {
                    continue;
                }

                var from = clusters[first].Dense.Start;
                var pairs = synonyms.Of(query.Content.Text.AsSpan(from, clusters[last].Dense.End - from));
                if (pairs.Count > 0)
                {
                    found.AddRange(pairs.Take(Most - found.Count).Select(pair => new Expansion(pair, query.With(place, pair.To))));
                    first = last;
                    break;
                }
            }
        }

        return found;
    }
}
