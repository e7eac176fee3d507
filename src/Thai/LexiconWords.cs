namespace KhokNongNa.Thai;

/// <summary>
/// Puts together again what the dictionary took apart. A word of the lexicon begins where a word begins, so that แค is not
/// cut out of แคบ, and ends where one ends; only one of three clusters or more may end inside one; what follows is then cut
/// again, from there.
/// </summary>
internal static class LexiconWords
{
    private const int LongEnough = 3;

    // Words that were found from a start that was wrong, until the two readings are together again.
    private const int CutAgain = 3;

    internal static List<TextSpan> Apply(string text, List<TextSpan> words, ThaiLexicon lexicon)
    {
        var joined = new List<TextSpan>(words.Count);
        var ahead = new Stack<TextSpan>(Enumerable.Reverse(words));
        Span<int> ends = stackalloc int[LexiconTree.MostEnds];
        while (ahead.TryPop(out var word))
        {
            var end = word.Start;
            for (var count = lexicon.Ends(text, word.Start, ends); count > 0 && end == word.Start; count--)
            {
                end = MayEnd(text, word, ahead, ends[count - 1]) ? ends[count - 1] : end;
            }

            if (end <= word.Start)
            {
                joined.Add(word);
                continue;
            }

            joined.Add(new TextSpan(word.Start, end - word.Start));
            for (; word.End < end && ahead.TryPop(out var covered); word = covered)
            {
            }

            Rest(text, word, end, ahead);
        }

        return joined;
    }

    // `last` is the word in which the joined one ended, `end` where.
    private static void Rest(string text, TextSpan last, int end, Stack<TextSpan> ahead)
    {
        if (last.End <= end)
        {
            return;
        }

        var to = last.End;
        for (var taken = 1; taken < CutAgain && ahead.TryPop(out var next); taken++)
        {
            to = next.End;
        }

        foreach (var word in Enumerable.Reverse(ThaiWords.Cut(text, end, to)))
        {
            ahead.Push(word);
        }
    }

    private static bool MayEnd(string text, TextSpan first, Stack<TextSpan> ahead, int end)
    {
        if (first.End == end)
        {
            return true;
        }

        foreach (var word in ahead)
        {
            if (word.End == end)
            {
                return true;
            }

            if (word.End > end)
            {
                break;
            }
        }

        // No letter may lose its vowel or tone.
        return !(end < text.Length && (ThaiLetters.IsMark(text[end]) || ThaiLetters.IsFollowingVowel(text[end])))
            && Clusters(text.AsSpan(first.Start, end - first.Start)) >= LongEnough;
    }

    private static int Clusters(ReadOnlySpan<char> text)
    {
        var clusters = 0;
        foreach (var _ in ThaiClusters.Enumerate(text))
        {
            clusters++;
        }

        return clusters;
    }
}
