using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Search;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Searching;

/// <summary>Where this node's index stands, for who runs the portal.</summary>
/// <param name="Head">Last row of the journal.</param>
/// <param name="Cursor">Row that the index has followed to.</param>
/// <param name="Waiting">Rows after it: 0 when what was written is found.</param>
/// <param name="Asked">When a rebuild was last asked for, by a person, an import or the dictionary.</param>
/// <param name="Progress">The rebuild under way.</param>
/// <param name="Last">The last rebuild since this node was started.</param>
public sealed record IndexHealth(
    int Documents, long Bytes, long Head, long Cursor, long Waiting, DateTimeOffset? Asked, RebuildProgress? Progress, RebuildDone? Last)
{
    /// <summary>Whether what was asked for and written is done.</summary>
    public bool IsLevel => Progress is null && Waiting == 0;

    public static async Task<IndexHealth> OfAsync(PortalDb db, SearchIndex index, IndexFollower follower, CancellationToken cancellationToken)
    {
        var cursor = index.Cursor.Seq;
        var stats = index.Stats;
        var (head, _, _) = await db.JournalHeadAsync(cancellationToken);
        var asked = await db.Journal.AsNoTracking()
            .Where(h => h.SubjectType == Subjects.Portal && h.Verb == Verbs.ReindexRequested.Name)
            .OrderByDescending(h => h.Seq)
            .FirstOrDefaultAsync(cancellationToken);
        return new(stats.Documents, stats.Bytes, head, cursor, Math.Max(0, head - cursor), asked?.At, follower.Progress, follower.LastRebuild);
    }
}
