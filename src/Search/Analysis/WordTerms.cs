using System.Text.RegularExpressions;
using KhokNongNa.Thai;

namespace KhokNongNa.Search.Analysis;

/// <summary>Words of a folded text, and numbers or Latin words that signs hold together: 15-15-15, 6.5, covid-19.</summary>
internal static partial class WordTerms
{
    /// <summary>UTF-16 units of the longest term. What is longer is no word, but an address or a picture written as letters.</summary>
    public const int MaxLength = 100;

    public static List<Slice> Of(string folded, ThaiLexicon lexicon)
    {
        var terms = new List<Slice>(folded.Length / 4);
        foreach (var word in ThaiWords.Segment(folded, lexicon))
        {
            if (word.Length <= MaxLength)
            {
                terms.Add(new Slice(word.Start, word.Length));
            }
        }

        HashSet<Slice>? known = null;
        foreach (var match in Compound().EnumerateMatches(folded))
        {
            var slice = new Slice(match.Index, match.Length);
            if (slice.Length <= MaxLength && (known ??= [.. terms]).Add(slice))
            {
                terms.Add(slice);
            }
        }

        return terms;
    }

    [GeneratedRegex("[a-z0-9]+(?:[-./:][a-z0-9]+)+")]
    private static partial Regex Compound();
}
