using KhokNongNa.Search.Storage;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KhokNongNa.Search.Querying;

/// <summary>Indexed words within two typing mistakes of a query that found nothing.</summary>
internal static class NearestWords
{
    private const int Most = 5;

    // Every word costs an automaton, some milliseconds for a long one, and a walk through the dictionary of the index.
    private const int MostAsked = 5;
    private const int LongestAsked = 30;

    public static IReadOnlyList<string> To(UnderstoodQuery query, IndexReader reader)
    {
        if (MultiFields.GetTerms(reader, IndexFields.Words) is not { } words)
        {
            return [];
        }

        // The segmenter takes a misspelt word apart, so the whole is asked for too.
        var asked = query.Words.Select(word => word.Of(query.Folded).ToString())
            .Prepend(query.Content.Text)
            .Where(word => word.Length is > 1 and <= LongestAsked)
            .Distinct(StringComparer.Ordinal)
            .Take(MostAsked)
            .ToList();
        return [.. asked
            .SelectMany(word => Near(word, words))
            .Where(near => !asked.Contains(near.Word, StringComparer.Ordinal))
            .GroupBy(near => near.Word, StringComparer.Ordinal)
            .Select(same => same.MinBy(near => near.Distance))
            .OrderBy(near => near.Distance)
            .ThenByDescending(near => near.Documents)
            .ThenBy(near => near.Word, StringComparer.Ordinal)
            .Take(Most)
            .Select(near => near.Word)];
    }

    private static List<(string Word, int Distance, int Documents)> Near(string asked, Terms words)
    {
        // Two changes make any short word of any other.
        var most = asked.Length < 5 ? 1 : 2;
        var found = new List<(string, int, int)>();
        var candidates = new FuzzyTermsEnum(words, new AttributeSource(), new Term(IndexFields.Words, asked), most, 0, transpositions: true);
        while (candidates.MoveNext())
        {
            var word = candidates.Term.Utf8ToString();
            var distance = EditDistance.Between(asked, word);
            if (distance <= most && word.Length > 1)
            {
                found.Add((word, distance, candidates.DocFreq));
            }
        }

        return found;
    }
}
