using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using KhokNongNa.Portal.Media;
using KhokNongNa.Web.Hosting;
using KhokNongNa.Web.Site;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.FileProviders;

namespace KhokNongNa.Web.TagHelpers;

/// <summary>What stands for a picture on the pages of readers who save data: a link that says what it shows and how large it is.</summary>
public sealed partial class SavedPictures(PortalSettings settings, PictureStore pictures, HtmlEncoder encoder) : IDisposable
{
    private const string Folder = "/media/";
    private const string Uploaded = "/pictures/";

    private readonly PhysicalFileProvider _media = new(settings.MediaFolder);

    /// <summary>HTML in place of the picture. One without a description is decoration: nothing.</summary>
    public async Task<string> LinkAsync(string source, string description)
    {
        if (!source.StartsWith(Folder, StringComparison.Ordinal) && !source.StartsWith(Uploaded, StringComparison.Ordinal))
        {
            return "";
        }

        var size = await LengthAsync(source) is { } length ? $" ({Math.Max(1, (length + 512) / 1024)} KB)" : "";
        var words = description.Length > 0 ? $"แตะเพื่อดูรูป: {description}{size}" : $"แตะเพื่อดูรูป{size}";
        return $"""<a class="picture-link" href="{encoder.Encode(source)}">{encoder.Encode(words)}</a>""";
    }

    /// <summary>The same in HTML that the portal made from Markdown: there attributes stand in double quotes.</summary>
    public async Task<string> WithoutPicturesAsync(string html)
    {
        var without = new StringBuilder();
        var at = 0;
        var isInLink = false;
        foreach (Match picture in Picture().Matches(html))
        {
            without.Append(html, at, picture.Index - at);
            var description = Attribute(picture.Value, "alt");
            // The poster of a video stands in the video's own link, which has to stay one.
            isInLink = IsInLink(html.AsSpan(at, picture.Index - at), isInLink);
            without.Append(isInLink ? encoder.Encode(description.Length > 0 ? description : "เปิดดู") : await LinkAsync(Attribute(picture.Value, "src"), description));
            at = picture.Index + picture.Length;
        }

        return without.Append(html, at, html.Length - at).ToString();
    }

    public void Dispose() => _media.Dispose();

    // Bytes; null when there is no such file.
    private async Task<long?> LengthAsync(string source)
    {
        if (source.StartsWith(Folder, StringComparison.Ordinal))
        {
            return _media.GetFileInfo(Uri.UnescapeDataString(source[Folder.Length..])) is { Exists: true } file ? file.Length : null;
        }

        var (path, hash) = source.Split("?v=") is [var first, var second] ? (first, second) : (source, "");
        return path[Uploaded.Length..].Split('/', '.') is [var id, var width, "webp"]
            && Guid.TryParse(id, out var picture)
            && int.TryParse(width, CultureInfo.InvariantCulture, out var pixels)
            && hash.All(char.IsAsciiHexDigitLower)
                ? await pictures.LengthAsync(PictureStore.Picture(picture, hash, pixels), CancellationToken.None)
                : null;
    }

    // Whether a link is open after a piece of HTML.
    private static bool IsInLink(ReadOnlySpan<char> piece, bool before)
    {
        var (opened, closed) = (piece.LastIndexOf("<a ", StringComparison.Ordinal), piece.LastIndexOf("</a>", StringComparison.Ordinal));
        return opened == closed ? before : opened > closed;
    }

    private static string Attribute(string tag, string name)
    {
        var start = tag.IndexOf($" {name}=\"", StringComparison.Ordinal);
        if (start < 0)
        {
            return "";
        }

        start += name.Length + 3;
        return System.Net.WebUtility.HtmlDecode(tag[start..tag.IndexOf('"', start)]);
    }

    [GeneratedRegex("<img(?: [a-z]+=\"[^\"]*\")*\\s*/?>")]
    private static partial Regex Picture();
}

/// <summary>Pictures of a view.</summary>
[HtmlTargetElement("img", Attributes = "src", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PictureTagHelper(SavedPictures pictures) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    // After the path of the picture is known.
    public override int Order => 1_000;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.HttpContext.Display().SavesData)
        {
            output.TagName = null;
            output.Content.SetHtmlContent(await pictures.LinkAsync(Text("src"), Text("alt")));
        }

        string Text(string name) => output.Attributes[name]?.Value switch
        {
            IHtmlContent written => System.Net.WebUtility.HtmlDecode(Written(written)),
            var value => value?.ToString() ?? "",
        };
    }

    private static string Written(IHtmlContent content)
    {
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}

/// <summary>Pictures within a text.</summary>
[HtmlTargetElement("div", Attributes = "[class=prose]")]
public sealed class ProseTagHelper(SavedPictures pictures) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.HttpContext.Display().SavesData)
        {
            output.Content.SetHtmlContent(await pictures.WithoutPicturesAsync((await output.GetChildContentAsync()).GetContent()));
        }
    }
}
