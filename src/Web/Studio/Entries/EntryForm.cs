using System.Globalization;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Thai;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>
/// A text as a form: every field is what was typed, so that nothing is lost when something is wrong. Lists are lines of a text box;
/// rows of several fields have empty rows at the end to grow into.
/// </summary>
public sealed class EntryForm
{
    private const int EmptyRows = 3;

    /// <summary>Revision that the form was filled from; 0 for a new text.</summary>
    public int Base { get; set; }

    /// <summary>Member whose telling a new text is; <c>null</c> → an officer's own text.</summary>
    public Guid? Teller { get; set; }

    public string AreaCode { get; set; } = "";

    /// <summary>Province whose areas are to be offered, for who writes in several; empty for who does not choose one.</summary>
    public string Province { get; set; } = "";

    public string Title { get; set; } = "";

    public string Slug { get; set; } = "";

    public string Summary { get; set; } = "";

    public string Body { get; set; } = "";

    public string MainTopic { get; set; } = "";

    public List<string> Topics { get; set; } = [];

    public List<string> Sages { get; set; } = [];

    public List<string> Centres { get; set; } = [];

    public List<string> Bases { get; set; } = [];

    public List<SourceRow> Sources { get; set; } = [];

    public Licence Licence { get; set; }

    public string Gains { get; set; } = "";

    public Difficulty? Difficulty { get; set; }

    public string WorkMinutes { get; set; } = "";

    public string WaitDays { get; set; } = "";

    public string CostBaht { get; set; } = "";

    public string CostNote { get; set; } = "";

    public List<Season> Seasons { get; set; } = [];

    public List<int> Months { get; set; } = [];

    public List<Soil> Soils { get; set; } = [];

    public List<Water> Waters { get; set; } = [];

    public List<PlotPart> Parts { get; set; } = [];

    public string MinRai { get; set; } = "";

    public List<MaterialRow> Materials { get; set; } = [];

    public List<StepRow> Steps { get; set; } = [];

    public string Tips { get; set; } = "";

    public string Cautions { get; set; } = "";

    public string Suits { get; set; } = "";

    public string Unsuited { get; set; } = "";

    public string Signs { get; set; } = "";

    public List<ProblemRow> Problems { get; set; } = [];

    public string Failures { get; set; } = "";

    public static EntryForm From(EntryContent content, string area, int number)
    {
        var lesson = content.Lesson ?? new();
        return new()
        {
            Base = number,
            AreaCode = area,
            Title = content.Title,
            Slug = content.Slug,
            Summary = content.Summary,
            Body = content.Body,
            MainTopic = content.Topics is [var main, ..] ? main : "",
            Topics = [.. content.Topics],
            Sages = [.. content.Sages],
            Centres = [.. content.Centres],
            Bases = [.. content.Bases],
            Sources = [.. content.Sources.Select(s => new SourceRow { Title = s.Title, Url = s.Url, Read = s.Read is { } day ? BuddhistDate.Short(day) : "" })],
            Licence = content.Licence,
            Gains = Lines(lesson.Gains),
            Difficulty = lesson.Difficulty,
            WorkMinutes = Text(lesson.WorkMinutes),
            WaitDays = Text(lesson.WaitDays),
            CostBaht = Text(lesson.CostBaht),
            CostNote = lesson.CostNote,
            Seasons = [.. lesson.Seasons],
            Months = [.. lesson.Months],
            Soils = [.. lesson.Soils],
            Waters = [.. lesson.Waters],
            Parts = [.. lesson.Parts],
            MinRai = Text(lesson.MinRai),
            Materials = [.. lesson.Materials.Select(m => new MaterialRow { Name = m.Name, Amount = Text(m.Amount), Unit = m.Unit, Cost = Text(m.Cost), Note = m.Note })],
            Steps = [.. lesson.Steps.Select(s => StepRow.From(s, Text(s.Minutes)))],
            Tips = Lines(lesson.Tips),
            Cautions = Lines(lesson.Cautions),
            Suits = Lines(lesson.Suits),
            Unsuited = Lines(lesson.Unsuited),
            Signs = Lines(lesson.Signs),
            Problems = [.. lesson.Problems.Select(p => new ProblemRow { Trouble = p.Trouble, Fix = p.Fix })],
            Failures = Lines(lesson.Failures),
        };
    }

    /// <summary>The content that was typed, cleaned, and what is wrong with it by field.</summary>
    /// <param name="before">What the text said so far: boxes that stay ticked keep its order, which the form does not show.</param>
    public (EntryContent Content, IReadOnlyList<(string Field, string Message)> Wrong) Read(EntryType type, EntryContent? before)
    {
        var reader = new FieldReader();
        var content = EntryRules.Clean(new EntryContent
        {
            Title = Title,
            Slug = Slug,
            Summary = Summary,
            Body = Body,
            Topics = [MainTopic, .. Kept(Topics, before?.Topics)],
            Sages = Kept(Sages, before?.Sages),
            Centres = Kept(Centres, before?.Centres),
            Bases = Kept(Bases, before?.Bases),
            Sources = [.. Sources.Select(s => new Source(s.Title, s.Url, reader.Day("Sources", "วันที่อ่าน", s.Read)))],
            Licence = Licence,
            Lesson = type == EntryType.Lesson ? ReadLesson(reader, before?.Lesson) : null,
        });
        return (content, [.. reader.Wrong, .. EntryRules.Check(content)]);
    }

    /// <summary>Lets one field say what it says in another form.</summary>
    /// <param name="field">One of <see cref="FieldNames.All"/>.</param>
    public void Take(string field, EntryForm other)
    {
        var property = typeof(EntryForm).GetProperty(field)!;
        property.SetValue(this, property.GetValue(other));
        if (field == nameof(Topics))
        {
            MainTopic = other.MainTopic;
        }
    }

    /// <summary>Adds the empty rows at the end of each list.</summary>
    public void Grow()
    {
        Grow(Sources, r => r.IsEmpty);
        Grow(Materials, r => r.IsEmpty);
        Grow(Steps, r => r.IsEmpty);
        Grow(Problems, r => r.IsEmpty);

        static void Grow<T>(List<T> rows, Func<T, bool> isEmpty)
            where T : new()
        {
            rows.RemoveAll(r => isEmpty(r));
            rows.AddRange(Enumerable.Range(0, EmptyRows).Select(_ => new T()));
        }
    }

    private LessonFields ReadLesson(FieldReader reader, LessonFields? before) => new()
    {
        Gains = Split(Gains),
        Difficulty = Difficulty,
        WorkMinutes = reader.Int("WorkMinutes", "เวลาลงมือ", WorkMinutes),
        WaitDays = reader.Int("WaitDays", "เวลารอผล", WaitDays),
        CostBaht = reader.Decimal("CostBaht", "ต้นทุน", CostBaht),
        CostNote = CostNote,
        Seasons = Kept(Seasons, before?.Seasons),
        Months = Kept(Months, before?.Months),
        Soils = Kept(Soils, before?.Soils),
        Waters = Kept(Waters, before?.Waters),
        Parts = Kept(Parts, before?.Parts),
        MinRai = reader.Decimal("MinRai", "ขนาดที่ดิน", MinRai),
        Materials = [.. Materials.Select((m, i) => new Material(
            m.Name, reader.Decimal("Materials", $"จำนวนของวัสดุที่ {i + 1}", m.Amount), m.Unit, reader.Decimal("Materials", $"ราคาของวัสดุที่ {i + 1}", m.Cost), m.Note))],
        Steps = [.. Steps.Select((s, i) => s.ToStep(reader.Int("Steps", $"เวลาของขั้นตอนที่ {i + 1}", s.Minutes)))],
        Tips = Split(Tips),
        Cautions = Split(Cautions),
        Suits = Split(Suits),
        Unsuited = Split(Unsuited),
        Signs = Split(Signs),
        Problems = [.. Problems.Select(p => new Problem(p.Trouble, p.Fix))],
        Failures = Split(Failures),
    };

    private static List<T> Kept<T>(List<T> chosen, IReadOnlyList<T>? before) =>
        before is null ? chosen : [.. before.Where(chosen.Contains), .. chosen.Except(before)];

    private static string[] Split(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Lines(IEnumerable<string> items) => string.Join('\n', items);

    private static string Text(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
