using System.Text;

namespace KhokNongNa.Thai;

/// <summary>
/// How a name sounds, so that spellings of the same sound agree: ศ ษ ส ซ, ณ น, ใ ไ ัย, ร ล, ทร as ซ, รร as ัน, ำ as ัม; without
/// tones, silenced letters and the length of vowels. For comparing, never for showing.
/// </summary>
internal static class NameSounds
{
    internal static string Of(string name)
    {
        var letters = Letters(ThaiText.Fold(ThaiText.Normalize(name)));
        var sound = new StringBuilder(letters.Length);
        for (var i = 0; i < letters.Length; i++)
        {
            var (c, next) = (letters[i], i + 1 < letters.Length ? letters[i + 1] : '\0');
            var isLast = next == '\0';
            switch (c)
            {
                case 'ท' when next == 'ร':
                    Add(sound, isLast || i + 2 >= letters.Length ? 'ด' : 'ส');
                    i++;
                    break;
                case 'ร' when next == 'ร':
                    sound.Append('ั');
                    i++;
                    var closes = i + 1 < letters.Length && ThaiLetters.IsConsonant(letters[i + 1]) && !IsVowel(i + 2 < letters.Length ? letters[i + 2] : '\0');
                    if (!closes)
                    {
                        Add(sound, 'น');
                    }

                    break;
                case 'ั' when next == 'ย':
                    // ชัย is ไช, and the vowel goes before its letter.
                    sound.Insert(Math.Max(0, sound.Length - 1), 'ไ');
                    i++;
                    break;
                case 'ย' when sound.Length > 1 && sound[^2] == 'ไ' && !IsVowel(next):
                    break;
                case 'ำ':
                    sound.Append('ั');
                    Add(sound, 'ม');
                    break;
                case 'ฤ':
                    Add(sound, 'ล');
                    sound.Append('ึ');
                    break;
                case 'ญ':
                    Add(sound, IsVowel(next) || (i > 0 && ThaiLetters.IsLeadingVowel(letters[i - 1])) && !isLast ? 'ย' : 'น');
                    break;
                case 'ห' when IsSonorant(next):
                    break;
                case 'ะ' when isLast:
                case 'ิ' or 'ุ' when isLast && i > 1 && letters[i - 1] is 'ต' or 'ด' or 'ธ' or 'ท' or 'ถ' && !ThaiLetters.IsLeadingVowel(letters[i - 2]):
                    break;
                default:
                    Add(sound, isLast ? Final(Fold(c)) : Fold(c));
                    break;
            }
        }

        if (sound.Length > 0)
        {
            sound[^1] = Final(sound[^1]);
        }

        return sound.ToString();
    }

    // A letter twice is heard once: กัญญา, กันยา; วรรณา, วันนา.
    private static void Add(StringBuilder sound, char c)
    {
        if (sound.Length == 0 || sound[^1] != c)
        {
            sound.Append(c);
        }
    }

    /// <summary>What is left without tones and signs, and without letters that ์ silences.</summary>
    private static string Letters(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c == ThaiLetters.Thanthakhat)
            {
                var keep = letters.Length;
                while (keep > 0 && IsVowel(letters[keep - 1]))
                {
                    keep--;
                }

                letters.Length = Math.Max(0, keep - 1);
            }
            else if (char.IsLetterOrDigit(c) || IsVowel(c))
            {
                letters.Append(c);
            }
        }

        return letters.ToString();
    }

    private static bool IsVowel(char c) => ThaiLetters.IsFollowingVowel(c) || c is '\u0E31' or (>= '\u0E34' and <= '\u0E39');

    private static bool IsSonorant(char c) => c is 'ง' or 'ญ' or 'น' or 'ม' or 'ย' or 'ร' or 'ล' or 'ว';

    private static char Fold(char c) => c switch
    {
        'ข' or 'ฃ' or 'ค' or 'ฅ' or 'ฆ' => 'ค',
        'ฉ' or 'ช' or 'ฌ' => 'ช',
        'ซ' or 'ศ' or 'ษ' or 'ส' => 'ส',
        'ฎ' => 'ด',
        'ฏ' => 'ต',
        'ฐ' or 'ฑ' or 'ฒ' or 'ถ' or 'ท' or 'ธ' => 'ท',
        'ณ' => 'น',
        'ผ' or 'พ' or 'ภ' => 'พ',
        'ฝ' or 'ฟ' => 'ฟ',
        'ร' or 'ล' or 'ฬ' => 'ล',
        'ฮ' => 'ห',
        'ใ' => 'ไ',
        'ี' => 'ิ',
        'ื' => 'ึ',
        'ู' => 'ุ',
        _ => c,
    };

    // What a syllable can end in: แม่กด, แม่กบ, แม่กก, แม่กน.
    private static char Final(char c) => c switch
    {
        'จ' or 'ช' or 'ต' or 'ท' or 'ส' => 'ด',
        'ป' or 'พ' or 'ฟ' => 'บ',
        'ค' => 'ก',
        'ล' => 'น',
        _ => c,
    };
}
