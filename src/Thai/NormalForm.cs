namespace KhokNongNa.Thai;

/// <summary>
/// Tells at a glance that a text needs no repair, as nearly all do: ASCII and Thai in which no mark stands where it would be
/// moved. What it does not know it leaves to the passes, which find nothing to do where there is nothing.
/// </summary>
internal static class NormalForm
{
    private enum Kind : byte
    {
        Unknown,
        Plain,
        Consonant,
        SaraE,
        SaraAm,
        Vowel,
        Tone,
        Thanthakhat,
    }

    private static readonly Kind[] Kinds = [.. Enumerable.Range(0, 0x80).Select(place => Of((char)(FirstThai + place)))];

    private const char FirstThai = '\u0E00';

    internal static bool IsCertain(ReadOnlySpan<char> text)
    {
        var before = Kind.Plain;
        foreach (var c in text)
        {
            var kind = c is >= ' ' and <= '~' or '\n' or '\t' ? Kind.Plain
                : (uint)(c - FirstThai) < (uint)Kinds.Length ? Kinds[c - FirstThai]
                : Kind.Unknown;
            if (!Follows(before, kind))
            {
                return false;
            }

            before = kind;
        }

        return true;
    }

    private static bool Follows(Kind before, Kind kind) => kind switch
    {
        Kind.Plain or Kind.Consonant => true,
        Kind.SaraE => before != Kind.SaraE,
        Kind.SaraAm => before is Kind.Consonant or Kind.Tone,
        Kind.Vowel => before == Kind.Consonant,
        Kind.Tone => before is Kind.Consonant or Kind.Vowel,
        Kind.Thanthakhat => before is Kind.Consonant or Kind.Vowel or Kind.Tone,
        _ => false,
    };

    private static Kind Of(char c) => c switch
    {
        ThaiLetters.SaraE => Kind.SaraE,
        ThaiLetters.SaraAm => Kind.SaraAm,
        ThaiLetters.Thanthakhat => Kind.Thanthakhat,
        // Rare, and moved or merged with what stands beside them.
        ThaiLetters.Phinthu or ThaiLetters.Nikhahit or ThaiLetters.Yamakkan => Kind.Unknown,
        _ when ThaiLetters.IsConsonant(c) => Kind.Consonant,
        _ when ThaiLetters.IsTone(c) => Kind.Tone,
        _ when ThaiLetters.IsMark(c) => Kind.Vowel,
        >= ThaiLetters.Paiyannoi and < ThaiLetters.Phinthu or >= '\u0E3F' and <= ThaiLetters.Last => Kind.Plain,
        _ => Kind.Unknown,
    };
}
