using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Links;

/// <summary>A plot by its number, place and size: what a plot is called may be somebody's name, and whose it is nobody learns here.</summary>
public sealed record LinkPlot(Guid Id, string Key, string Number, string Place, PlotKind Kind, LandSize Size)
{
    public string InWords => $"{Number} {Place} · {Kind.Name()} {Size.InWords()}";
}

/// <summary>What can be chosen in the form behind a link: only what readers see anyway.</summary>
public static class LinkChoices
{
    /// <summary>Accepted plots of a district that stand, by place and number.</summary>
    /// <param name="isFree">Only those that no centre was made of.</param>
    public static async Task<IReadOnlyList<LinkPlot>> LinkPlotsAsync(this PortalDb db, string district, bool isFree, CancellationToken cancellationToken)
    {
        var plots = await db.Plots.AsNoTracking()
            .Where(p => p.IsAccepted && p.Number != null && p.AreaCode.StartsWith(district) && (!isFree || p.CentreKey == null))
            .OrderBy(p => p.AreaCode).ThenBy(p => p.Number)
            .ToListAsync(cancellationToken);
        var places = await db.PlacesAsync(plots.Select(p => p.AreaCode), cancellationToken);
        return [.. plots.Where(p => p.Stage.IsStanding()).Select(p => new LinkPlot(p.Id, p.Key, p.Number!, places.Chain(p.AreaCode).FirstOrDefault()?.ShortName ?? "", p.Kind, p.Size))];
    }

    /// <summary>Sages of a district whom readers see, in dictionary order.</summary>
    public static async Task<IReadOnlyList<(string Key, string Name)>> LinkSagesAsync(this PortalDb db, string district, CancellationToken cancellationToken) =>
        [.. (await db.SagesToAsk().Where(s => s.AreaCode.StartsWith(district)).OrderBy(s => s.SortKey).Select(s => new { s.Key, s.Name }).ToListAsync(cancellationToken)).Select(s => (s.Key, s.Name))];
}
