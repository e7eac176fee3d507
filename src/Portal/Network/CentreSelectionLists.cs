using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Network;

/// <summary>A plot that can be proposed as a learning centre.</summary>
/// <param name="Centres">Names of the centres that its tambon has already.</param>
public sealed record ProposablePlot(Guid Id, string? Number, string Name, PlotKind Kind, LandSize Size, PlotState Stage, string AreaCode, string Place, IReadOnlyList<string> Centres);

/// <summary>A step of a centre's life with who took it and when that was written down; <c>null</c> for a step of a file.</summary>
public sealed record ToldStep(CentreStep Step, string? Who, DateTimeOffset? At);

/// <summary>A centre among those that a district chooses from.</summary>
/// <param name="Score">The latest one; <c>null</c> without.</param>
/// <param name="Answers">What was found with it.</param>
/// <param name="Others">How many other selected or active centres its tambon has.</param>
public sealed record Candidate(Guid Id, string Name, string Place, CentreStage Stage, string Plots, int? Score, string Form, IReadOnlyDictionary<string, string> Answers, int Others);

/// <summary>What is known of the target of a district (domain.md L7, L9).</summary>
/// <param name="Standing">Plots in the programme.</param>
/// <param name="Centres">Selected or active centres.</param>
/// <param name="Least">At least so many.</param>
public sealed record DistrictCentres(int Standing, int Centres, int Least);

public static class CentreSelectionLists
{
    /// <summary>The least that the letter asks of a district.</summary>
    public const int LeastPerDistrict = 1;

    private const int MostPlots = 50;

    private static readonly PlotState[] Standing = [.. Enum.GetValues<PlotState>().Where(s => s.IsStanding())];

    /// <summary>Plots of the actor that stand and belong to no centre yet.</summary>
    /// <param name="text">Part of a name, or a register number.</param>
    /// <param name="chosen">A plot that comes first, for it was chosen already.</param>
    public static async Task<(IReadOnlyList<ProposablePlot> Plots, int Total)> ProposableAsync(
        this PortalDb db, Actor actor, string text, Guid? chosen, CancellationToken cancellationToken)
    {
        var plots = db.RecordsFor<Plot>(actor).AsNoTracking().Where(p => p.CentreKey == null && Standing.Contains(p.Stage));
        if (text.Trim().Length > 0)
        {
            var (key, number) = (ThaiName.Key(text), ThaiDigits.ToArabic(text).Trim().ToUpperInvariant());
            plots = plots.Where(p => p.Id == chosen || p.Number == number || (key.Length > 0 && p.NameKey.Contains(key)));
        }

        var total = await plots.CountAsync(cancellationToken);
        var found = await plots.OrderByDescending(p => p.Id == chosen).ThenBy(p => p.AreaCode).ThenBy(p => p.SortKey).ThenBy(p => p.Id).Take(MostPlots).ToListAsync(cancellationToken);
        var areas = found.Select(p => p.AreaCode).Distinct().ToList();
        var centres = (await db.ChosenCentres().Where(c => areas.Contains(c.AreaCode))
            .OrderBy(c => c.SortKey).Select(c => new { c.AreaCode, c.Name }).ToListAsync(cancellationToken)).ToLookup(c => c.AreaCode, c => c.Name);
        var places = await db.PlacesAsync(areas, cancellationToken);
        return ([.. found.Select(p => new ProposablePlot(p.Id, p.Number, p.Name, p.Kind, p.Size, p.Stage, p.AreaCode, places.Name(p.AreaCode), [.. centres[p.AreaCode]]))], total);
    }

    /// <summary>The centre's history, newest first; who is read from the journal.</summary>
    public static async Task<IReadOnlyList<ToldStep>> ToldStepsAsync(this PortalDb db, Centre centre, CancellationToken cancellationToken)
    {
        var rows = await db.Journal.AsNoTracking()
            .Where(h => h.SubjectId == centre.Id && h.SubjectType == Subjects.Centre && h.Verb == Verbs.CentreMoved.Name)
            .OrderByDescending(h => h.Seq).Take(centre.History.Count).Select(h => new { h.ActorId, h.At }).ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.ActorId).ToHashSet();
        var names = await db.MemberNamesAsync(ids, cancellationToken);
        return [.. centre.History.Reverse().Select((step, at) => at < rows.Count
            ? new ToldStep(step, names.GetValueOrDefault(rows[at].ActorId, "สมาชิกที่ลบข้อมูลแล้ว"), rows[at].At)
            : new ToldStep(step, null, null))];
    }

    /// <summary>Candidates of a district that the actor sees, best first; with those that were chosen already.</summary>
    public static async Task<(IReadOnlyList<Candidate> Candidates, DistrictCentres Sum)> CandidatesAsync(this PortalDb db, Actor actor, string district, CancellationToken cancellationToken)
    {
        var centres = await db.RecordsFor<Centre>(actor).AsNoTracking().Where(c => c.AreaCode.StartsWith(district)).OrderBy(c => c.SortKey).ToListAsync(cancellationToken);
        var keys = centres.Select(c => c.Key).ToList();
        var plots = (await db.Plots.Where(p => p.CentreKey != null && keys.Contains(p.CentreKey)).OrderBy(p => p.Number)
            .Select(p => new { p.CentreKey, Name = p.Number ?? p.Name }).ToListAsync(cancellationToken)).ToLookup(p => p.CentreKey!, p => p.Name);
        var chosen = await db.ChosenCentres().Where(c => c.AreaCode.StartsWith(district))
            .Select(c => new { c.Id, c.AreaCode }).ToListAsync(cancellationToken);
        var places = await db.PlacesAsync(centres.Select(c => c.AreaCode), cancellationToken);
        var candidates = centres.Select(c =>
        {
            var scored = c.History.LastOrDefault(s => s.Score is not null);
            return new Candidate(
                c.Id, c.Name, places.Name(c.AreaCode), c.Stage, string.Join(" · ", plots[c.Key]), scored?.Score, scored?.Form ?? "",
                scored?.Answers ?? new Dictionary<string, string>(), chosen.Count(o => o.AreaCode == c.AreaCode && o.Id != c.Id));
        });
        var standing = await db.Plots.CountAsync(p => p.AreaCode.StartsWith(district) && Standing.Contains(p.Stage), cancellationToken);
        return ([.. candidates.OrderBy(c => c.Stage != CentreStage.Candidate).ThenByDescending(c => c.Score ?? -1)], new(standing, chosen.Count, LeastPerDistrict));
    }
}
