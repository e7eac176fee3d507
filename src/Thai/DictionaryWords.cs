namespace KhokNongNa.Thai;

/// <summary>
/// Cuts a run of Thai letters where ICU's break engine does, by the same rules over the same list: of the words that begin
/// here, the longest behind which two more follow, else the shortest behind which one does; what is in no list goes on to the next place where a word may begin.
/// </summary>
internal static class DictionaryWords
{
    // Shorter runs are one word.
    private const int Shortest = 4;

    // A word shorter than this is joined with what is unknown behind it, unless that begins like a word at least so long.
    private const int JoinedBelow = 3;
    private const int BeginsLike = 3;

    /// <param name="run">Letters and marks of Thai only.</param>
    /// <param name="at">Where the run begins in the whole text.</param>
    internal static void Cut(ReadOnlySpan<char> run, int at, WordTree dictionary, List<TextSpan> words)
    {
        if (run.Length < Shortest)
        {
            words.Add(new TextSpan(at, run.Length));
            return;
        }

        Span<int> lengths = stackalloc int[3 * PossibleWords.Most];
        var first = new PossibleWords(lengths[..PossibleWords.Most]);
        var second = new PossibleWords(lengths.Slice(PossibleWords.Most, PossibleWords.Most));
        var third = new PossibleWords(lengths[(2 * PossibleWords.Most)..]);
        for (var start = 0; start < run.Length;)
        {
            first.Look(run, start, dictionary);
            if (first.Count > 1)
            {
                LookAhead(run, dictionary, ref first, ref second, ref third);
            }

            var end = start + (first.Count > 0 ? first.ChosenLength : 0);
            if (end < run.Length && end - start < JoinedBelow)
            {
                second.Look(run, end, dictionary);
                end = second.Count == 0 && (end == start || second.Looked < BeginsLike) ? EndOfUnknown(run, end, dictionary, ref third) : end;
            }

            while (end < run.Length && ThaiLetters.IsMark(run[end]))
            {
                end++;
            }

            second.Look(run, end, dictionary);
            end = second.Count == 0 ? AfterSigns(run, end) : end;
            words.Add(new TextSpan(at + start, end - start));
            start = end;
            // What was looked at behind this word begins the next.
            var spare = first;
            first = second;
            second = third;
            third = spare;
        }
    }

    private static void LookAhead(ReadOnlySpan<char> run, WordTree dictionary, ref PossibleWords first, ref PossibleWords second, ref PossibleWords third)
    {
        if (first.End >= run.Length)
        {
            return;
        }

        do
        {
            second.Look(run, first.End, dictionary);
            if (second.Count == 0)
            {
                continue;
            }

            // One word behind it is better than none, even for a shorter one.
            first.Choose();
            if (second.End >= run.Length)
            {
                return;
            }

            do
            {
                third.Look(run, second.End, dictionary);
                if (third.Count > 0)
                {
                    first.Choose();
                    return;
                }
            }
            while (second.TryShorter());
        }
        while (first.TryShorter());
    }

    private static int EndOfUnknown(ReadOnlySpan<char> run, int from, WordTree dictionary, ref PossibleWords next)
    {
        for (var end = from + 1; end < run.Length; end++)
        {
            if (MayEndAWord(run[end - 1]) && MayBeginAWord(run[end]))
            {
                next.Look(run, end, dictionary);
                if (next.Count > 0)
                {
                    return end;
                }
            }
        }

        return run.Length;
    }

    // ฯ and ๆ belong to what they stand behind, one of each.
    private static int AfterSigns(ReadOnlySpan<char> run, int end)
    {
        if (end < run.Length && run[end] == ThaiLetters.Paiyannoi && run[end - 1] is not (ThaiLetters.Paiyannoi or ThaiLetters.Maiyamok))
        {
            end++;
        }

        return end < run.Length && run[end] == ThaiLetters.Maiyamok && run[end - 1] != ThaiLetters.Maiyamok ? end + 1 : end;
    }

    private static bool MayEndAWord(char c) => c != '\u0E31' && !ThaiLetters.IsLeadingVowel(c);

    private static bool MayBeginAWord(char c) => ThaiLetters.IsConsonant(c) || ThaiLetters.IsLeadingVowel(c);
}
