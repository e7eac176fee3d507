using System.Globalization;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Thai;

namespace KhokNongNa.Web.Studio.Rounds;

/// <summary>What is typed of a letter.</summary>
public sealed class RoundForm
{
    public string Number { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Date { get; set; } = "";

    public string Due { get; set; } = "";

    public string IssuedBy { get; set; } = "";

    public string Responsible { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Summary { get; set; } = "";

    public string Attachments { get; set; } = "";

    public string Body { get; set; } = "";

    public List<string> To { get; set; } = [];

    public List<string> Exempt { get; set; } = [];

    public TaskForm Centres { get; set; } = new();

    public TaskForm Sages { get; set; } = new();

    public TaskForm Activities { get; set; } = new();

    public static RoundForm Of(Directive directive) => new()
    {
        Number = directive.Number,
        Subject = directive.Subject,
        Date = BuddhistDate.Short(directive.Date),
        Due = directive.Text.Due is { } due ? BuddhistDate.Short(due) : "",
        IssuedBy = directive.Text.IssuedBy,
        Responsible = directive.Text.Responsible,
        Phone = directive.Text.Phone,
        Summary = directive.Text.Summary,
        Attachments = string.Join('\n', directive.Text.Attachments),
        Body = directive.Text.Body,
        To = [.. directive.Text.To],
        Exempt = [.. directive.Text.Exempt],
        Centres = TaskForm.Of(directive, TaskKind.Centres),
        Sages = TaskForm.Of(directive, TaskKind.Sages),
        Activities = TaskForm.Of(directive, TaskKind.Activities),
    };

    /// <summary>Reads what was typed, and says what of it cannot be read.</summary>
    /// <param name="forms">Keys of the form versions that the round pins.</param>
    public (DateOnly Date, DirectiveText Text) Read(IReadOnlyList<string> forms, ICollection<(string Field, string Message)> wrong)
    {
        foreach (var (field, label, text, most) in new[]
        {
            ("Number", "เลขที่หนังสือ", Number, 100), ("Subject", "เรื่อง", Subject, 500), ("IssuedBy", "ส่วนราชการ", IssuedBy, 200),
            ("Responsible", "หน่วยที่รับผิดชอบ", Responsible, 200), ("Phone", "โทรศัพท์", Phone, 100), ("Summary", "สรุป", Summary, 1_000),
            ("Attachments", "สิ่งที่ส่งมาด้วย", Attachments, 2_000), ("Body", "ข้อความในหนังสือ", Body, EntryRules.BodyLength),
        })
        {
            if ((text ?? "").Length > most)
            {
                wrong.Add((field, string.Create(CultureInfo.InvariantCulture, $"{label}ยาวเกินไป ใช้ได้ไม่เกิน {most:N0} ตัวอักษร")));
            }
            else if (CitizenNumber.IsIn(text ?? ""))
            {
                wrong.Add((field, CitizenNumber.Sentence(label)));
            }
        }

        Demand("Number", Number, "โปรดใส่เลขที่หนังสือ");
        Demand("Subject", Subject, "โปรดใส่เรื่องของหนังสือ");
        var date = Day("Date", Date, "โปรดใส่วันที่ของหนังสือ เช่น 8 ก.ค. 2564") ?? default;
        var due = string.IsNullOrWhiteSpace(Due) ? null : Day("Due", Due, "");
        if (due < date)
        {
            wrong.Add(("Due", "วันครบกำหนดอยู่ก่อนวันที่ของหนังสือ"));
        }

        if (To.Count == 0)
        {
            wrong.Add(("To", "โปรดเลือกอำเภอที่ส่งถึงอย่างน้อยหนึ่งแห่ง"));
        }

        List<DirectiveTask> tasks = [.. new[] { Centres.Read(TaskKind.Centres, wrong), Sages.Read(TaskKind.Sages, wrong), Activities.Read(TaskKind.Activities, wrong) }.OfType<DirectiveTask>()];
        if (tasks.Count == 0)
        {
            wrong.Add(("Centres", "โปรดเลือกงานอย่างน้อยหนึ่งเรื่อง"));
        }

        return (date, new()
        {
            Summary = EntryRules.Line(Summary ?? ""),
            IssuedBy = EntryRules.Line(IssuedBy ?? ""),
            Responsible = EntryRules.Line(Responsible ?? ""),
            Phone = EntryRules.Line(Phone ?? ""),
            Attachments = [.. (Attachments ?? "").Split('\n').Select(EntryRules.Line).Where(l => l.Length > 0)],
            To = [.. To.Distinct().Order(StringComparer.Ordinal)],
            Exempt = [.. Exempt.Intersect(To).Order(StringComparer.Ordinal)],
            Due = due,
            Tasks = tasks,
            Forms = forms,
            Body = EntryRules.Block(Body ?? ""),
        });

        void Demand(string field, string text, string sentence)
        {
            if (!ThaiText.HasLetterOrDigit(text ?? ""))
            {
                wrong.Add((field, sentence));
            }
        }

        DateOnly? Day(string field, string text, string sentence)
        {
            if (BuddhistDate.TryParse(text ?? "", out var day))
            {
                return day;
            }

            wrong.Add((field, string.IsNullOrWhiteSpace(text) ? sentence : YearSlip.Of(text) is { Length: > 0 } asked ? asked : "วันที่เขียนแบบ 8 ก.ค. 2564 หรือ 8/7/2564"));
            return null;
        }
    }
}

/// <summary>One task of a letter as it is typed.</summary>
public sealed class TaskForm
{
    public bool IsAsked { get; set; }

    public string Text { get; set; } = "";

    public string Least { get; set; } = "1";

    /// <summary>Centres: plots for each one; empty → no such rule.</summary>
    public string PlotsPer { get; set; } = "";

    public bool Spread { get; set; }

    public static TaskForm Of(Directive directive, TaskKind kind) => directive.Text.Tasks.FirstOrDefault(t => t.Kind == kind) is { } task
        ? new()
        {
            IsAsked = true,
            Text = task.Text,
            Least = task.Least.ToString(CultureInfo.InvariantCulture),
            PlotsPer = task.PlotsPer == 0 ? "" : task.PlotsPer.ToString(CultureInfo.InvariantCulture),
            Spread = task.Spread,
        }
        : new();

    public DirectiveTask? Read(TaskKind kind, ICollection<(string Field, string Message)> wrong)
    {
        if (!IsAsked)
        {
            return null;
        }

        var text = EntryRules.Line(Text ?? "");
        return new(
            kind.ToString().ToLowerInvariant(),
            text.Length > 0 ? text : kind.Name(),
            kind,
            Number("Least", Least, 1, 1_000, 1),
            Number("PlotsPer", PlotsPer, 1, 10_000, 0),
            Spread);

        int Number(string field, string? typed, int least, int most, int otherwise)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                return otherwise;
            }

            if (ThaiDigits.TryParseInt(typed.Trim(), out var number) && number >= least && number <= most)
            {
                return number;
            }

            wrong.Add(($"{kind}.{field}", string.Create(CultureInfo.InvariantCulture, $"ใส่ตัวเลข {least} ถึง {most:N0}")));
            return otherwise;
        }
    }
}
