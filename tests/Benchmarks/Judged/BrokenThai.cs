using System.Text;

namespace KhokNongNa.Benchmarks.Judged;

/// <summary>The same text as another device would write it: it looks the same, or nearly, and has other characters.</summary>
internal sealed class BrokenThai(int seed)
{
    private readonly Random _random = new(seed);

    public string Of(string text)
    {
        var broken = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            switch (text[i])
            {
                case 'ำ':
                    broken.Append("ํา");
                    break;
                case 'แ':
                    broken.Append("เเ");
                    break;
                case var vowel and >= 'ั' and <= 'ู' when next is >= '่' and <= '๋' && _random.Next(2) == 0:
                    broken.Append(next).Append(vowel);
                    i++;
                    break;
                case var tone and >= '่' and <= '๋' when next == 'ำ':
                    // The circle before the tone, or behind it.
                    broken.Append(_random.Next(2) == 0 ? $"ํ{tone}า" : $"{tone}ํา");
                    i++;
                    break;
                case var tone and >= '่' and <= '๋' when _random.Next(3) == 0:
                    broken.Append(tone, 2);
                    break;
                case var digit and >= '0' and <= '9':
                    broken.Append((char)(digit - '0' + '๐'));
                    break;
                case var other:
                    broken.Append(other);
                    break;
            }

            if (_random.Next(12) == 0)
            {
                broken.Append('\u200B');
            }
        }

        return broken.ToString();
    }
}
