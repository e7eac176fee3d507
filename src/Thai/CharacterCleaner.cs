using System.Globalization;
using System.Text;

namespace KhokNongNa.Thai;

/// <summary>The first pass of normalising: character by character, before anything is composed.</summary>
internal static class CharacterCleaner
{
    // Composing sorts the marks of a letter, in quadratic time. Nobody means this many, and Thai text never has four.
    private const int MostMarks = 64;

    private const char ZeroWidthJoiner = '\u200D';
    private const char EmojiVariation = '\uFE0F';
    private const char Replacement = '\uFFFD';

    /// <summary>Writes the cleaned text to a target at least as long as the text; returns the length written.</summary>
    internal static int Clean(ReadOnlySpan<char> text, Span<char> target)
    {
        var written = 0;
        var marks = 0;
        for (var i = 0; i < text.Length;)
        {
            var status = Rune.DecodeFromUtf16(text[i..], out var rune, out var taken);
            if (status != System.Buffers.OperationStatus.Done)
            {
                rune = Rune.ReplacementChar;
            }

            var previous = target[..written];
            var next = text[(i + taken)..];
            i += taken;
            if (rune.Value == '\r' && next is ['\n', ..])
            {
                continue;
            }

            if (Replace(rune) is not { } kept || (rune.Value == ZeroWidthJoiner && !JoinsEmoji(previous, next)))
            {
                continue;
            }

            if (ThaiText.IsMark(kept))
            {
                // A key held down: without this the marks after it would fall to the limit.
                if (previous is [.., var last] && last == kept.Value && ThaiLetters.IsMark(last))
                {
                    continue;
                }

                if (++marks > MostMarks)
                {
                    continue;
                }
            }
            else
            {
                marks = 0;
            }

            written += kept.EncodeToUtf16(target[written..]);
        }

        return written;
    }

    private static Rune? Replace(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => rune,
        // Old Mac line ends, a word processor's line break within a paragraph, page breaks, NEL, Unicode separators.
        '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => new Rune('\n'),
        ZeroWidthJoiner => rune,
        '\u00AD' or '\u180E' or '\uFEFF' or (>= '\u200B' and <= '\u200F') => null,
        // Direction overrides can make a text read other than it is stored; nothing here runs from right to left.
        (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') => null,
        // Not characters; the runtime refuses to compose a text that holds the first.
        '\uFFFE' or '\uFFFF' => new Rune(Replacement),
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control => null,
            UnicodeCategory.SpaceSeparator => new Rune(' '),
            _ => rune,
        },
    };

    // A family or a cook is several emoji held together by joiners; taken apart it says something else.
    private static bool JoinsEmoji(ReadOnlySpan<char> previous, ReadOnlySpan<char> next)
    {
        if (previous is [.., EmojiVariation])
        {
            previous = previous[..^1];
        }

        _ = Rune.DecodeLastFromUtf16(previous, out var before, out _);
        _ = Rune.DecodeFromUtf16(next, out var after, out _);
        return IsEmoji(before) && IsEmoji(after);
    }

    private static bool IsEmoji(Rune rune) => rune.Value is (>= 0x2600 and <= 0x27BF) or (>= 0x1F000 and <= 0x1FAFF);
}
