namespace KhokNongNa.Thai;

/// <summary>The marks on one Thai letter: each at most once, at most one tone, in the order in which they are written out.</summary>
internal struct ThaiMarks
{
    private const char FirstMark = '\u0E31';

    private Signs _signs;
    private int _count;
    private uint _seen;
    private char _tone;

    internal readonly bool HasNikhahit => (_seen & Bit(ThaiLetters.Nikhahit)) != 0;

    internal void Add(char mark)
    {
        if (ThaiLetters.IsTone(mark))
        {
            _tone = mark;
        }
        else if ((_seen & Bit(mark)) == 0)
        {
            _seen |= Bit(mark);
            _signs[_count++] = mark;
        }
    }

    internal readonly int CopyTo(Span<char> target, bool withoutNikhahit)
    {
        var written = 0;
        for (var place = Place.Phinthu; place <= Place.AboveAll; place++)
        {
            if (place == Place.Tone)
            {
                if (_tone != default)
                {
                    target[written++] = _tone;
                }

                continue;
            }

            for (var i = 0; i < _count; i++)
            {
                if (PlaceOf(_signs[i]) == place && !(withoutNikhahit && _signs[i] == ThaiLetters.Nikhahit))
                {
                    target[written++] = _signs[i];
                }
            }
        }

        return written;
    }

    private enum Place
    {
        // Unicode's combining class puts phinthu before ุ and ู; any other order would not be NFC.
        Phinthu,
        Vowel,
        Tone,
        AboveAll,
    }

    private static Place PlaceOf(char mark) => mark switch
    {
        ThaiLetters.Phinthu => Place.Phinthu,
        ThaiLetters.Thanthakhat or ThaiLetters.Yamakkan => Place.AboveAll,
        _ => Place.Vowel,
    };

    private static uint Bit(char mark) => 1u << (mark - FirstMark);

    // As many as there are Thai marks that are not tones.
    [System.Runtime.CompilerServices.InlineArray(12)]
    private struct Signs
    {
        private char _first;
    }
}
