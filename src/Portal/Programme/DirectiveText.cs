using KhokNongNa.Portal.Knowledge;

namespace KhokNongNa.Portal.Programme;

/// <summary>What a directive says beside number, subject and date.</summary>
public sealed record DirectiveText
{
    /// <summary>More districts than the country has.</summary>
    public const int MostAreas = 1_000;

    public string Summary { get; init; } = "";

    /// <summary>Who sent it.</summary>
    public string IssuedBy { get; init; } = "";

    /// <summary>Unit that answers questions about it.</summary>
    public string Responsible { get; init; } = "";

    /// <summary>That unit's telephone, as printed.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Names of what came with it; the files are not kept.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>Codes of the areas that it is sent to, the exempted among them.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Codes of those that it leaves out.</summary>
    public IReadOnlyList<string> Exempt { get; init; } = [];

    /// <summary>Last day on which it can be done; <c>null</c> when none is set.</summary>
    public DateOnly? Due { get; init; }

    public IReadOnlyList<DirectiveTask> Tasks { get; init; } = [];

    /// <summary>Keys of the form versions that are asked in its areas while the round is open (settled 12); a register without one has its newest.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>The letter itself, Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>Areas that have to do it.</summary>
    public IEnumerable<string> Addressed() => To.Except(Exempt);

    /// <summary>The moment when it is too late: «ภายในวันที่ 9» ends at 24:00 in Bangkok.</summary>
    public DateTimeOffset? DueAt() => Due is { } day ? ThaiTime.StartOf(day.AddDays(1)) : null;

    internal void Demand(DateOnly date, string area)
    {
        if (Due < date)
        {
            throw new PortalException("directive.due", "วันครบกำหนดอยู่ก่อนวันที่ของหนังสือ", "due");
        }

        if (To.Count > MostAreas || To.Any(a => !a.StartsWith(area, StringComparison.Ordinal)))
        {
            throw new PortalException("directive.to", "พื้นที่ที่หนังสือส่งถึงต้องอยู่ในพื้นที่ของผู้ออกหนังสือ", "to");
        }

        if (Exempt.Except(To).Any())
        {
            throw new PortalException("directive.exempt", "พื้นที่ที่ยกเว้นต้องอยู่ในพื้นที่ที่หนังสือส่งถึง", "exempt");
        }

        if (Tasks.Any(t => t.Key.Length == 0 || t.Text.Length == 0) || Tasks.DistinctBy(t => t.Key).Count() < Tasks.Count || Tasks.DistinctBy(t => t.Kind).Count() < Tasks.Count)
        {
            throw new PortalException("directive.tasks", "แต่ละงานต้องมีชื่อ (key) และเรื่อง (kind) ที่ไม่ซ้ำกัน และข้อความ", "tasks");
        }

        if (Tasks.Any(t => t.Least is < 1 or > 1_000 || t.PlotsPer is < 0 or > 10_000))
        {
            throw new PortalException("directive.number", "จำนวนของงานต้องเป็น 1 ถึง 1,000 และจำนวนแปลงต่อศูนย์ไม่เกิน 10,000", "tasks");
        }

        if (Body.Length > EntryRules.BodyLength)
        {
            throw new PortalException("directive.body", "ข้อความในหนังสือยาวเกินไป", "body");
        }
    }
}

/// <summary>One thing that a directive asks for.</summary>
/// <param name="Key">Lasting name within the directive.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Kind">What is counted.</param>
/// <param name="Least">At least so many in each district.</param>
/// <param name="PlotsPer">Centres: also one for each begun so many plots; 0 → no such rule.</param>
/// <param name="Spread">Centres: in different tambons among those that have plots.</param>
public sealed record DirectiveTask(string Key, string Text, TaskKind Kind, int Least = 1, int PlotsPer = 0, bool Spread = false);

/// <summary>What is counted in a district to know that a task is done there.</summary>
public enum TaskKind
{
    /// <summary>Learning centres that are selected or active.</summary>
    Centres,

    /// <summary>Living sages and leaders in the register.</summary>
    Sages,

    /// <summary>The plan of Activity 4, in it kick-offs with day, place, plot and sage.</summary>
    Activities,
}
