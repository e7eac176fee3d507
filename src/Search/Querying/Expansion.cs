using KhokNongNa.Search.Analysis;

namespace KhokNongNa.Search.Querying;

/// <summary>A query said in other words.</summary>
internal sealed record Expansion(IReadOnlyList<SynonymPair> Used, UnderstoodQuery Query)
{
    // Each is searched like a query of its own.
    private const int Most = 3;

    // So many words are put in at once when all are said in other words.
    private const int MostPlaces = 6;

    // So long a name is meant wherever it stands; a shorter one only as a word.
    private const int LongName = 4;

    /// <summary>Every word that has another at once, as in a sentence of Isan; then one word at a time.</summary>
    public static IReadOnlyList<Expansion> Of(UnderstoodQuery query, Synonyms synonyms)
    {
        var places = Places(query, synonyms);
        List<Expansion> found = [.. places.SelectMany(place => place.Pairs.Select(pair => new Expansion([pair], query.With([(place.Slice, pair.To)]))))];
        if (places.Count > 1)
        {
            var first = places.Take(MostPlaces).Select(place => (place.Slice, Pair: place.Pairs[0])).ToList();
            found.Insert(0, new Expansion([.. first.Select(place => place.Pair)], query.With([.. first.Select(place => (place.Slice, place.Pair.To))])));
        }

        return [.. found.Take(Most)];
    }

    private static List<(Slice Slice, IReadOnlyList<SynonymPair> Pairs)> Places(UnderstoodQuery query, Synonyms synonyms)
    {
        var found = new List<(Slice, IReadOnlyList<SynonymPair>)>();
        var clusters = query.Content.Clusters;
        var starts = query.Words.Select(word => word.Start).ToHashSet();
        var ends = query.Words.Select(word => word.End).ToHashSet();
        for (var first = 0; first < clusters.Count; first++)
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
                    found.Add((place, pairs));
                    first = last;
                    break;
                }
            }
        }

        return found;
    }
}
