using KhokNongNa.Search;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Searching.Gaps;

/// <summary>The words of a question that an answer has to hold.</summary>
internal static class TellingWords
{
    // Particles and fillers are shorter.
    private const int FewestLetters = 3;

    private const int Most = 6;

    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal)
    {
        "อะไร", "อย่างไร", "ยังไง", "ทำไม", "เท่าไร", "เท่าไหร่", "เท่าใด", "เมื่อไร", "เมื่อไหร่", "ที่ไหน", "ไหน", "ไหม", "มั้ย", "หรือไม่", "บ้าง", "ครับ", "ค่ะ",
        "วิธี", "วิธีการ", "การ", "ทำ", "และ", "หรือ", "ของ", "ให้", "ด้วย", "สำหรับ", "เป็น", "ที่สุด", "ขอ", "อยาก", "ช่วย",
    };

    /// <summary>How many texts hold all of them; <paramref name="found"/> when the question has none.</summary>
    public static int Answers(SearchIndex index, CountKey key, int found)
    {
        var words = ThaiWords.Segment(key.Query, ThaiLexicon.Domain)
            .Select(w => key.Query.Substring(w.Start, w.Length))
            .Where(w => w.Length >= FewestLetters && !Asking.Contains(w))
            .Distinct()
            .OrderByDescending(w => w.Length)
            .Take(Most)
            .ToList();
        return words.Count == 0 || found == 0
            ? found
            : index.Search(new SearchRequest
            {
                Text = string.Join(' ', words.Select(w => $"\"{w}\"")),
                Facets = key.District.Length > 0 ? [new(Facets.District, [key.District])] : [],
                Size = 1,
            }).Total;
    }
}
