using System.Runtime.CompilerServices;
using KhokNongNa.Search.Storage;
using Lucene.Net.Index;

namespace KhokNongNa.Search.Querying;

/// <summary>
/// The words of one segment, in memory until the segment goes, to look for those that one typing mistake makes of what was typed. An
/// automaton over the dictionary finds the same ones, but took half of the time of a question.
/// </summary>
internal sealed class KeptWords
{
    /// <summary>Letters of the shortest word that is near another: one mistake makes any shorter one of any other.</summary>
    public const int Shortest = 4;

    public const int Longest = 21;

    private static readonly ConditionalWeakTable<object, KeptWords> Segments = [];

    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    // By the first two letters, and by the last two: a mistake leaves the ones or the others.
    private readonly Dictionary<(char, char), List<string>> _byStart = [];
    private readonly Dictionary<(char, char), List<string>> _byEnd = [];

    /// <param name="words">Each with the number of texts that have it.</param>
    public KeptWords(IEnumerable<(string Word, int Texts)> words)
    {
        foreach (var (word, texts) in words)
        {
            _texts[word] = texts;
            TextsOfAll += texts;
            if (word.Length >= Shortest)
            {
                Keep(_byStart, (word[0], word[1]), word);
                Keep(_byEnd, (word[^2], word[^1]), word);
            }
        }
    }

    /// <summary>The sum over all words.</summary>
    public long TextsOfAll { get; }

    public static KeptWords In(AtomicReader segment) => Segments.GetValue(segment.CoreCacheKey, _ => new KeptWords(WordsOf(segment)));

    /// <summary>How many texts have a word.</summary>
    public int TextsOf(ReadOnlySpan<char> word) => _texts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var texts) ? texts : 0;

    /// <summary>Adds the words that are one mistake away.</summary>
    public void AddNear(ReadOnlySpan<char> typed, ISet<string> near)
    {
        if (typed.Length < Shortest)
        {
            return;
        }

        AddNear(typed, _byStart.GetValueOrDefault((typed[0], typed[1])), near);
        AddNear(typed, _byEnd.GetValueOrDefault((typed[^2], typed[^1])), near);
        if (typed.Length == Shortest && typed[1] != typed[2])
        {
            // Of four letters the middle ones swapped leave neither.
            string swapped = new([typed[0], typed[2], typed[1], typed[3]]);
            if (_texts.ContainsKey(swapped))
            {
                near.Add(swapped);
            }
        }
    }

    private static void AddNear(ReadOnlySpan<char> typed, List<string>? words, ISet<string> near)
    {
        foreach (var word in words ?? [])
        {
            if (Slips.IsOne(typed, word))
            {
                near.Add(word);
            }
        }
    }

    private static void Keep(Dictionary<(char, char), List<string>> words, (char, char) letters, string word)
    {
        if (!words.TryGetValue(letters, out var alike))
        {
            words[letters] = alike = [];
        }

        alike.Add(word);
    }

    private static IEnumerable<(string Word, int Texts)> WordsOf(AtomicReader segment)
    {
        for (var words = segment.GetTerms(IndexFields.Words)?.GetEnumerator(); words is not null && words.MoveNext();)
        {
            // Of UTF-8 bytes there are three to a Thai letter.
            if (words.Term.Length <= Longest * 3 && words.Term.Utf8ToString() is { Length: <= Longest } word)
            {
                yield return (word, words.DocFreq);
            }
        }
    }
}
