using KhokNongNa.Search.Analysis;
using KhokNongNa.Search.Storage;
using Lucene.Net.Index;

namespace KhokNongNa.Search.Querying;

/// <summary>
/// The query with words of the index where it seems misspelt: see <see cref="TextQuery.StrangePlaces"/>. The
/// segmenter takes a misspelt word apart, so a few of its pieces together are asked for, with one typing mistake.
/// </summary>
internal static class Correction
{
    // Somebody who makes more mistakes than this writes of things that are not here.
    private const int MostPlaces = 4;

    private const int MostPieces = 5;

    private const int Shortest = KeptWords.Shortest;
    private const int Longest = KeptWords.Longest - 1;

    // A longer word explains more of what was typed; a word of a hundred texts is as good as one letter more.
    private const float TextsALetter = 100;

    public static UnderstoodQuery? Of(UnderstoodQuery query, IEnumerable<Slice> strange, IndexReader reader)
    {
        var places = Joined(strange);
        if (places.Count is 0 or > MostPlaces)
        {
            return null;
        }

        var corrected = new List<(Slice Place, string Word)>();
        foreach (var place in places)
        {
            if (Nearest(query, place, reader) is { } nearest && (corrected.Count == 0 || corrected[^1].Place.End <= nearest.Place.Start))
            {
                corrected.Add(nearest);
            }
        }

        return corrected.Count > 0 ? query.With(corrected) : null;
    }

    private static List<Slice> Joined(IEnumerable<Slice> strange)
    {
        var joined = new List<Slice>();
        foreach (var piece in strange)
        {
            if (joined.Count > 0 && joined[^1].End >= piece.Start)
            {
                joined[^1] = new Slice(joined[^1].Start, Math.Max(joined[^1].End, piece.End) - joined[^1].Start);
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }

    private static (Slice Place, string Word)? Nearest(UnderstoodQuery query, Slice strange, IndexReader reader)
    {
        (Slice Place, string Word)? nearest = null;
        var best = 0f;
        foreach (var place in Around(query, strange))
        {
            var typed = place.Of(query.Folded).ToString();
            var words = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var leaf in reader.Leaves)
            {
                KeptWords.In(leaf.AtomicReader).AddNear(typed, words);
            }

            foreach (var word in words)
            {
                var score = word.Length + (reader.DocFreq(new Term(IndexFields.Words, word)) / TextsALetter);
                if (score > best)
                {
                    (nearest, best) = ((place, word), score);
                }
            }
        }

        return nearest;
    }

    // Runs of pieces, without a space between them, that have more than half of what is strange.
    private static IEnumerable<Slice> Around(UnderstoodQuery query, Slice strange)
    {
        for (var first = 0; first < query.Words.Count; first++)
        {
            for (var last = first; last < Math.Min(query.Words.Count, first + MostPieces); last++)
            {
                var start = query.Words[first].Start;
                var place = new Slice(start, query.Words[last].End - start);
                var shared = Math.Min(place.End, strange.End) - Math.Max(place.Start, strange.Start);
                if (place.Length is >= Shortest and <= Longest && shared > strange.Length / 2 && !place.Of(query.Folded).Contains(' '))
                {
                    yield return place;
                }
            }
        }
    }
}
