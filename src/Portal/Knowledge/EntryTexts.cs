using KhokNongNa.Portal.Privacy;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>Every text of an entry, with its field and what that is called.</summary>
internal static class EntryTexts
{
    /// <summary>Fields that hold a citizen number, each once, with what to say.</summary>
    internal static IEnumerable<(string Field, string Message)> WithCitizenNumber(EntryContent content) => Of(content)
        .Where(t => CitizenNumber.IsIn(t.Text))
        .Select(t => (t.Field, CitizenNumber.Sentence(t.Name)))
        .Distinct();

    internal static IEnumerable<(string Field, string Name, string Text)> Of(EntryContent content) =>
    [
        ("Title", "ชื่อเรื่อง", content.Title),
        ("Slug", "ที่อยู่ของหน้า", content.Slug),
        ("Summary", "สรุปหนึ่งบรรทัด", content.Summary),
        ("Body", "เนื้อความ", content.Body),
        .. content.Sources.SelectMany(s => new[] { s.Title, s.Url }).Select(t => ("Sources", "แหล่งอ้างอิง", t)),
        .. content.Lesson is { } lesson ? Of(lesson) : [],
    ];

    // Text by text, for two that end and begin with digits are not one number.
    private static IEnumerable<(string Field, string Name, string Text)> Of(LessonFields lesson) =>
    [
        .. Each("Gains", "ได้อะไร", lesson.Gains),
        ("CostNote", "คำอธิบายต้นทุน", lesson.CostNote),
        .. Each("Materials", "วัสดุ", lesson.Materials.SelectMany(m => new[] { m.Name, m.Unit, m.Note })),
        .. Each("Steps", "ขั้นตอน", lesson.Steps.SelectMany(s => new[] { s.Title, s.Text, s.Alt })),
        .. Each("Tips", "เคล็ดลับ", lesson.Tips),
        .. Each("Cautions", "ข้อควรระวัง", lesson.Cautions),
        .. Each("Suits", "เหมาะกับ", lesson.Suits),
        .. Each("Unsuited", "ไม่เหมาะกับ", lesson.Unsuited),
        .. Each("Signs", "สังเกตว่าได้ผล", lesson.Signs),
        .. Each("Problems", "ปัญหาและวิธีแก้", lesson.Problems.SelectMany(p => new[] { p.Trouble, p.Fix })),
        .. Each("Failures", "เคยพลาดเพราะ", lesson.Failures),
    ];

    private static IEnumerable<(string Field, string Name, string Text)> Each(string field, string name, IEnumerable<string> texts) =>
        texts.Select(t => (field, name, t));
}
