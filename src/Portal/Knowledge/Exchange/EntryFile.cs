namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>A lesson, article or page as a file.</summary>
internal static class EntryFile
{
    public static EntryContent Read(FrontMatter keys, EntryType type, string body) => new()
    {
        Title = keys.Text("title"),
        Slug = keys.Text("slug"),
        Summary = keys.Text("summary"),
        Body = body,
        Topics = keys.Texts("topics"),
        Sages = keys.Texts("sages"),
        Centres = keys.Texts("centres"),
        Bases = keys.Texts("bases"),
        Sources = [.. keys.Rows("sources").Select(s => new Source(s.Text("title"), s.Text("url"), s.Day("read")))],
        Licence = keys.Code("licence", Licence.CcBy),
        Lesson = type == EntryType.Lesson ? ReadLesson(keys) : null,
    };

    private static LessonFields ReadLesson(FrontMatter keys) => new()
    {
        Gains = keys.Texts("gains"),
        Difficulty = keys.CodeOrNull<Difficulty>("difficulty"),
        WorkMinutes = keys.Int("work_minutes"),
        WaitDays = keys.Int("wait_days"),
        CostBaht = keys.Decimal("cost_baht"),
        CostNote = keys.Text("cost_note"),
        Seasons = keys.Codes<Season>("seasons"),
        Months = keys.Ints("months"),
        Soils = keys.Codes<Soil>("soils"),
        Waters = keys.Codes<Water>("waters"),
        Parts = keys.Codes<PlotPart>("parts"),
        MinRai = keys.Decimal("min_rai"),
        Materials = [.. keys.Rows("materials").Select(m =>
            new Material(m.Text("name"), m.Decimal("amount"), m.Text("unit"), m.Decimal("cost"), m.Text("note")))],
        Steps = [.. keys.Rows("steps").Select(s =>
            new Step(s.Text("title"), s.Text("text"), s.Int("minutes"), s.Text("image"), s.Text("alt")))],
        Tips = keys.Texts("tips"),
        Cautions = keys.Texts("cautions"),
        Suits = keys.Texts("suits"),
        Unsuited = keys.Texts("unsuited"),
        Signs = keys.Texts("signs"),
        Problems = [.. keys.Rows("problems").Select(p => new Problem(p.Text("problem"), p.Text("fix")))],
        Failures = keys.Texts("failures"),
    };

    /// <param name="slug">Empty when it is the one that the title makes.</param>
    /// <param name="aliases">Former slugs.</param>
    /// <param name="parent">Key of the page above; <c>null</c> → none.</param>
    public static string Write(Entry entry, Revision revision, string slug, IEnumerable<string> aliases, string? parent)
    {
        var content = revision.Content;
        var file = new FrontMatterWriter()
            .Text("id", entry.Key)
            .Text("type", entry.Type.Code())
            .Text("title", content.Title)
            .Text("slug", slug)
            .Text("summary", content.Summary)
            .Text("status", entry is { IsLive: true, IsHidden: false } ? null : entry.IsHidden || entry.State == EntryState.Archived ? "archived" : "draft")
            .Texts("topics", content.Topics)
            .Text("area", entry.AreaCode)
            .Texts("sages", content.Sages)
            .Texts("centres", content.Centres)
            .Texts("bases", content.Bases)
            .Text("parent", parent)
            .Number("order", entry.Position, 0);
        if (content.Lesson is { } lesson)
        {
            WriteLesson(file, lesson);
        }

        return file
            .Rows("sources", content.Sources, (row, s) => row.Text("title", s.Title).Text("url", s.Url).Day("read", s.Read))
            .Text("licence", content.Licence == Licence.CcBy ? null : FrontMatterWriter.Code(content.Licence))
            .Moment("published", entry.PublishedAt)
            .Moment("updated", revision.At == entry.PublishedAt ? null : revision.At)
            .Number("version", revision.Number, 1)
            .Texts("aliases", aliases)
            .File(content.Body);
    }

    private static void WriteLesson(FrontMatterWriter file, LessonFields lesson) => file
        .Texts("gains", lesson.Gains)
        .Code("difficulty", lesson.Difficulty)
        .Number("work_minutes", lesson.WorkMinutes)
        .Number("wait_days", lesson.WaitDays)
        .Number("cost_baht", lesson.CostBaht)
        .Text("cost_note", lesson.CostNote)
        .Codes("seasons", lesson.Seasons)
        .Numbers("months", lesson.Months)
        .Codes("soils", lesson.Soils)
        .Codes("waters", lesson.Waters)
        .Codes("parts", lesson.Parts)
        .Number("min_rai", lesson.MinRai)
        .Rows("materials", lesson.Materials, (row, m) =>
            row.Text("name", m.Name).Number("amount", m.Amount).Text("unit", m.Unit).Number("cost", m.Cost).Text("note", m.Note))
        .Rows("steps", lesson.Steps, (row, s) =>
            row.Text("title", s.Title).Text("text", s.Text).Number("minutes", s.Minutes).Text("image", s.Image).Text("alt", s.Alt))
        .Texts("tips", lesson.Tips)
        .Texts("cautions", lesson.Cautions)
        .Texts("suits", lesson.Suits)
        .Texts("unsuited", lesson.Unsuited)
        .Texts("signs", lesson.Signs)
        .Rows("problems", lesson.Problems, (row, p) => row.Text("problem", p.Trouble).Text("fix", p.Fix))
        .Texts("failures", lesson.Failures);
}
