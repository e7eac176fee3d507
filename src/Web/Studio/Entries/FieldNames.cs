using System.Collections;
using System.Globalization;
using KhokNongNa.Portal.Knowledge;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>What the form calls its fields, and what stands in them as text.</summary>
public static class FieldNames
{
    public static IReadOnlyList<(string Field, string Name)> All { get; } =
    [
        ("Title", "ชื่อเรื่อง"),
        ("Summary", "สรุปหนึ่งบรรทัด"),
        ("Topics", "หัวข้อ"),
        ("Sages", "ผู้เล่า"),
        ("Centres", "ศูนย์เรียนรู้"),
        ("Bases", "ฐานการเรียนรู้"),
        ("Gains", "ได้อะไร"),
        ("Difficulty", "ความยาก"),
        ("WorkMinutes", "เวลาลงมือ (นาที)"),
        ("WaitDays", "รอผล (วัน)"),
        ("CostBaht", "ต้นทุน (บาท)"),
        ("CostNote", "ต้นทุนนี้รวมอะไร"),
        ("Seasons", "ฤดู"),
        ("Months", "เดือน"),
        ("Soils", "ดิน"),
        ("Waters", "น้ำ"),
        ("Parts", "ส่วนของแปลง"),
        ("MinRai", "ที่ดินอย่างน้อย (ไร่)"),
        ("Materials", "วัสดุ"),
        ("Steps", "ขั้นตอน"),
        ("Tips", "เคล็ดลับ"),
        ("Cautions", "ข้อควรระวัง"),
        ("Suits", "เหมาะกับ"),
        ("Unsuited", "ไม่เหมาะกับ"),
        ("Signs", "สังเกตว่าได้ผล"),
        ("Problems", "ปัญหาและวิธีแก้"),
        ("Failures", "เคยพลาดเพราะ"),
        ("Body", "เนื้อความ"),
        ("Sources", "แหล่งอ้างอิง"),
        ("Licence", "การนำไปใช้"),
        ("Slug", "ที่อยู่ของหน้า"),
    ];

    // Of every type; the others are a lesson's.
    private static readonly string[] Common = ["Title", "Summary", "Topics", "Sages", "Centres", "Bases", "Body", "Sources", "Licence", "Slug"];

    // A page has no topic and nobody who tells it.
    private static readonly string[] NotOfPages = ["Topics", "Sages", "Centres", "Bases"];

    /// <summary>Whether the form of a type has the field.</summary>
    public static bool Has(EntryType type, string field) => type switch
    {
        EntryType.Lesson => true,
        EntryType.Article => Common.Contains(field),
        _ => Common.Except(NotOfPages).Contains(field),
    };

    /// <summary>What the form calls a field; empty for none of its own.</summary>
    public static string Name(string field) => All.FirstOrDefault(f => f.Field == field).Name ?? "";

    /// <summary>The field's content, a line a row.</summary>
    public static string Text(EntryForm form, string field) => Text(typeof(EntryForm).GetProperty(field)!.GetValue(form));

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        IEnumerable items => string.Join('\n', items.Cast<object>().Select(Text)),
        Difficulty code => code.Name(),
        Season code => code.Name(),
        Soil code => code.Name(),
        Water code => code.Name(),
        PlotPart code => code.Name(),
        Licence code => code.Name(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => string.Join(" · ", value.GetType().GetProperties().Select(p => Text(p.GetValue(value))).Where(t => t.Length > 0)),
    };
}
