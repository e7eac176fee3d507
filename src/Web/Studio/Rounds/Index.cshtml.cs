using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Rounds;

/// <summary>A round in the list, with the districts that the member sees.</summary>
public sealed record RoundLine(Directive Round, IReadOnlyList<BoardRow> Rows, bool IsOpen, string DaysLeft);

/// <summary>The inbox: rounds that the member's districts have to report on, and for a province the rounds that it issued.</summary>
public sealed class IndexModel(PortalDb db, LiveBoard live, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public IReadOnlyList<RoundLine> Lines { get; private set; } = [];

    public Places Places { get; private set; } = new(new Dictionary<string, Area>());

    public bool MayIssue => Actor.AreasFor(Permission.Publish).Any(a => a.Length <= 2);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!RoundAccess.MayEnter(Actor))
        {
            return NotFound();
        }

        var now = clock.GetUtcNow();
        var lines = new List<RoundLine>();
        foreach (var round in await db.RoundsForAsync(Actor, cancellationToken))
        {
            var board = await live.NowAsync(db, round.Id, now, cancellationToken);
            lines.Add(new(round, [.. (board?.Rows ?? []).Where(r => Actor.MaySeeRound(r.Area))], round.IsOpen(now), DaysLeft.InWords(round.Text, now)));
        }

        Lines = [.. lines.OrderByDescending(l => l.IsOpen).ThenByDescending(l => l.Round.Date)];
        Places = await db.PlacesAsync(lines.Where(l => l.Rows.Count == 1).Select(l => l.Rows[0].Area), cancellationToken);
        return Page();
    }
}

/// <summary>Who has to do with rounds at all.</summary>
public static class RoundAccess
{
    public static bool MayEnter(Actor actor) =>
        actor.MaySomewhere(Permission.SeeReports) || actor.MaySomewhere(Permission.Check) || actor.MaySomewhere(Permission.Certify);
}
