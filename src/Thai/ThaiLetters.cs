namespace KhokNongNa.Thai;

/// <summary>The Thai block of Unicode (U+0E00–0E7F) by what a character does in a cluster.</summary>
internal static class ThaiLetters
{
    internal const char FirstLetter = '\u0E01';
    internal const char LastConsonant = '\u0E2E';
    internal const char Paiyannoi = '\u0E2F';
    internal const char SaraA = '\u0E30';
    internal const char SaraAa = '\u0E32';
    internal const char SaraAm = '\u0E33';
    internal const char SaraE = '\u0E40';
    internal const char SaraAe = '\u0E41';
    internal const char SaraAiMaimalai = '\u0E44';
    internal const char Lakkhangyao = '\u0E45';
    internal const char Maiyamok = '\u0E46';
    internal const char Phinthu = '\u0E3A';
    internal const char MaiEk = '\u0E48';
    internal const char MaiChattawa = '\u0E4B';
    internal const char Thanthakhat = '\u0E4C';
    internal const char Nikhahit = '\u0E4D';
    internal const char Yamakkan = '\u0E4E';
    internal const char Zero = '\u0E50';
    internal const char Nine = '\u0E59';
    internal const char Last = '\u0E5B';

    internal static bool IsConsonant(char c) => c is >= FirstLetter and <= LastConsonant;

    internal static bool IsLeadingVowel(char c) => c is >= SaraE and <= SaraAiMaimalai;

    /// <summary>A vowel written after its consonant, on the line: ะ า ำ ๅ.</summary>
    internal static bool IsFollowingVowel(char c) => c is SaraA or SaraAa or SaraAm or Lakkhangyao;

    /// <summary>A sign written above or below: vowel, ็, tone, ์, ํ, ๎ or phinthu.</summary>
    internal static bool IsMark(char c) => c is '\u0E31' or (>= '\u0E34' and <= Phinthu) or (>= '\u0E47' and <= Yamakkan);

    internal static bool IsTone(char c) => c is >= MaiEk and <= MaiChattawa;

    internal static bool IsDigit(char c) => c is >= Zero and <= Nine;

    internal static char ArabicDigit(char thaiDigit) => (char)(thaiDigit - Zero + '0');
}
