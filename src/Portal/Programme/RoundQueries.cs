using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme;

/// <summary>Reading rounds for who works with them. What is out of the actor's reach is not there.</summary>
public static class RoundQueries
{
    private static readonly Permission[] Seeing = [Permission.SeeReports, Permission.Check, Permission.Certify];

    /// <summary>Whether the actor sees how a district stands.</summary>
    public static bool MaySeeRound(this Actor actor, string district) => Seeing.Any(p => actor.May(p, district));

    /// <summary>Rounds of which the actor sees a district or more, newest first.</summary>
    public static async Task<List<Directive>> RoundsForAsync(this PortalDb db, Actor actor, CancellationToken cancellationToken)
    {
        var areas = Seeing.SelectMany(actor.AreasFor).Distinct().ToList();
        var provinces = areas.Where(a => a.Length >= 2).Select(a => a[..2]).Distinct().ToList();
        var all = areas.Contains("");
        var rounds = await db.Directives.AsNoTracking()
            .Where(d => all || d.AreaCode == "" || provinces.Any(p => d.AreaCode.StartsWith(p)))
            .OrderByDescending(d => d.Date).ThenBy(d => d.Number)
            .ToListAsync(cancellationToken);
        return [.. rounds.Where(d => actor.May(Permission.SeeReports, d.AreaCode) || d.Text.To.Any(actor.MaySeeRound))];
    }

    /// <summary>Rounds that an area has to report on now.</summary>
    /// <param name="area">Code of a district or of a tambon in it.</param>
    public static async Task<List<Directive>> OpenRoundsAsync(this PortalDb db, string area, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (area.Length < 4)
        {
            return [];
        }

        // Text is one column; of a few letters a year the day is enough to leave out the old ones.
        var since = ThaiTime.Day(now).AddYears(-1);
        var recent = await db.Directives.AsNoTracking().Where(d => d.Date >= since && area.StartsWith(d.AreaCode)).OrderByDescending(d => d.Date).ToListAsync(cancellationToken);
        return [.. recent.Where(d => d.IsOpen(now) && d.Text.Addressed().Contains(area[..4]))];
    }

    /// <summary>Refuses to write what a district has sent: «ขอแก้ไข» opens it again.</summary>
    internal static async Task DemandOpenAsync(this PortalDb db, FormKind kind, string area, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (TaskOf(kind) is not { } task || area.Length < 4)
        {
            return;
        }

        var district = area[..4];
        var sent = await db.DistrictReports.AsNoTracking().Where(r => r.AreaCode == district && r.IsSent).Select(r => r.DirectiveId).ToListAsync(cancellationToken);
        if (sent.Count > 0 && (await db.OpenRoundsAsync(area, now, cancellationToken)).FirstOrDefault(d => sent.Contains(d.Id) && d.Text.Tasks.Any(t => t.Kind == task)) is { } round)
        {
            throw new PortalException("round.locked", $"อำเภอส่งข้อมูลตามหนังสือ {round.Number} แล้ว ข้อมูลจึงล็อกไว้ ถ้าต้องแก้ ให้กด «ขอแก้ไข» ที่หน้ารอบนั้นก่อน");
        }
    }

    private static TaskKind? TaskOf(FormKind kind) => kind switch
    {
        FormKind.Sage => TaskKind.Sages,
        FormKind.Centre => TaskKind.Centres,
        FormKind.Activity => TaskKind.Activities,
        _ => null,
    };
}
