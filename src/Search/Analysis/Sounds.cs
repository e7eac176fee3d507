using System.Text;

namespace KhokNongNa.Search.Analysis;

/// <summary>
/// A text by its consonants alone, those that sound alike as one: most slips fall on a vowel or a tone, and many are a
/// wrong one of ศ ษ ส or ร ล.
/// </summary>
internal static class Sounds
{
    private const int GramSize = 4;

    public static string Of(DenseText text)
    {
        var sounds = new StringBuilder(text.Text.Length);
        foreach (var c in text.Text)
        {
            if (c is < '\u0E00' or > '\u0E7F' or (>= 'ก' and <= 'ฮ'))
            {
                sounds.Append(Consonant(c));
            }
        }

        return sounds.ToString();
    }

    /// <summary>Every four in a row; fewer than that are one term.</summary>
    public static List<Slice> Grams(string sounds)
    {
        var terms = new List<Slice>(sounds.Length);
        for (var at = 0; at + GramSize <= sounds.Length; at++)
        {
            terms.Add(new Slice(at, GramSize));
        }

        if (sounds.Length is > 0 and < GramSize)
        {
            terms.Add(new Slice(0, sounds.Length));
        }

        return terms;
    }

    public static char Consonant(char c) => c switch
    {
        'ศ' or 'ษ' => 'ส',
        'ณ' => 'น',
        'ล' or 'ฬ' => 'ร',
        'ฎ' => 'ด',
        'ฏ' => 'ต',
        'ฐ' or 'ฒ' or 'ฑ' or 'ธ' => 'ท',
        'ญ' => 'ย',
        'ฆ' or 'ฅ' => 'ค',
        'ฃ' => 'ข',
        'ฌ' => 'ช',
        'ภ' => 'พ',
        _ => c,
    };
}
