using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Links;

/// <summary>
/// The table that a spreadsheet fetches: how far each record of a district's part of a round has come. Of people it says a name only where every
/// reader sees it; of nobody how to reach them, where they live or anything that is for the office.
/// </summary>
public static class Bridge
{
    public static IReadOnlyList<string> Header { get; } = ["ทะเบียน", "เลขทะเบียน", "ชื่อ", "ตำบล", "สถานะตรวจ", "ครบ %", "ขั้น", "แปลง", "วันที่จัด", "เป็นจุดเริ่ม"];

    /// <summary>Rows in an order that tells nothing of how a name begins that is kept back.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> RowsAsync(PortalDb db, FoundLink found, CancellationToken cancellationToken)
    {
        var (area, tasks) = (found.Link.AreaCode, found.Round.Text.Tasks.Select(t => t.Kind).ToHashSet());
        List<Line> lines =
        [
            .. tasks.Contains(TaskKind.Sages) ? await SagesAsync(db, area, cancellationToken) : [],
            .. tasks.Contains(TaskKind.Centres) ? await CentresAsync(db, area, cancellationToken) : [],
            .. tasks.Contains(TaskKind.Activities) ? await ActivitiesAsync(db, area, cancellationToken) : [],
        ];
        var places = await db.PlacesAsync(lines.Select(l => l.Of.AreaCode), cancellationToken);
        return
        [
            .. lines.OrderBy(l => l.Of.Form).ThenBy(l => l.Of.Number is null).ThenBy(l => l.Of.Number, StringComparer.Ordinal).ThenBy(l => l.Of.AreaCode, StringComparer.Ordinal).ThenBy(l => l.Of.Id)
                .Select(l => (IReadOnlyList<string>)
                [
                    l.Register, l.Of.Number ?? "", l.Name ?? SheetMarks.Withheld, places.Chain(l.Of.AreaCode).FirstOrDefault()?.NameTh ?? "",
                    l.Of.State.Name(), l.Of.Percent.ToString(CultureInfo.InvariantCulture), l.Stage, l.Plots, l.On is { } day ? BuddhistDate.Short(day) : "", l.KickOff,
                ]),
        ];
    }

    private static async Task<List<Line>> SagesAsync(PortalDb db, string area, CancellationToken cancellationToken)
    {
        var shown = await db.PublicSages().Where(s => s.AreaCode.StartsWith(area)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        var sages = await db.Sages.AsNoTracking().Where(s => s.AreaCode.StartsWith(area) && !s.IsDeceased).ToListAsync(cancellationToken);
        return [.. sages.Select(s => new Line("ปราชญ์", s, shown.GetValueOrDefault(s.Id)))];
    }

    private static async Task<List<Line>> CentresAsync(PortalDb db, string area, CancellationToken cancellationToken)
    {
        var shown = await db.PublicCentres().Where(c => c.AreaCode.StartsWith(area)).ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
        var centres = await db.Centres.AsNoTracking().Where(c => c.AreaCode.StartsWith(area)).ToListAsync(cancellationToken);
        var keys = centres.Select(c => c.Key).ToList();
        var plots = (await db.Plots.Where(p => p.CentreKey != null && keys.Contains(p.CentreKey) && p.Number != null).OrderBy(p => p.Number)
            .Select(p => new { p.CentreKey, p.Number }).ToListAsync(cancellationToken)).ToLookup(p => p.CentreKey!, p => p.Number!);
        return [.. centres.Select(c => new Line("ศูนย์", c, shown.GetValueOrDefault(c.Id), c.Stage.Name(), string.Join(SheetMarks.Between, plots[c.Key])))];
    }

    private static async Task<List<Line>> ActivitiesAsync(PortalDb db, string area, CancellationToken cancellationToken)
    {
        var activities = await db.Activities.AsNoTracking().Where(a => a.AreaCode.StartsWith(area) && a.Stage != ActivityStage.Cancelled).ToListAsync(cancellationToken);
        var keys = activities.Select(a => a.Profile.Plot).Distinct().ToList();
        var plots = await db.Plots.Where(p => keys.Contains(p.Key) && p.Number != null).ToDictionaryAsync(p => p.Key, p => p.Number!, cancellationToken);
        // What nobody has accepted yet may say anything.
        return [.. activities.Select(a => new Line("แผน", a, a.IsAccepted ? a.Name : null, "", plots.GetValueOrDefault(a.Profile.Plot, ""), a.On, a.IsKickOff ? "ใช่" : "ไม่ใช่"))];
    }

    private sealed record Line(string Register, Registered Of, string? Name, string Stage = "", string Plots = "", DateOnly? On = null, string KickOff = "");
}
