using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reading;

/// <summary>Plots of an area as the public sees them: how many of which kind, and how large together. No household is ever read here.</summary>
/// <param name="HasSynthetic">Whether plots that do not exist are among them.</param>
public sealed record PlotTotal(int Clm, int Hlm, LandSize Size, bool HasSynthetic)
{
    public int All => Clm + Hlm;
}

/// <summary>The plot that became a centre.</summary>
/// <param name="Khok">Shares in a hundred; all 0 when they are not known.</param>
public sealed record PlotCard(string Code, string Kind, string State, LandSize Size, int Khok, int Nong, int Na, bool IsSynthetic);

public static class PlotReading
{
    /// <summary>Plots that stand in an area; <c>null</c> when there is none.</summary>
    public static async Task<PlotTotal?> PlotTotalAsync(this PortalDb db, string area, CancellationToken cancellationToken)
    {
        var rows = await db.Plots.Where(p => p.IsAccepted && p.AreaCode.StartsWith(area))
            .Select(p => new { p.Kind, p.Stage, p.SquareWa, p.IsSynthetic })
            .ToListAsync(cancellationToken);
        var standing = rows.Where(p => p.Stage.IsStanding()).ToList();
        return standing.Count == 0 ? null : new(
            standing.Count(p => p.Kind == PlotKind.Clm),
            standing.Count(p => p.Kind == PlotKind.Hlm),
            new LandSize(standing.Sum(p => p.SquareWa)),
            standing.Any(p => p.IsSynthetic));
    }

    public static async Task<PlotCard?> PlotOfAsync(this PortalDb db, Centre centre, CancellationToken cancellationToken)
    {
        var plot = await db.Plots.AsNoTracking().Where(p => p.IsAccepted && p.CentreKey == centre.Key).OrderBy(p => p.Number).FirstOrDefaultAsync(cancellationToken);
        return plot is null ? null : new(
            plot.Number ?? "", plot.Kind.Name(), plot.Stage.Name(), plot.Size, plot.Profile.Khok, plot.Profile.Nong, plot.Profile.Na, plot.IsSynthetic);
    }
}
