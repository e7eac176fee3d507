using KhokNongNa.Search.Analysis;

namespace KhokNongNa.Search.Querying;

/// <summary>
/// Words that ask, and words that are polite. The answer to a question rarely holds them, so that they would only
/// pull up other questions.
/// </summary>
internal static class QuestionWords
{
    private static readonly HashSet<string> All = new(StringComparer.Ordinal)
    {
        "อะไร", "อะไรบ้าง", "เพราะอะไร", "อันไหน", "ไหน", "ที่ไหน", "แห่งใด", "ที่ใด", "สิ่งใด", "ใด",
        "อย่างไร", "อย่างไรบ้าง", "เช่นไร", "เช่นใด", "ยังไง", "ไง", "กี่", "เท่าไร", "เท่าไหร่", "เท่าใด",
        "ทำไม", "เหตุใด", "เมื่อไร", "เมื่อไหร่", "เมื่อใด", "ใคร", "ผู้ใด", "ไหม", "มั้ย", "มัย", "หรือไม่",
        "หรือเปล่า", "หรือยัง", "บ้าง", "หยัง", "เป็นหยัง", "จั่งใด", "จังใด", "จั่งใด๋", "จังใด๋", "จั่งได๋", "จั่งสิ", "ยามใด", "ยามใด๋", "อีหยัง",
        "แหน่", "เด้อ", "เนาะ", "อยู่ไส",
        "ครับ", "ค่ะ", "คะ", "จ้า", "จ้ะ", "นะคะ", "นะครับ", "นะ",
    };

    // Those that are seen in spite of one slip: what comes so near to the others may be a word (ที่ไหน, ที่ไหล).
    private static readonly string[] Slipped = ["อะไร", "อย่างไร", "เท่าไร", "เท่าไหร่", "เมื่อไร", "เมื่อไหร่", "เมื่อใด", "เพราะอะไร"];

    private static readonly int ShortestSlipped = Slipped.Min(word => word.Length) - 1;
    private static readonly int Longest = All.Max(word => word.Length);

    /// <summary>Where question words stand. They may take several of the segmenter's words, but never end inside one.</summary>
    public static List<Slice> In(string folded, IReadOnlyList<Slice> words)
    {
        var found = new List<Slice>();
        var lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var first = 0; first < words.Count;)
        {
            var start = words[first].Start;
            var next = first + 1;
            Slice? longest = null;
            var isSlipped = false;
            for (var last = first; last < words.Count && words[last].End - start <= Longest; last++)
            {
                var phrase = new Slice(start, words[last].End - start);
                var isExact = phrase.Length > 0 && lookup.Contains(phrase.Of(folded));
                if (isExact || ((longest is null || isSlipped) && IsSlipped(phrase, folded)))
                {
                    longest = phrase;
                    isSlipped = !isExact;
                    next = last + 1;
                }
            }

            if (longest is { } question)
            {
                found.Add(question);
            }

            first = next;
        }

        return found;
    }

    private static bool IsSlipped(Slice phrase, string folded) =>
        phrase.Length >= ShortestSlipped && Slipped.Any(word => Math.Abs(word.Length - phrase.Length) <= 1 && EditDistance.Between(word, phrase.Of(folded).ToString()) == 1);
}
