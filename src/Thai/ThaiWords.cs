namespace KhokNongNa.Thai;

/// <summary>A piece of a text, by its offsets.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first offset behind the piece.</summary>
    public int End => Start + Length;
}

/// <summary>
/// Words by dictionary (ICU's Thai word list) for text that is written without spaces. Safe to call from many threads.
/// </summary>
/// <remarks>
/// The list knows common words, not local or technical ones: those come apart (โคก|หนอง|นา), the same way each time, unless
/// a <see cref="ThaiLexicon"/> holds them together.
/// A number with separators inside (1,000.50) is one word; 15-15-15 is three.
/// </remarks>
public static class ThaiWords
{
    /// <summary>Loads the dictionary now, so that the first reader need not wait for it.</summary>
    public static void Warm() => _ = ThaiDictionary.Loaded.Value;

    /// <summary>The words of a text in order; spans without a letter or digit are left out. Throws for no UTF-16.</summary>
    public static IReadOnlyList<TextSpan> Segment(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Cut(text, 0, text.Length);
    }

    /// <summary>The same, with the words of a lexicon in one piece. The text is to be folded, as the lexicon's words are.</summary>
    public static IReadOnlyList<TextSpan> Segment(string text, ThaiLexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(lexicon);
        return LexiconWords.Apply(text, Cut(text, 0, text.Length), lexicon);
    }

    /// <summary>The words of a part of a text, as if there were no more of it.</summary>
    internal static List<TextSpan> Cut(string text, int start, int end)
    {
        var words = new List<TextSpan>((end - start) / 4);
        var dictionary = ThaiDictionary.Loaded.Value;
        // Nothing goes over a space but marks that stand alone behind it; with those the space goes to ICU too.
        for (var from = start; from < end;)
        {
            var clause = text.AsSpan(from, end - from).IndexOfAnyExcept(' ', '\n');
            if (clause < 0)
            {
                break;
            }

            clause += from;
            var space = text.AsSpan(clause, end - clause).IndexOfAny(' ', '\n');
            var to = space < 0 ? end : clause + space;
            if (PlainWords.Are(text.AsSpan(clause, to - clause)))
            {
                PlainWords.Cut(text, clause, to, dictionary, words);
            }
            else
            {
                StrangeWords.Cut(text, from, to, words);
            }

            from = to;
        }

        return words;
    }
}
