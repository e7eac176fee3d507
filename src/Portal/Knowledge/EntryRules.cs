using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>What every text must keep to, whether it comes from a form or from a file.</summary>
public static class EntryRules
{
    public const int TitleLength = 200;
    public const int SlugLength = 80;
    public const int SummaryLength = 500;
    public const int BodyLength = 200_000;
    public const int ItemLength = 2_000;
    public const int ItemCount = 60;

    /// <summary>The content with every text repaired by the portal's one normaliser, spaces trimmed, and empty items dropped.</summary>
    public static EntryContent Clean(EntryContent content) => content with
    {
        Title = Line(content.Title),
        Slug = Line(content.Slug),
        Summary = Line(content.Summary),
        Body = Body(content.Body),
        Topics = Keys(content.Topics),
        Sages = Keys(content.Sages),
        Centres = Keys(content.Centres),
        Bases = Keys(content.Bases),
        Sources = [.. content.Sources
            .Select(s => s with { Title = Line(s.Title), Url = Line(s.Url) })
            .Where(s => s.Title.Length > 0 || s.Url.Length > 0)],
        Lesson = content.Lesson is { } lesson ? Clean(lesson) : null,
    };

    /// <summary>What is wrong with a cleaned content: field name → Thai sentence. Empty when it may be saved.</summary>
    public static IReadOnlyList<(string Field, string Message)> Check(EntryContent content)
    {
        var wrong = new List<(string Field, string Message)>();
        if (!ThaiText.HasLetterOrDigit(content.Title))
        {
            wrong.Add(("Title", "โปรดตั้งชื่อเรื่องด้วยตัวอักษรหรือตัวเลขอย่างน้อยหนึ่งตัว"));
        }

        Longest("Title", "ชื่อเรื่อง", content.Title, TitleLength);
        Longest("Summary", "สรุปหนึ่งบรรทัด", content.Summary, SummaryLength);
        if (WrongBody(content.Body) is { } wrongBody)
        {
            wrong.Add(("Body", wrongBody));
        }

        if (content.Slug.Length > 0 && (!Slug.IsValid(content.Slug) || content.Slug.Length > SlugLength))
        {
            wrong.Add(("Slug", $"ที่อยู่ของหน้าใช้ได้เฉพาะตัวอักษร ตัวเลข และขีด - ไม่เกิน {SlugLength} ตัว"));
        }

        foreach (var source in content.Sources)
        {
            if (source.Url.Length > 0 && !IsWebAddress(source.Url))
            {
                wrong.Add(("Sources", $"ที่อยู่ของแหล่งอ้างอิงต้องขึ้นต้นด้วย http:// หรือ https:// («{Shorten(source.Url)}»)"));
            }
        }

        Items("Sources", "แหล่งอ้างอิง", content.Sources.Select(s => s.Title + s.Url));
        Items("Topics", "หัวข้อ", content.Topics);
        Items("Sages", "ผู้เล่า", content.Sages);
        Items("Centres", "ศูนย์เรียนรู้", content.Centres);
        Items("Bases", "ฐานการเรียนรู้", content.Bases);
        if (content.Lesson is { } lesson)
        {
            Check(lesson, wrong);
        }

        wrong.AddRange(EntryTexts.WithCitizenNumber(content));
        return wrong;

        void Longest(string field, string name, string text, int limit)
        {
            if (text.Length > limit)
            {
                wrong.Add((field, TooLong(name, text, limit)));
            }
        }

        void Items(string field, string name, IEnumerable<string> items) => CheckItems(wrong, field, name, items);
    }

    /// <summary>What is wrong with a body by itself, a Thai sentence; <c>null</c> when it can be shown.</summary>
    internal static string? WrongBody(string body) =>
        body.Length > BodyLength ? TooLong("เนื้อความ", body, BodyLength)
        : !MarkdownText.IsReadable(body) ? "เนื้อความซ้อนกันหลายชั้นเกินไป หรือมีวงเล็บ [ มากเกินไป โปรดลดลง"
        : null;

    private static void Check(LessonFields lesson, List<(string Field, string Message)> wrong)
    {
        foreach (var (field, name, items) in Lists(lesson))
        {
            CheckItems(wrong, field, name, items);
        }

        NotNegative("WorkMinutes", "เวลาลงมือ", lesson.WorkMinutes, 60 * 24 * 365);
        NotNegative("WaitDays", "เวลารอผล", lesson.WaitDays, 36_500);
        NotNegative("CostBaht", "ต้นทุน", lesson.CostBaht, 100_000_000);
        NotNegative("MinRai", "ขนาดที่ดิน", lesson.MinRai, 100_000);
        if (lesson.CostNote.Length > ItemLength)
        {
            wrong.Add(("CostNote", $"คำอธิบายต้นทุนยาวเกินไป ใช้ได้ไม่เกิน {ItemLength:N0} ตัวอักษร"));
        }

        if (lesson.Months.Any(m => m is < 1 or > 12))
        {
            wrong.Add(("Months", "เดือนใช้เลข 1 ถึง 12"));
        }

        foreach (var material in lesson.Materials)
        {
            if (material.Name.Length == 0)
            {
                wrong.Add(("Materials", "มีวัสดุที่ยังไม่ได้ใส่ชื่อ"));
            }

            NotNegative("Materials", $"จำนวนของ «{Shorten(material.Name)}»", material.Amount, 100_000_000);
            NotNegative("Materials", $"ราคาของ «{Shorten(material.Name)}»", material.Cost, 100_000_000);
        }

        if (lesson.Steps.Any(s => s.Text.Length == 0 && s.Title.Length == 0))
        {
            wrong.Add(("Steps", "มีขั้นตอนที่ยังไม่ได้เขียนวิธีทำ"));
        }

        foreach (var (number, step) in lesson.Steps.Index())
        {
            NotNegative("Steps", $"เวลาของขั้นตอนที่ {number + 1}", step.Minutes, 60 * 24 * 365);
        }

        void NotNegative(string field, string name, decimal? value, decimal most)
        {
            if (value < 0 || value > most)
            {
                wrong.Add((field, $"{name}ต้องอยู่ระหว่าง 0 ถึง {most:N0}"));
            }
        }
    }

    private static IEnumerable<(string Field, string Name, IEnumerable<string> Items)> Lists(LessonFields lesson) =>
    [
        ("Gains", "ได้อะไร", lesson.Gains),
        ("Tips", "เคล็ดลับ", lesson.Tips),
        ("Cautions", "ข้อควรระวัง", lesson.Cautions),
        ("Suits", "เหมาะกับ", lesson.Suits),
        ("Unsuited", "ไม่เหมาะกับ", lesson.Unsuited),
        ("Signs", "สังเกตว่าได้ผล", lesson.Signs),
        ("Failures", "เคยพลาดเพราะ", lesson.Failures),
        ("Problems", "ปัญหาและวิธีแก้", lesson.Problems.Select(p => p.Trouble + p.Fix)),
        ("Materials", "วัสดุ", lesson.Materials.Select(m => m.Name + m.Unit + m.Note)),
        ("Steps", "ขั้นตอน", lesson.Steps.Select(s => s.Title + s.Text + s.Alt + s.Image)),
    ];

    private static void CheckItems(List<(string Field, string Message)> wrong, string field, string name, IEnumerable<string> items)
    {
        var count = 0;
        foreach (var item in items)
        {
            count++;
            if (item.Length > ItemLength)
            {
                wrong.Add((field, $"{name} ข้อที่ {count} ยาวเกินไป ใช้ได้ไม่เกิน {ItemLength:N0} ตัวอักษร"));
            }
        }

        if (count > ItemCount)
        {
            wrong.Add((field, $"{name} มีได้ไม่เกิน {ItemCount} ข้อ (ตอนนี้ {count:N0})"));
        }
    }

    private static LessonFields Clean(LessonFields lesson) => lesson with
    {
        Gains = Lines(lesson.Gains),
        CostNote = Line(lesson.CostNote),
        Seasons = [.. lesson.Seasons.Distinct()],
        Months = [.. lesson.Months.Distinct()],
        Soils = [.. lesson.Soils.Distinct()],
        Waters = [.. lesson.Waters.Distinct()],
        Parts = [.. lesson.Parts.Distinct()],
        Materials = [.. lesson.Materials
            .Select(m => m with { Name = Line(m.Name), Unit = Line(m.Unit), Note = Line(m.Note) })
            .Where(m => m is not { Name: "", Unit: "", Note: "", Amount: null, Cost: null })],
        Steps = [.. lesson.Steps
            .Select(s => s with { Title = Line(s.Title), Text = Block(s.Text), Image = Line(s.Image).TrimStart('/'), Alt = Line(s.Alt) })
            .Where(s => s is not { Title: "", Text: "", Image: "", Alt: "", Minutes: null })],
        Tips = Lines(lesson.Tips),
        Cautions = Lines(lesson.Cautions),
        Suits = Lines(lesson.Suits),
        Unsuited = Lines(lesson.Unsuited),
        Signs = Lines(lesson.Signs),
        Problems = [.. lesson.Problems
            .Select(p => new Problem(Line(p.Trouble), Line(p.Fix)))
            .Where(p => p.Trouble.Length > 0 || p.Fix.Length > 0)],
        Failures = Lines(lesson.Failures),
    };

    /// <summary>One line of text: repaired, trimmed, line ends turned into spaces.</summary>
    public static string Line(string text) =>
        string.Join(' ', ThaiText.Normalize(text).Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Trim();

    /// <summary>Text of several lines: repaired, blank edges gone.</summary>
    public static string Block(string text) =>
        string.Join('\n', ThaiText.Normalize(text).Split('\n').Select(l => l.TrimEnd())).Trim('\n', ' ');

    // Markdown keeps its trailing spaces (a hard line break); only the edges go.
    internal static string Body(string text) => ThaiText.Normalize(text).Trim('\n', ' ');

    private static List<string> Lines(IEnumerable<string> items) => [.. items.Select(Line).Where(i => i.Length > 0)];

    private static List<string> Keys(IEnumerable<string> keys) => [.. keys.Select(Line).Where(k => k.Length > 0).Distinct()];

    internal static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https";

    private static string TooLong(string name, string text, int limit) => $"{name}ยาวเกินไป ใช้ได้ไม่เกิน {limit:N0} ตัวอักษร (ตอนนี้ {text.Length:N0})";

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
