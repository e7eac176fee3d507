namespace KhokNongNa.Thai;

/// <summary>
/// Words of clauses that hold nothing but Thai, ASCII and common signs, as nearly all do: Thai by the dictionary, the rest by
/// Unicode's rules (UAX #29) as far as they speak of ASCII.
/// </summary>
internal static class PlainWords
{
    // In this order: what is between the break and the signs makes up words.
    private enum Kind : byte
    {
        Strange,
        Break,
        Thai,
        ThaiMark,
        Letter,
        Digit,
        Underscore,
        BetweenLetters,
        BetweenDigits,
        BetweenEither,
    }

    private static readonly Kind[] Ascii = [.. Enumerable.Range(0, 0x80).Select(c => OfAscii((char)c))];

    /// <summary>Whether a clause can be cut here. No mark of Thai may stand where it would belong to something else.</summary>
    internal static bool Are(ReadOnlySpan<char> clause)
    {
        var before = Kind.Break;
        foreach (var c in clause)
        {
            var kind = Of(c);
            if (kind == Kind.Strange || (kind == Kind.ThaiMark && before is not (Kind.Thai or Kind.ThaiMark)))
            {
                return false;
            }

            before = kind;
        }

        return true;
    }

    internal static void Cut(ReadOnlySpan<char> text, int start, int end, WordTree dictionary, List<TextSpan> words)
    {
        for (var at = start; at < end;)
        {
            if (Of(text[at]) is Kind.Break or > Kind.Underscore)
            {
                at++;
                continue;
            }

            var next = EndOfRun(text[..end], at, out var tells);
            if (tells)
            {
                CutRun(text, at, next, dictionary, words);
            }

            at = next;
        }
    }

    // Letters, digits and what joins them. Thai letters are letters like any other: 15วัน and EMขยาย are runs too.
    private static int EndOfRun(ReadOnlySpan<char> text, int at, out bool tells)
    {
        tells = false;
        while (at < text.Length)
        {
            var kind = Of(text[at]);
            if (kind is > Kind.Break and <= Kind.Underscore)
            {
                tells |= kind != Kind.Underscore;
                at++;
            }
            else if (Joins(kind, AsLetter(Of(text[at - 1])), at + 1 < text.Length ? AsLetter(Of(text[at + 1])) : Kind.Break))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    // Only inside its Thai is a run cut: a word at the edge of the Thai keeps what it touches.
    private static void CutRun(ReadOnlySpan<char> text, int start, int end, WordTree dictionary, List<TextSpan> words)
    {
        var before = words.Count;
        var from = start;
        for (var at = start; at < end;)
        {
            var thai = at;
            while (at < end && Of(text[at]) is Kind.Thai or Kind.ThaiMark)
            {
                at++;
            }

            if (at == thai)
            {
                at++;
                continue;
            }

            var first = words.Count;
            DictionaryWords.Cut(text[thai..at], thai, dictionary, words);
            words[first] = new TextSpan(from, words[first].End - from);
            from = at;
            if (at < end)
            {
                from = words[^1].Start;
                words.RemoveAt(words.Count - 1);
            }
        }

        if (from < end)
        {
            words.Add(new TextSpan(from, end - from));
        }

        DropLoneMarks(text, words, before);
    }

    // Behind ฯ and ๆ a mark is a word of its own, with nothing to read.
    private static void DropLoneMarks(ReadOnlySpan<char> text, List<TextSpan> words, int from)
    {
        for (var i = words.Count - 1; i >= from; i--)
        {
            var word = words[i];
            if (ThaiLetters.IsMark(text[word.Start]) && !ThaiText.HasLetterOrDigit(text.Slice(word.Start, word.Length)))
            {
                words.RemoveAt(i);
            }
        }
    }

    private static bool Joins(Kind sign, Kind before, Kind after) => before == after && before switch
    {
        Kind.Letter => sign is Kind.BetweenLetters or Kind.BetweenEither,
        Kind.Digit => sign is Kind.BetweenDigits or Kind.BetweenEither,
        _ => false,
    };

    private static Kind AsLetter(Kind kind) => kind is Kind.Thai or Kind.ThaiMark ? Kind.Letter : kind;

    private static Kind Of(char c) => c switch
    {
        < '\u0080' => Ascii[c],
        >= ThaiLetters.Zero and <= ThaiLetters.Nine => Kind.Digit,
        '\u0E3F' or (>= '\u0E4F' and <= ThaiLetters.Last) => Kind.Break,
        _ when ThaiLetters.IsMark(c) => Kind.ThaiMark,
        >= ThaiLetters.FirstLetter and < ThaiLetters.Phinthu or >= ThaiLetters.SaraE and <= ThaiLetters.Maiyamok => Kind.Thai,
        '“' or '”' or '–' or '—' or '…' or '×' or '°' or '•' => Kind.Break,
        _ => Kind.Strange,
    };

    private static Kind OfAscii(char c) => c switch
    {
        _ when char.IsAsciiLetter(c) => Kind.Letter,
        _ when char.IsAsciiDigit(c) => Kind.Digit,
        '_' => Kind.Underscore,
        ':' => Kind.BetweenLetters,
        ',' or ';' => Kind.BetweenDigits,
        '.' or '\'' => Kind.BetweenEither,
        _ => Kind.Break,
    };
}
