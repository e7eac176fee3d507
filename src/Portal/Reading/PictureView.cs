using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reading;

/// <summary>A picture as a view shows it.</summary>
/// <param name="SourceSet">For <c>srcset</c>; <c>null</c> when there is one size.</param>
public sealed record PictureView(string Url, int Width, int Height, string Alt, string? SourceSet = null)
{
    // What a drawing without a size of its own is laid out as.
    private const int DrawingWidth = 320;
    private const int DrawingHeight = 200;

    // The middle one, for browsers that know nothing of sets.
    private const int Usual = 640;

    internal static PictureView OfFile(Step step) => new($"/media/{step.Image}", DrawingWidth, DrawingHeight, step.Alt);

    /// <param name="url">Address of a file by its width, when it is not the readers' one.</param>
    public static PictureView Of(Asset asset, Func<Asset, int, string>? url = null)
    {
        var files = PictureWidths.Of(asset.Width).ToList();
        return new(
            Address(Math.Min(Usual, files[^1])),
            asset.Width,
            asset.Height,
            asset.Alt,
            files.Count == 1 ? null : string.Join(", ", files.Select(w => $"{Address(w)} {PictureWidths.Real(w, asset.Width)}w")));

        string Address(int width) => url is null ? Urls.Of(asset, width) : url(asset, width);
    }

    /// <summary>Uploaded pictures that the steps use and readers may see at this moment.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, PictureView>> OfAsync(PortalDb db, Guid entryId, EntryContent content, Func<Asset, int, string>? url, CancellationToken cancellationToken)
    {
        var used = PictureName.In(content);
        return used.Count == 0
            ? new Dictionary<Guid, PictureView>()
            : (await db.PicturesWithConsent().Where(a => used.Contains(a.Id) && a.OwnerType == Subjects.Entry && a.OwnerId == entryId).ToListAsync(cancellationToken))
                .ToDictionary(a => a.Id, a => Of(a, url));
    }
}
