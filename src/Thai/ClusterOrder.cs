using System.Text;

namespace KhokNongNa.Thai;

/// <summary>
/// The second pass of normalising: all marks after a letter, and ำ with them, in one order. The order is that of a Thai
/// keyboard with input checking (WTT 2.0: vowel sign before tone), which is also the one fonts are made for.
/// </summary>
internal static class ClusterOrder
{
    // The Stream-Safe Text Format of Unicode (UAX #15) allows thirty.
    private const int MostForeignMarks = 30;

    /// <summary>Rearranges in place and returns the new length, never more than the old.</summary>
    internal static int Arrange(Span<char> text)
    {
        var written = 0;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == ThaiLetters.SaraAm || MarkLength(text[i..]) > 0)
            {
                i += ArrangeMarks(text, i, ref written);
            }
            else if (text[i] == ThaiLetters.SaraE && i + 1 < text.Length && text[i + 1] == ThaiLetters.SaraE)
            {
                text[written++] = ThaiLetters.SaraAe;
                i += 2;
            }
            else
            {
                text[written++] = text[i++];
            }
        }

        return written;
    }

    private static int ArrangeMarks(Span<char> text, int start, ref int written)
    {
        var thai = new ThaiMarks();
        Span<char> foreign = stackalloc char[MostForeignMarks * 2];
        var foreignMarks = 0;
        var foreignLength = 0;
        var saraAm = false;
        var i = start;
        while (i < text.Length)
        {
            var length = MarkLength(text[i..]);
            if (length > 0 && ThaiLetters.IsMark(text[i]))
            {
                thai.Add(text[i]);
            }
            else if (length > 0)
            {
                if (foreignMarks++ < MostForeignMarks)
                {
                    text.Slice(i, length).CopyTo(foreign[foreignLength..]);
                    foreignLength += length;
                }
            }
            else if (text[i] == ThaiLetters.SaraAm || (text[i] == ThaiLetters.SaraAa && !saraAm && thai.HasNikhahit))
            {
                saraAm = true;
                length = 1;
            }
            else
            {
                break;
            }

            i += length;
        }

        // ำ brings its own circle: the one typed apart is part of it, or typed twice.
        written += thai.CopyTo(text[written..], withoutNikhahit: saraAm);
        foreign[..foreignLength].CopyTo(text[written..]);
        written += foreignLength;
        if (saraAm)
        {
            text[written++] = ThaiLetters.SaraAm;
        }

        return i - start;
    }

    private static int MarkLength(ReadOnlySpan<char> text)
    {
        if (text[0] < '\u0300')
        {
            return 0;
        }

        _ = Rune.DecodeFromUtf16(text, out var rune, out var taken);
        return ThaiText.IsMark(rune) ? taken : 0;
    }
}
