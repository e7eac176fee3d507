using KhokNongNa.Search.Analysis;
using KhokNongNa.Thai;

namespace KhokNongNa.Search.Suggesting;

/// <summary>
/// The titles of one state of the index, and what is suggested besides, sorted from each word on, so that what was typed is found at the beginning of a
/// title or of a word in it. All in memory: some 1 KB a title.
/// </summary>
internal sealed class TitleList
{
    // A title is looked for from this many of its words; nobody types from the tenth on.
    private const int MostStarts = 8;

    // As many as are put in order; a single letter begins thousands.
    private const int MostRanked = 400;

    // Below this a slip makes any word of any other.
    private const int LongEnoughForASlip = 3;

    private readonly Suggestion[] _titles;
    private readonly bool[] _isTitle;
    private readonly string[] _keys;
    private readonly (int Title, int Word)[] _places;

    public TitleList(IEnumerable<Entry> entries)
    {
        // A place is suggested by everything that is there.
        var all = entries.DistinctBy(entry => entry.Title).ToList();
        _titles = [.. all.Select(entry => entry.Title)];
        _isTitle = [.. all.Select(entry => entry.IsTitle)];
        var keyed = all
            .SelectMany((entry, number) => entry.Starts.Select((key, word) => (Key: key, Place: (number, word))))
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .ToList();
        _keys = [.. keyed.Select(entry => entry.Key)];
        _places = [.. keyed.Select(entry => entry.Place)];
    }

    /// <summary>Titles that begin so first, then those with a word that does, then those that would but for one slip; the shortest first.</summary>
    public IReadOnlyList<Suggestion> For(string typed, int count)
    {
        var key = Key(ShownText.Of(ShownText.Beginning(typed, Querying.UnderstoodQuery.MaxLength)));
        if (key.Length == 0 || count <= 0)
        {
            return [];
        }

        var found = Best(Beginning(key), count);
        if (found.Count < count && key.Length >= LongEnoughForASlip)
        {
            found.AddRange(Best(NearlyBeginning(key), found.Count + count).Except(found).Take(count - found.Count).ToList());
        }

        return [.. found.Select(number => _titles[number])];
    }

    private List<int> Best(IEnumerable<int> entries, int count) =>
    [
        .. entries.Take(MostRanked)
            .Select(entry => _places[entry])
            .OrderBy(place => Math.Min(place.Word, 1))
            .ThenByDescending(place => _isTitle[place.Title])
            .ThenBy(place => _titles[place.Title].Title.Length)
            .ThenBy(place => _titles[place.Title].Title, StringComparer.Ordinal)
            .ThenBy(place => place.Title)
            .Select(place => place.Title)
            .Distinct()
            .Take(count),
    ];

    private IEnumerable<int> Beginning(string key)
    {
        var first = Array.BinarySearch(_keys, key, StringComparer.Ordinal);
        first = first < 0 ? ~first : first;
        while (first > 0 && _keys[first - 1] == key)
        {
            first--;
        }

        for (var at = first; at < _keys.Length && _keys[at].StartsWith(key, StringComparison.Ordinal); at++)
        {
            yield return at;
        }
    }

    private IEnumerable<int> NearlyBeginning(string key)
    {
        for (var at = 0; at < _keys.Length; at++)
        {
            if (OneSlip(key, _keys[at]))
            {
                yield return at;
            }
        }
    }

    /// <summary>Whether <paramref name="typed"/> begins <paramref name="title"/> but for one character too many, too few, another one or two swapped.</summary>
    private static bool OneSlip(ReadOnlySpan<char> typed, ReadOnlySpan<char> title)
    {
        var same = typed.CommonPrefixLength(title);
        if (same == typed.Length)
        {
            return true;
        }

        var rest = typed[same..];
        var other = title[same..];
        return other.StartsWith(rest[1..])
            || (other.Length > 0 && (other[1..].StartsWith(rest) || other[1..].StartsWith(rest[1..])))
            || (rest.Length > 1 && other.Length > 1 && rest[0] == other[1] && rest[1] == other[0] && other[2..].StartsWith(rest[2..]));
    }

    /// <summary>A title from each of its words on, as it is looked for.</summary>
    public static IReadOnlyList<string> Starts(string title, ThaiLexicon lexicon)
    {
        var folded = ThaiText.Fold(title);
        return [.. ThaiWords.Segment(folded, lexicon).Take(MostStarts).Select(word => Key(folded[word.Start..]))];
    }

    internal sealed record Entry(Suggestion Title, IReadOnlyList<string> Starts, bool IsTitle);

    private static string Key(string text) => DenseText.Of(ThaiText.Fold(text)).Text;
}
