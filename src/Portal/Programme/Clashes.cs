using KhokNongNa.Portal.Data;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme;

/// <summary>What stands in the way of an activity (features.md D05).</summary>
public static class Clashes
{
    /// <summary>Sages who are to lead another activity on the same day, a sentence each; also in other districts, for the sage is one person.</summary>
    public static async Task<IReadOnlyList<string>> ClashesAsync(this PortalDb db, Activity activity, CancellationToken cancellationToken)
    {
        var profile = activity.Latest.Profile;
        if (profile.On is not { } day || profile.Sages.Count == 0)
        {
            return [];
        }

        var others = await db.Activities.AsNoTracking().Where(a => a.On == day && a.Id != activity.Id && a.Stage == ActivityStage.Planned).ToListAsync(cancellationToken);
        var busy = others.SelectMany(a => a.Latest.Profile.Sages, (a, sage) => (a.Name, Sage: sage)).Where(b => profile.Sages.Contains(b.Sage)).ToList();
        var keys = busy.Select(b => b.Sage).ToList();
        var names = await db.Sages.Where(s => keys.Contains(s.Key)).ToDictionaryAsync(s => s.Key, s => s.Name, cancellationToken);
        return [.. busy.Select(b => $"วันที่ {BuddhistDate.Short(day)} {names.GetValueOrDefault(b.Sage, "ปราชญ์ท่านนี้")} มีกิจกรรมอื่นแล้ว: {b.Name}")];
    }
}
