using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reading;

/// <summary>What a link to one revision opens for whoever has it: nothing that only some may read, and nothing that is hidden while it is checked.</summary>
public static class SharedRevisions
{
    /// <summary>Whether a revision of this licence may be shared by a link.</summary>
    public static bool MayBeShared(Licence licence) => licence is Licence.CcBy or Licence.CcByNc;

    /// <summary>The text and its revision; <c>null</c> when it is not there, in the trash, hidden, not for everybody, or its links were ended since.</summary>
    public static async Task<(Entry Entry, Revision Revision)?> SharedRevisionAsync(this PortalDb db, SharedRevision shared, CancellationToken cancellationToken) =>
        await db.Entries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == shared.EntryId && e.PreviewSeries == shared.Series && !e.IsHidden, cancellationToken) is { } entry
        && await db.RevisionAsync(shared.EntryId, shared.Number, cancellationToken) is { } revision
        && MayBeShared(revision.Content.Licence)
            ? (entry, revision)
            : null;

    /// <summary>A picture that such a revision shows, when everybody in it agrees to be seen.</summary>
    public static async Task<Asset?> SharedPictureAsync(this PortalDb db, SharedRevision shared, Guid id, CancellationToken cancellationToken) =>
        await db.SharedRevisionAsync(shared, cancellationToken) is { } found && PictureName.In(found.Revision.Content).Contains(id)
            ? await db.PicturesWithConsent().UsableIn(shared.EntryId).SingleOrDefaultAsync(a => a.Id == id, cancellationToken)
            : null;
}

/// <summary>What a link to a preview opens.</summary>
/// <param name="Series">Of <see cref="Entry.PreviewSeries"/> when the link was made.</param>
public readonly record struct SharedRevision(Guid EntryId, int Number, int Series);
