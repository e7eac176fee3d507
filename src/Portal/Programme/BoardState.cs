using System.Text.Json;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme;

/// <summary>What the board knows of one record.</summary>
/// <param name="Subject">Kind of subject in the journal.</param>
/// <param name="Counts">Whether it counts: a standing plot, a selected or active centre, a living sage, an activity that will be held.</param>
/// <param name="IsKickOff">An activity that is a kick-off with day, place, plot and sage.</param>
public sealed record Counted(string Subject, string Area, bool Counts, CheckState State, int Percent, bool IsKickOff = false);

/// <summary>A district's report as the board has it.</summary>
public sealed record ReportState(bool IsSent, bool IsLate, DateTimeOffset At);

/// <summary>
/// Everything that the board counts, at one moment: a fold over the journal. The board now and the board of any earlier moment are this one fold, ended
/// at different rows.
/// </summary>
public sealed class BoardState
{
    private static readonly string[] Folded = [Subjects.Plot, Subjects.Centre, Subjects.Sage, Subjects.Activity, Subjects.Directive, Subjects.DistrictReport];

    private readonly Dictionary<Guid, Counted> _records = [];
    private readonly Dictionary<Guid, RoundRules> _rounds = [];
    private readonly Dictionary<(Guid Directive, string Area), ReportState> _reports = [];

    /// <summary>Number of the last journal row that was folded in.</summary>
    public long Seq { get; private set; }

    public IReadOnlyDictionary<Guid, Counted> Records => _records;

    public IReadOnlyDictionary<Guid, RoundRules> Rounds => _rounds;

    public ReportState? Report(Guid directive, string area) => _reports.GetValueOrDefault((directive, area));

    /// <summary>Folds in what has happened since, or until a moment.</summary>
    /// <param name="until">Rows after it are left out; <c>null</c> → up to the last.</param>
    public async Task FoldAsync(PortalDb db, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var from = Seq;
        var rows = db.Journal.AsNoTracking().Where(h => h.Seq > from && Folded.Contains(h.SubjectType));
        if (until is { } moment)
        {
            // Moments come in Bangkok's time; PostgreSQL takes no other than UTC.
            var end = moment.ToUniversalTime();
            rows = rows.Where(h => h.At <= end);
        }

        await foreach (var row in rows.OrderBy(h => h.Seq).Select(h => new { h.Seq, h.At, h.SubjectType, h.SubjectId, h.Verb, h.Data }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            Apply(row.SubjectType, row.SubjectId, row.Verb, row.At, row.Data);
            Seq = row.Seq;
        }
    }

    /// <summary>Folds in one happening; what the board does not count leaves it as it is.</summary>
    public void Apply(string subject, Guid id, string verb, DateTimeOffset at, string data)
    {
        using var json = JsonDocument.Parse(data);
        var facts = json.RootElement;
        switch (subject)
        {
            case Subjects.Directive:
                ApplyRound(id, verb, facts);
                break;
            case Subjects.DistrictReport when verb == Verbs.ReportSubmitted.Name || verb == Verbs.ReportReopened.Name:
                _reports[(Guid.Parse(facts.Text("directive")), facts.Text("area"))] = new(verb == Verbs.ReportSubmitted.Name, facts.Flag("late"), at);
                break;
            case Subjects.Plot or Subjects.Centre or Subjects.Sage or Subjects.Activity:
                ApplyRecord(subject, id, verb, facts);
                break;
        }
    }

    private void ApplyRound(Guid id, string verb, JsonElement facts)
    {
        if (verb == Verbs.DirectiveWritten.Name)
        {
            _rounds[id] = RoundRules.Read(facts);
        }
        else if (verb == Verbs.DirectiveExempted.Name && _rounds.TryGetValue(id, out var addressed))
        {
            _rounds[id] = addressed with { Exempt = [.. addressed.Exempt, facts.Text("area")] };
        }
        else if (verb == Verbs.DirectiveExemptionLifted.Name && _rounds.TryGetValue(id, out var exempt))
        {
            _rounds[id] = exempt with { Exempt = [.. exempt.Exempt.Where(a => a != facts.Text("area"))] };
        }
    }

    private void ApplyRecord(string subject, Guid id, string verb, JsonElement facts)
    {
        var known = _records.GetValueOrDefault(id) ?? new(subject, "", Counts: subject != Subjects.Centre, CheckState.Draft, 0);
        var there = known with { Area = facts.Text("area") is { Length: > 0 } area ? area : known.Area };
        // Names of verbs are shared by the registers.
        Counted? now = verb switch
        {
            "written" => Written(there, facts),
            "moved" => there with { Counts = Stands(subject, facts) ?? there.Counts },
            "assessed" => there with { Percent = facts.Number("percent") },
            "submitted" => there with { State = CheckState.Submitted },
            "returned" => there with { State = CheckState.Returned },
            "checked" => there with { State = CheckState.Checked },
            "accepted" => there with { State = CheckState.Accepted },
            "deceased" or "cancelled" => there with { Counts = false },
            "removed" or "merged" => null,
            _ => known,
        };
        if (now is null)
        {
            _records.Remove(id);
        }
        else if (now.Area.Length > 0)
        {
            _records[id] = now;
        }
    }

    private static Counted Written(Counted known, JsonElement facts) => known with
    {
        State = Code<CheckState>(facts, "state") ?? CheckState.Draft,
        Counts = known.Subject == Subjects.Sage ? facts.Flag("living", known.Counts) : Stands(known.Subject, facts) ?? known.Counts,
        IsKickOff = facts.Flag("kick-off") && facts.Flag("ready"),
    };

    /// <summary>Whether the stage that a row tells of counts; <c>null</c> where it tells of none.</summary>
    private static bool? Stands(string subject, JsonElement facts) => subject switch
    {
        Subjects.Plot => Code<PlotState>(facts, "stage")?.IsStanding(),
        Subjects.Centre => Code<CentreStage>(facts, "stage")?.IsChosen(),
        _ => null,
    };

    private static T? Code<T>(JsonElement facts, string key)
        where T : struct, Enum =>
        Enum.TryParse<T>(facts.Text(key).Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var code) ? code : null;
}
