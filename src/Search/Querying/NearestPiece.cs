using KhokNongNa.Search.Analysis;

namespace KhokNongNa.Search.Querying;

/// <summary>
/// How few typing mistakes lie between a short query and the piece of a document that comes nearest, letter by letter: a slip
/// often cuts the clusters differently, so that none is like another. Bits of one number stand for the letters of the query
/// (Myers 1999, Hyyrö 2003), so that a letter of the document is one step.
/// </summary>
internal sealed class NearestPiece
{
    // Bits of the number.
    private const int Longest = 64;

    // With a mistake in every third letter it is another word.
    private const float LettersAMistake = 3;

    private readonly Dictionary<int, ulong> _places = [];
    private readonly Dictionary<int, ulong[]> _placesOfClusters = [];
    private readonly int _length;

    public NearestPiece(IEnumerable<int> query)
    {
        foreach (var letter in query.SelectMany(ClusterCode.Parts).Take(Longest))
        {
            _places[letter] = _places.GetValueOrDefault(letter) | (1UL << _length++);
        }
    }

    /// <summary>1 where the document has the query, 0 where it has nothing near.</summary>
    public float Of(ReadOnlySpan<int> document)
    {
        if (_length == 0)
        {
            return 0;
        }

        var last = 1UL << (_length - 1);
        var more = ~0UL;
        var less = 0UL;
        var mistakes = _length;
        var fewest = _length;
        foreach (var cluster in document)
        {
            foreach (var places in PlacesOf(cluster))
            {
                var diagonal = (((places & more) + more) ^ more) | places | less;
                var rises = less | ~(diagonal | more);
                var falls = more & diagonal;
                mistakes += (rises & last) != 0 ? 1 : (falls & last) != 0 ? -1 : 0;
                fewest = Math.Min(fewest, mistakes);
                rises <<= 1;
                falls <<= 1;
                more = falls | ~(diagonal | rises);
                less = rises & diagonal;
            }
        }

        return Math.Max(0, 1 - (LettersAMistake * fewest / _length));
    }

    private ulong[] PlacesOf(int cluster)
    {
        if (!_placesOfClusters.TryGetValue(cluster, out var places))
        {
            _placesOfClusters[cluster] = places = [.. ClusterCode.Parts(cluster).Select(letter => _places.GetValueOrDefault(letter))];
        }

        return places;
    }
}
