using System.Globalization;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Reading;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>Pictures in a body: each has its size, so that nothing moves when it comes, and its widths, so that a phone fetches a small one.</summary>
internal static class BodyPictures
{
    private const string Media = "/media/";

    // Uploaded ones and drawn ones.
    private static readonly string[] Written = ["/pictures/", "/studio/pictures/", PlotPlan.Folder];

    /// <summary>Whether an address is that of a picture of the portal. But for those that came with content they are only ever written by the portal, never typed.</summary>
    public static bool IsOfPortal(string url) => url.StartsWith(Media, StringComparison.Ordinal) || IsWritten(url);

    /// <summary>Puts the addresses and sizes of what may be shown in the place of names; takes out what may not.</summary>
    public static void Place(MarkdownDocument document, IReadOnlyDictionary<Guid, PictureView> pictures)
    {
        foreach (var image in document.Descendants<LinkInline>().Where(l => l.IsImage).ToList())
        {
            var url = image.Url ?? "";
            if (url.StartsWith(Media, StringComparison.Ordinal))
            {
                Describe(image, PictureView.OfFile(url, ""));
            }
            else if (PictureName.Parse(url) is { } id && pictures.TryGetValue(id, out var picture))
            {
                image.Url = picture.Url;
                image.GetDynamicUrl = null;
                Describe(image, picture);
                if (image.FirstChild is null)
                {
                    image.AppendChild(new LiteralInline(picture.Alt));
                }
            }
            else if (image.Parent is LinkInline link && link.FirstChild == image && link.LastChild == image)
            {
                // The poster of a video that is not the portal's, or may not be shown: the link keeps something to tap.
                var words = string.Concat(image.Descendants<LiteralInline>().Select(w => w.Content.ToString())).Trim();
                image.ReplaceBy(new LiteralInline(words.Length > 0 ? words : link.Url ?? ""), copyChildren: false);
            }
            else if (PictureName.Is(url) || IsWritten(url))
            {
                image.Remove();
            }
        }
    }

    private static bool IsWritten(string url) => Written.Any(w => url.StartsWith(w, StringComparison.Ordinal));

    private static void Describe(LinkInline image, PictureView picture)
    {
        var attributes = image.GetAttributes();
        attributes.AddProperty("width", picture.Width.ToString(CultureInfo.InvariantCulture));
        attributes.AddProperty("height", picture.Height.ToString(CultureInfo.InvariantCulture));
        attributes.AddProperty("loading", "lazy");
        if (picture.SourceSet is { } widths)
        {
            attributes.AddProperty("srcset", widths);
            attributes.AddProperty("sizes", "(min-width: 40rem) 38rem, 100vw");
        }
    }
}
