using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Media;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>The steps between writing and publishing together with what an entry alone cannot know: who agreed to be seen in its pictures. Call inside <see cref="PortalDb.InTransaction{T}"/>; the caller saves.</summary>
public static class Reviewing
{
    /// <summary>Sends the latest revision to be reviewed.</summary>
    public static Task SubmitAsync(this PortalDb db, Entry entry, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        entry.Submit(by, now);
        return db.DemandConsentAsync(entry, cancellationToken);
    }

    /// <summary>A second person says that the latest revision is good.</summary>
    public static Task ApproveAsync(this PortalDb db, Entry entry, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        entry.Approve(by, now);
        return db.DemandConsentAsync(entry, cancellationToken);
    }

    private static async Task DemandConsentAsync(this PortalDb db, Entry entry, CancellationToken cancellationToken) =>
        await db.DemandPictureConsentAsync(entry, (await db.RevisionAsync(entry.Id, entry.LatestNumber, cancellationToken))!.Content, cancellationToken);
}
