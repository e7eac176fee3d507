using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme;

/// <summary>What the records of one task in a district still lack; numbers only, no names.</summary>
/// <param name="Records">How many records there are.</param>
/// <param name="Incomplete">How many of them are not at 100 %.</param>
/// <param name="Unchecked">How many a second person has not found right yet.</param>
/// <param name="Fields">Labels of the fields that are missing, with how many records miss them, most first.</param>
public sealed record Lack(TaskKind Kind, int Records, int Incomplete, int Unchecked, IReadOnlyList<(string Code, string Label, int Records)> Fields);

/// <summary>Finds what is lacking in a district as it stands now.</summary>
public static class Lacking
{
    public static async Task<IReadOnlyList<Lack>> LackingAsync(this PortalDb db, string district, CancellationToken cancellationToken) =>
    [
        await db.LackAsync(TaskKind.Centres, db.Centres.Where(c => c.Stage == CentreStage.Selected || c.Stage == CentreStage.Active), district, cancellationToken),
        await db.LackAsync(TaskKind.Sages, db.Sages.Where(s => !s.IsDeceased), district, cancellationToken),
        await db.LackAsync(TaskKind.Activities, db.Activities.Where(a => a.Stage == ActivityStage.Planned), district, cancellationToken),
    ];

    private static async Task<Lack> LackAsync<T>(this PortalDb db, TaskKind kind, IQueryable<T> records, string district, CancellationToken cancellationToken)
        where T : Registered
    {
        var found = await records.AsNoTracking().Where(r => r.AreaCode.StartsWith(district)).Select(r => new { r.State, r.FormKey, r.Missing, r.Percent }).ToListAsync(cancellationToken);
        var keys = found.Select(r => r.FormKey).Distinct().ToList();
        var labels = (await db.FormDefinitions.AsNoTracking().Where(f => keys.Contains(f.Key)).ToListAsync(cancellationToken))
            .SelectMany(f => f.Fields).DistinctBy(f => f.Code).ToDictionary(f => f.Code, f => f.Label);
        return new(
            kind,
            found.Count,
            found.Count(r => r.Percent < 100),
            found.Count(r => r.State is not (CheckState.Checked or CheckState.Accepted)),
            [
                .. found.SelectMany(r => r.Missing).CountBy(code => code).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
                    .Select(c => (c.Key, labels.GetValueOrDefault(c.Key, c.Key), c.Value)),
            ]);
    }
}
