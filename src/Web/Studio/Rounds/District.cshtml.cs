using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Rounds;

/// <summary>A district's day: its tasks with what is missing, who sees to it, and sending it to the province.</summary>
public sealed class DistrictModel(PortalDb db, LiveBoard live, CurrentMember current, TimeProvider clock) : RoundPage(db, live, current, clock)
{
    public BoardRow Row { get; private set; } = null!;

    public IReadOnlyList<Lack> Lacks { get; private set; } = [];

    public DistrictReport? Report { get; private set; }

    /// <summary>Names of members who sent, opened or were assigned.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<(Guid Id, string Name)> Workers { get; private set; } = [];

    /// <summary>The reminder for the district, for who sees more than it.</summary>
    public string Chase { get; private set; } = "";

    public bool MayReport => Actor.May(Permission.Check, Row.Area);

    public bool MayAssign => Actor.May(Permission.Certify, Row.Area);

    public bool SeesRegisters => Actor.MaySomewhere(Permission.Check) && Actor.May(Permission.Check, Row.Area);

    public string DistrictUrl => $"{Address}/{Row.Area}";

    public async Task<IActionResult> OnGetAsync(Guid id, string district, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || Rows.FirstOrDefault(r => r.Area == district) is not { } row)
        {
            return NotFound();
        }

        Row = row;
        Lacks = await Db.LackingAsync(district, cancellationToken);
        Report = await Db.DistrictReports.AsNoTracking().SingleOrDefaultAsync(r => r.DirectiveId == id && r.AreaCode == district, cancellationToken);
        var members = (Report?.Steps.Select(s => s.MemberId) ?? []).Concat(Report?.AssigneeId is { } assignee ? [assignee] : []).ToHashSet();
        Names = await Db.MemberNamesAsync(members, cancellationToken);
        Workers = MayAssign && IsOpen && !row.IsExempt ? await Db.WorkersAsync(district, Now, cancellationToken) : [];
        if (Actor.May(Permission.SeeReports, Round.AreaCode) && !row.IsExempt)
        {
            Chase = Portal.Programme.Chase.Message(Round, row, Lacks, District(district)?.NameTh ?? "", Name, $"{Request.Scheme}://{Request.Host}{DistrictUrl}", Now);
        }

        return Page();
    }

    public string Who(Guid member) => Names.GetValueOrDefault(member, "สมาชิกที่ลบข้อมูลแล้ว");

    /// <summary>What a task lacks, in sentences.</summary>
    public IEnumerable<string> Lines(TaskProgress task) => Portal.Programme.Chase.Lines(task, Row, Lacks.First(l => l.Kind == task.Kind), Name);

    /// <summary>Where the records of a task are.</summary>
    public static string Register(TaskKind kind) => kind switch
    {
        TaskKind.Centres => "/studio/centres",
        TaskKind.Sages => "/studio/sages",
        _ => "/studio/activities",
    };
}
