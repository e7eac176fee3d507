namespace KhokNongNa.Thai;

/// <summary>Whether a name has more than one syllable, without a dictionary of names: by its vowels and by how many letters stand without one.</summary>
internal static class NameSyllables
{
    // กลม has three letters and one syllable; สมชาย has four and two.
    private const int LettersOfTwo = 4;

    internal static bool AreSeveral(ReadOnlySpan<char> name)
    {
        var (vowels, letters, isOpen) = (0, 0, false);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (ThaiLetters.IsLeadingVowel(c))
            {
                (vowels, isOpen) = (vowels + 1, true);
            }
            else if (IsVowelSign(c))
            {
                vowels += isOpen ? 0 : 1;
                // เ◌ีย and เ◌ือ end in a letter that is part of the vowel.
                if (isOpen && c is 'ี' or 'ื' && NextLetter(name, i) is var next and > 0 && name[next] is 'ย' or 'อ')
                {
                    i = next;
                }

                isOpen = false;
            }
            else if (ThaiLetters.IsConsonant(c) && !IsSilent(name, i))
            {
                if (c == 'อ' && i > 0 && !isOpen && !HasVowel(name, i))
                {
                    vowels++;
                }
                else
                {
                    letters++;
                }
            }
        }

        return vowels >= 2 || letters >= LettersOfTwo;
    }

    private static bool IsVowelSign(char c) => ThaiLetters.IsFollowingVowel(c) || c is '\u0E31' or (>= '\u0E34' and <= '\u0E39');

    private static bool HasVowel(ReadOnlySpan<char> name, int at) => at + 1 < name.Length && (IsVowelSign(name[at + 1]) || ThaiLetters.IsMark(name[at + 1]));

    private static bool IsSilent(ReadOnlySpan<char> name, int at)
    {
        for (var i = at + 1; i < name.Length && ThaiLetters.IsMark(name[i]); i++)
        {
            if (name[i] == ThaiLetters.Thanthakhat)
            {
                return true;
            }
        }

        return false;
    }

    private static int NextLetter(ReadOnlySpan<char> name, int at)
    {
        var next = at + 1;
        while (next < name.Length && ThaiLetters.IsTone(name[next]))
        {
            next++;
        }

        return next < name.Length ? next : 0;
    }
}
