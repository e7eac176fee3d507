using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Programme;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Directives as files; <c>title</c> is the letter's subject, the body the letter itself.</summary>
internal static class DirectiveFile
{
    public static Prepared Prepare(Incoming file, IReadOnlySet<string> areas)
    {
        NetworkImport.Demand(file);
        var keys = file.Keys;
        var text = Read(keys, file.Body);
        var (subject, slug, number, area) = (keys.Line1("title"), keys.Line1("slug"), keys.Line1("number"), file.Area(areas));
        var date = keys.Day("date") ?? throw new BadFileException(keys.LineOf("date"), "หนังสือต้องบอกวันที่ «date»");
        if (text.To.FirstOrDefault(code => !areas.Contains(code)) is { } unknown)
        {
            throw new BadFileException(keys.LineOf("to", unknown), $"ไม่พบรหัสพื้นที่ «{unknown}» ที่หนังสือส่งถึง");
        }

        return new Prepared(file, 4, [], async (db, known, now, cancellationToken) =>
        {
            var directive = await NetworkImport.FindOrAddAsync(db.Directives, d => d.Key == file.Key, () => Directive.Create(file.Key), known, cancellationToken);
            directive?.Write(number, subject, slug, date, area, text, Actor.System, now);
            return directive?.Version + 1;
        });
    }

    public static string Write(Directive directive)
    {
        var text = directive.Text;
        return new FrontMatterWriter()
            .Text("id", directive.Key)
            .Text("type", "directive")
            .Text("title", directive.Subject)
            .Text("slug", FileSlug.Written(directive.Slug, directive.Subject))
            .Text("summary", text.Summary)
            .Text("number", directive.Number)
            .Day("date", directive.Date)
            .Text("area", directive.AreaCode)
            .Text("issued_by", text.IssuedBy)
            .Text("responsible", text.Responsible)
            .Text("phone", text.Phone)
            .Texts("attachments", text.Attachments)
            .Texts("to", text.To)
            .Texts("exempt", text.Exempt)
            .Day("due", text.Due)
            .Rows("tasks", text.Tasks, (row, t) =>
                row.Text("key", t.Key).Text("text", t.Text).Code<TaskKind>("kind", t.Kind).Number("least", t.Least, 1).Number("plots_per", t.PlotsPer, 0).Flag("spread", t.Spread))
            .Texts("forms", text.Forms)
            .File(text.Body);
    }

    private static DirectiveText Read(FrontMatter keys, string body) => new()
    {
        Summary = keys.Line1("summary"),
        IssuedBy = keys.Line1("issued_by"),
        Responsible = keys.Line1("responsible"),
        Phone = keys.Line1("phone"),
        Attachments = [.. keys.Texts("attachments").Select(EntryRules.Line)],
        To = keys.Texts("to"),
        Exempt = keys.Texts("exempt"),
        Due = keys.Day("due"),
        Tasks = [.. keys.Rows("tasks").Select(t => new DirectiveTask(
            t.Text("key"),
            t.Line1("text"),
            t.CodeOrNull<TaskKind>("kind") ?? throw new BadFileException(t.Line, "แต่ละงานต้องบอกว่านับอะไร «kind»"),
            t.Int("least") ?? 1,
            t.Int("plots_per") ?? 0,
            t.Flag("spread")))],
        Forms = keys.Texts("forms"),
        Body = EntryRules.Block(body),
    };
}
