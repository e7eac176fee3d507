using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Portal.Programme;

/// <summary>Where a district stands in a round.</summary>
public enum RoundState
{
    /// <summary>ยกเว้น: in no total.</summary>
    Exempt,

    /// <summary>ยังไม่เริ่ม</summary>
    NotBegun,

    /// <summary>กำลังทำ</summary>
    Begun,

    /// <summary>ครบแล้ว ยังไม่ส่ง</summary>
    Complete,

    /// <summary>ขอแก้ไข after sending.</summary>
    Reopened,

    /// <summary>เลยกำหนด and not sent.</summary>
    Overdue,

    /// <summary>ส่งแล้ว</summary>
    Sent,

    /// <summary>ส่งแล้ว after the day.</summary>
    SentLate,
}

/// <summary>How far a district is with one task.</summary>
/// <param name="Percent">Completeness over the records, and over those that are not there yet as nothing; 100 only when the rules are met too.</param>
/// <param name="IsMet">Whether the rules of the task are met.</param>
public sealed record TaskProgress(TaskKind Kind, int Have, int Need, int Percent, bool IsMet);

/// <summary>A district in a round.</summary>
/// <param name="Area">Code of the district.</param>
/// <param name="Plots">Standing plots.</param>
/// <param name="Centres">Selected or active centres.</param>
/// <param name="Activities">Items of the plan that will be held.</param>
/// <param name="KickOffs">Those of them that are kick-offs with day, place, plot and sage.</param>
/// <param name="Checked">Records that a second person found right, of <paramref name="Records"/>.</param>
/// <param name="Records">Centres, sages and activities.</param>
/// <param name="WithoutCentre">Codes of tambons that have plots and no centre.</param>
/// <param name="WithoutSage">Codes of tambons that have plots and no sage.</param>
public sealed record BoardRow(
    string Area,
    bool IsExempt,
    int Plots,
    int Centres,
    int Sages,
    int Activities,
    int KickOffs,
    int Checked,
    int Records,
    int Percent,
    IReadOnlyList<TaskProgress> Tasks,
    IReadOnlyList<string> WithoutCentre,
    IReadOnlyList<string> WithoutSage,
    ReportState? Report,
    RoundState State)
{
    /// <summary>Centres that the district is to have.</summary>
    public int Target => Tasks.FirstOrDefault(t => t.Kind == TaskKind.Centres)?.Need ?? 0;

    public int PercentChecked => Records == 0 ? 0 : Checked * 100 / Records;
}

/// <summary>A round's districts, and what they make together without the exempted ones.</summary>
public sealed record Board(RoundRules Rules, IReadOnlyList<BoardRow> Rows)
{
    public IEnumerable<BoardRow> Addressed => Rows.Where(r => !r.IsExempt);

    /// <summary>The board of a round as a state of the portal has it; <c>null</c> when there was no such round yet.</summary>
    /// <param name="at">The moment that lateness is judged at.</param>
    public static Board? Of(BoardState state, Guid directive, DateTimeOffset at)
    {
        if (!state.Rounds.TryGetValue(directive, out var rules))
        {
            return null;
        }

        var districts = rules.To.ToDictionary(code => code, _ => new List<Counted>());
        foreach (var record in state.Records.Values)
        {
            if (record.Counts && record.Area.Length >= 4 && districts.TryGetValue(record.Area[..4], out var there))
            {
                there.Add(record);
            }
        }

        return new(rules, [.. rules.To.Select(code => Row(rules, code, districts[code], state.Report(directive, code), at))]);
    }

    private static BoardRow Row(RoundRules rules, string area, List<Counted> records, ReportState? report, DateTimeOffset at)
    {
        var by = records.ToLookup(r => r.Subject);
        var (plots, centres, sages, activities) = (by[Subjects.Plot].ToList(), by[Subjects.Centre].ToList(), by[Subjects.Sage].ToList(), by[Subjects.Activity].ToList());
        var tambons = plots.Select(p => p.Area).ToHashSet();
        var target = rules.CentreTarget(plots.Count);
        var spread = !rules.Spread || centres.Select(c => c.Area).Distinct().Count(tambons.Contains) >= Math.Min(target, tambons.Count);
        var kickOffs = activities.Count(a => a.IsKickOff);
        List<TaskProgress> tasks = [];
        if (rules.Centres > 0)
        {
            tasks.Add(Progress(TaskKind.Centres, centres, centres.Count, target, spread));
        }

        if (rules.Sages > 0)
        {
            tasks.Add(Progress(TaskKind.Sages, sages, sages.Count, rules.Sages, isKept: true));
        }

        if (rules.KickOffs > 0)
        {
            tasks.Add(Progress(TaskKind.Activities, activities, kickOffs, rules.KickOffs, isKept: true));
        }

        List<Counted> counted = [.. centres, .. sages, .. activities];
        var percent = tasks.Count == 0 ? 0 : tasks.Sum(t => t.Percent) / tasks.Count;
        var isExempt = rules.Exempt.Contains(area);
        return new(
            area,
            isExempt,
            plots.Count,
            centres.Count,
            sages.Count,
            activities.Count,
            kickOffs,
            counted.Count(r => r.State is CheckState.Checked or CheckState.Accepted),
            counted.Count,
            percent,
            tasks,
            Without(centres),
            Without(sages),
            report,
            Standing());

        List<string> Without(List<Counted> found) => [.. tambons.Except(found.Select(f => f.Area)).Order(StringComparer.Ordinal)];

        RoundState Standing() => report switch
        {
            _ when isExempt => RoundState.Exempt,
            { IsSent: true, IsLate: true } => RoundState.SentLate,
            { IsSent: true } => RoundState.Sent,
            _ when at >= rules.DueAt => RoundState.Overdue,
            not null => RoundState.Reopened,
            _ when tasks.Count > 0 && tasks.All(t => t.Percent == 100) => RoundState.Complete,
            _ => counted.Count > 0 ? RoundState.Begun : RoundState.NotBegun,
        };
    }

    private static TaskProgress Progress(TaskKind kind, List<Counted> records, int have, int need, bool isKept)
    {
        var isMet = have >= need && isKept;
        var slots = Math.Max(need, records.Count);
        var percent = slots == 0 ? 100 : records.Sum(r => r.Percent) / slots;
        return new(kind, have, need, isMet ? percent : Math.Min(percent, 99), isMet);
    }
}
