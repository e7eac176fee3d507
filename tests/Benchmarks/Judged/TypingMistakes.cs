using System.Text;

namespace KhokNongNa.Benchmarks.Judged;

/// <summary>What fingers do to a text: a character left out, typed twice, swapped with the next, or taken from the key beside it.</summary>
/// <remarks>The same seed makes the same mistakes.</remarks>
internal sealed class TypingMistakes(int seed)
{
    // Kedmanee, the keyboard that every Thai phone and computer has, row by row, without and with shift.
    private static readonly string[] Rows =
    [
        "ๅ/-ภถุึคตจขช", "ๆไำพะัีรนยบล", "ฟหกดเ้่าสวง", "ผปแอิืทมใฝ",
        "+๑๒๓๔ู฿๕๖๗๘๙", "๐\"ฎฑธํ๊ณฯญฐ,", "ฤฆฏโฌ็๋ษศซ.", "()ฉฮฺ์?ฒฬฦ",
        "qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890",
    ];

    private readonly Random _random = new(seed);

    public string In(string text, int mistakes)
    {
        for (var made = 0; made < mistakes; made++)
        {
            text = One(text);
        }

        return text;
    }

    private string One(string text)
    {
        for (var tries = 0; tries < 50; tries++)
        {
            var at = _random.Next(text.Length);
            var changed = char.IsWhiteSpace(text[at]) ? text : _random.Next(4) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, Beside(text[at])),
                2 when at + 1 < text.Length && text[at + 1] != ' ' => new StringBuilder(text) { [at] = text[at + 1], [at + 1] = text[at] }.ToString(),
                3 => text.Remove(at, 1).Insert(at, Beside(text[at])),
                _ => text,
            };
            if (changed != text && changed.Trim().Length > 1)
            {
                return changed;
            }
        }

        return text;
    }

    private string Beside(char key)
    {
        var row = Rows.FirstOrDefault(row => row.Contains(key, StringComparison.Ordinal));
        if (row is null)
        {
            return key.ToString();
        }

        var at = row.IndexOf(key, StringComparison.Ordinal) + (_random.Next(2) == 0 ? -1 : 1);
        return row[at < 0 ? 1 : at == row.Length ? at - 2 : at].ToString();
    }
}
