using System.Globalization;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Searching.Gaps;

/// <summary>
/// A given, family or nick name as it may stand in a question. Many Thai names are also common words (เดือน, แก้ว): those are taken
/// for a name only when they stand by themselves or after a title, so that «ไส้เดือน» can still be counted.
/// </summary>
internal sealed class PersonName
{
    /// <summary>Letters without vowel signs and tones; what is shorter is in half of all words.</summary>
    public const int FewestLetters = 3;

    // So long a name is nothing else, wherever it stands.
    private const int TellingLetters = 5;

    // Longest first: พ่อใหญ่ before พ่อ.
    private static readonly string[] Titles =
    [
        .. new[]
        {
            "นางสาว", "นาง", "นาย", "คุณ", "พ่อใหญ่", "แม่ใหญ่", "พ่อครู", "แม่ครู", "พ่อ", "แม่", "ปู่", "ย่า", "ตา", "ยาย", "ลุง", "ป้า", "น้า", "อา",
            "พี่", "น้อง", "ครู", "อาจารย์", "ช่าง", "ผู้ใหญ่", "กำนัน", "หมอ", "หลวงพ่อ", "หลวงปู่", "พระ",
        }.OrderByDescending(t => t.Length),
    ];

    private readonly bool _isCommonWord;
    private readonly bool _isTelling;

    private PersonName(string text)
    {
        Text = text;
        _isCommonWord = ThaiWords.Segment(text).Count == 1;
        _isTelling = Letters(text) >= TellingLetters;
    }

    public string Text { get; }

    /// <summary>The names that a person's field holds: each word of it, and what is left of one without the title before it.</summary>
    public static IEnumerable<PersonName> In(string field) => ThaiText.Fold(ThaiText.Normalize(field.Split('(')[0]))
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(word => new[] { word, WithoutTitle(word) })
        .Where(word => Letters(word) >= FewestLetters && !Titles.Contains(word))
        .Distinct()
        .Select(word => new PersonName(word));

    /// <summary>Whether the question names somebody who is called so.</summary>
    public bool IsIn(string question, HashSet<int> bounds)
    {
        for (var at = question.IndexOf(Text, StringComparison.Ordinal); at >= 0; at = question.IndexOf(Text, at + 1, StringComparison.Ordinal))
        {
            var end = at + Text.Length;
            var before = question.AsSpan(0, at);
            var isTitled = Array.Exists(Titles, t => question.AsSpan(0, at).TrimEnd().EndsWith(t, StringComparison.Ordinal));
            var isAlone = (before.IsEmpty || before[^1] == ' ') && (end == question.Length || question[end] == ' ');
            if (isTitled || isAlone || (!_isCommonWord && (_isTelling || (bounds.Contains(at) && bounds.Contains(end)))))
            {
                return true;
            }
        }

        return false;
    }

    private static string WithoutTitle(string word) =>
        Array.Find(Titles, t => word.StartsWith(t, StringComparison.Ordinal)) is { } title ? word[title.Length..] : word;

    private static int Letters(string text) => text.Count(c => char.IsLetter(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.ModifierLetter);
}
