using System.Globalization;
using KhokNongNa.Search.Analysis;
using KhokNongNa.Search.Storage;
using KhokNongNa.Thai;
using Lucene.Net.Search;

namespace KhokNongNa.Search.Querying;

/// <summary>
/// The phrase of an indexed text that a misspelt query comes nearest to: taken from the texts themselves, so that what is
/// offered is always found.
/// </summary>
internal static class DidYouMean
{
    private const int Shortest = 2;
    private const int Longest = 24;
    private const int TextsRead = 5;

    // A piece that fits worse than this is another thing, not another spelling.
    private const float LeastAlignment = .45f;

    // One slip in so many letters.
    private const int LettersASlip = 5;

    public static string? For(UnderstoodQuery query, CloseReading reading, IReadOnlyList<HitCollector.Found> best, SequenceReader sequences, IndexSearcher searcher)
    {
        var typed = query.Content.Text;
        if (query.Content.Clusters.Count is < Shortest or > Longest || !query.Syntax.IsPlain)
        {
            return null;
        }

        var nearest = (Phrase: (string?)null, Distance: Math.Max(1, typed.Length / LettersASlip) + 1);
        foreach (var hit in best.Take(TextsRead))
        {
            var read = reading.Of(hit.Document, sequences);
            if (read.IsWhole)
            {
                // It is there as it was typed.
                return null;
            }

            if (read.Alignment < LeastAlignment)
            {
                continue;
            }

            foreach (var phrase in Phrases(query, searcher, hit.Document))
            {
                var distance = EditDistance.Between(typed, Dense(phrase));
                if (distance > 0 && distance < nearest.Distance)
                {
                    nearest = (phrase, distance);
                }
            }
        }

        return nearest.Phrase;
    }

    // Runs of whole words about as long as the query, where they share a cluster with it.
    private static IEnumerable<string> Phrases(UnderstoodQuery query, IndexSearcher searcher, int document)
    {
        var stored = searcher.Doc(document);
        var length = query.Content.Text.Length;
        var slack = Math.Max(1, length / LettersASlip);
        var first = query.Content.Clusters[0].Dense.Of(query.Content.Text).ToString();
        var last = query.Content.Clusters[^1].Dense.Of(query.Content.Text).ToString();
        foreach (var field in new[] { IndexFields.Title, IndexFields.Text })
        {
            var text = ShownText.Beginning(stored.Get(field, CultureInfo.InvariantCulture) ?? "", 20_000);
            var folded = ThaiText.Fold(text);
            var words = ThaiWords.Segment(folded, query.Lexicon);
            for (var from = 0; from < words.Count; from++)
            {
                for (var to = from; to < words.Count && words[to].End - words[from].Start <= length + slack; to++)
                {
                    var phrase = folded.AsSpan(words[from].Start, words[to].End - words[from].Start);
                    if (phrase.Length >= length - slack
                        && (phrase.StartsWith(first, StringComparison.Ordinal) || phrase.EndsWith(last, StringComparison.Ordinal) || phrase[0] == query.Content.Text[0]))
                    {
                        yield return text[words[from].Start..words[to].End];
                    }
                }
            }
        }
    }

    private static string Dense(string text) => DenseText.Of(ThaiText.Fold(text)).Text;
}
