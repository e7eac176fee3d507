using System.Text;
using KhokNongNa.Search.Storage;
using Lucene.Net.Util;

namespace KhokNongNa.Search.Analysis;

/// <summary>
/// How terms are written in the index. Words as UTF-8, which Lucene's search for similar words reads. The others a byte for a
/// Thai or ASCII character and three for any other: there are a million of them in a megabyte of text, and each is hashed, sorted and kept.
/// </summary>
internal static class TermBytes
{
    private const char FirstThai = '\u0E00';
    private const char LastThai = '\u0E7E';
    private const byte Other = 0xFF;
    private const int MostOfOneChar = 3;

    public static BytesRef Of(string field, string term)
    {
        if (field == IndexFields.Words)
        {
            return new BytesRef(term);
        }

        var bytes = new byte[term.Length * MostOfOneChar];
        return new BytesRef(bytes, 0, Pack(term, bytes, []));
    }

    /// <summary>Room that any text of this length fits into.</summary>
    public static int Most(int length) => length * MostOfOneChar;

    /// <summary>Writes a text as its terms are written, so that each piece of it is a piece of what was written.</summary>
    /// <param name="places">Gets for each character, and for the end, where it begins; none when it is not wanted.</param>
    public static int Pack(ReadOnlySpan<char> text, Span<byte> bytes, Span<int> places)
    {
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!places.IsEmpty)
            {
                places[i] = written;
            }

            var c = text[i];
            if (c < 0x80)
            {
                bytes[written++] = (byte)c;
            }
            else if (c is >= FirstThai and <= LastThai)
            {
                bytes[written++] = (byte)(c - FirstThai + 0x80);
            }
            else
            {
                bytes[written++] = Other;
                bytes[written++] = (byte)(c >> 8);
                bytes[written++] = (byte)c;
            }
        }

        if (!places.IsEmpty)
        {
            places[text.Length] = written;
        }

        return written;
    }

    /// <summary>The same for words. A piece must not begin or end inside a character that takes two UTF-16 units.</summary>
    public static int PackWords(ReadOnlySpan<char> text, Span<byte> bytes, Span<int> places)
    {
        var written = 0;
        for (var i = 0; i < text.Length;)
        {
            var status = Rune.DecodeFromUtf16(text[i..], out var rune, out var taken);
            places.Slice(i, taken).Fill(written);
            written += (status == System.Buffers.OperationStatus.Done ? rune : Rune.ReplacementChar).EncodeToUtf8(bytes[written..]);
            i += taken;
        }

        places[text.Length] = written;
        return written;
    }
}
