using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reading;

/// <summary>A picture as a view shows it.</summary>
/// <param name="SourceSet">For <c>srcset</c>; <c>null</c> when there is one size.</param>
/// <param name="Focus">Classes that say what stays in sight where it is cut to fit; empty for its middle.</param>
public sealed record PictureView(string Url, int Width, int Height, string Alt, string? SourceSet = null, string Focus = "")
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
            files.Count == 1 ? null : string.Join(", ", files.Select(w => $"{Address(w)} {PictureWidths.Real(w, asset.Width)}w")),
            Classes(asset.Focus));

        string Address(int width) => url is null ? Urls.Of(asset, width) : url(asset, width);
    }

    /// <summary>A drawing or photo of content in a body, laid out as those of steps are.</summary>
    internal static PictureView OfFile(string url, string alt) => new(url, DrawingWidth, DrawingHeight, alt);

    /// <summary>Classes of a focus: <c>focus-l</c>, <c>focus-r</c>, <c>focus-t</c>, <c>focus-b</c>.</summary>
    public static string Classes(Focus focus) => string.Join(
        ' ', ((string[])[focus.X < 0 ? "focus-l" : focus.X > 0 ? "focus-r" : "", focus.Y < 0 ? "focus-t" : focus.Y > 0 ? "focus-b" : ""]).Where(c => c.Length > 0));

    /// <summary>Uploaded pictures that the steps and the body use and readers may see at this moment.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, PictureView>> OfAsync(PortalDb db, Guid entryId, EntryContent content, Func<Asset, int, string>? url, CancellationToken cancellationToken)
    {
        var used = PictureName.In(content);
        return used.Count == 0
            ? new Dictionary<Guid, PictureView>()
            : (await db.PicturesWithConsent().Where(a => used.Contains(a.Id)).UsableIn(entryId).ToListAsync(cancellationToken))
                .ToDictionary(a => a.Id, a => Of(a, url));
    }
}
