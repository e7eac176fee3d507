using ICU4N.Impl;
using ICU4N.Util;

namespace KhokNongNa.Thai;

/// <summary>ICU's list of common Thai words, read out of the file that comes with it into a form that is quicker to look in.</summary>
internal static class ThaiDictionary
{
    private const string Name = "data/icudt60b/brkitr/thaidict.dict";

    // The file keeps a letter as its distance from the first of the Thai block.
    private const int FirstThai = 0x0E00;

    internal static Lazy<WordTree> Loaded { get; } = new(() => new WordTree(Words()));

    private static List<string> Words()
    {
        using var file = ICUData.GetRequiredStream(Name);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        var bytes = copy.GetBuffer();
        // Big-endian: length of the head in two bytes, behind it a table of numbers, of which the first says where the words begin.
        var head = (bytes[0] << 8) | bytes[1];
        var start = head + ((bytes[head] << 24) | (bytes[head + 1] << 16) | (bytes[head + 2] << 8) | bytes[head + 3]);
        var words = new List<string>();
        foreach (var entry in new BytesTrie(bytes, start))
        {
            words.Add(string.Create(entry.BytesLength, entry, static (word, from) =>
            {
                for (var i = 0; i < word.Length; i++)
                {
                    word[i] = (char)(FirstThai + from[i]);
                }
            }));
        }

        words.Sort(StringComparer.Ordinal);
        return words;
    }
}
