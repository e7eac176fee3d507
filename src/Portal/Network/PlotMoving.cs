using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Network;

public static class PlotMoving
{
    /// <summary>The next step of a plot's life. The same step sent twice, as a form with a bad connection does, is one.</summary>
    /// <exception cref="PortalException">It may not follow, does not say enough, or names a plot that cannot take this one's place.</exception>
    public static Task MovePlotAsync(this PortalDb db, Guid id, PlotStep step, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnRecordAsync<Plot>(
            id,
            by,
            now,
            async plot =>
            {
                var next = step with { By = step.State == PlotState.Replaced ? ThaiDigits.ToArabic(step.By).Trim().ToUpperInvariant() : "" };
                if (plot.Profile.History[^1] == next)
                {
                    return;
                }

                if (next.By.Length > 0)
                {
                    await db.DemandReplacementAsync(plot, next.By, cancellationToken);
                }

                plot.Move(next, by, now);
            },
            cancellationToken);

    private static async Task DemandReplacementAsync(this PortalDb db, Plot plot, string number, CancellationToken cancellationToken)
    {
        var area = await db.Plots.Where(p => p.Number == number && p.Id != plot.Id).Select(p => p.AreaCode).SingleOrDefaultAsync(cancellationToken);
        if (area is null)
        {
            throw new PortalException("plot.by", $"ไม่พบแปลงอื่นที่มีเลขทะเบียน {number}", "by");
        }

        if (area[..4] != plot.AreaCode[..4])
        {
            throw new PortalException("plot.by", $"แปลง {number} อยู่ต่างอำเภอ แปลงที่มาแทนต้องอยู่อำเภอเดียวกัน", "by");
        }
    }
}
