using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Registers;

/// <summary>Sending all of one's drafts at once, as after a sheet was taken in.</summary>
public static class Submissions
{
    /// <summary>More wait for the next press, so that a page answers soon.</summary>
    public const int Most = 500;

    /// <summary>Drafts that the actor wrote and has not sent.</summary>
    public static IQueryable<T> OwnDraftsFor<T>(this PortalDb db, Actor by)
        where T : Registered =>
        db.RecordsFor<T>(by).Where(r => (r.State == CheckState.Draft || r.State == CheckState.Returned) && r.WriterIds.Contains(by.Id));

    /// <summary>Sends them, each in a transaction of its own.</summary>
    /// <returns>How many were sent, and how many lack something that is required.</returns>
    public static async Task<(int Sent, int Left)> SubmitAllAsync<T>(this PortalDb db, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
        where T : Registered
    {
        var drafts = await db.OwnDraftsFor<T>(by).OrderBy(r => r.ChangedAt).Take(Most).Select(r => r.Id).ToListAsync(cancellationToken);
        var sent = 0;
        foreach (var draft in drafts)
        {
            try
            {
                await db.SubmitAsync<T>(draft, by, now, cancellationToken);
                sent++;
            }
            catch (PortalException)
            {
                // It lacks something; its own page says what.
            }
        }

        return (sent, drafts.Count - sent);
    }
}
