using System.Security.Cryptography;
using System.Text;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Sites;

namespace KhokNongNa.Web.Site;

/// <summary>What the office says around every page.</summary>
/// <param name="LogoUrl">A picture in place of the theme's drawing; <c>null</c> → the drawing.</param>
/// <param name="Css">Its colours over the theme's; empty → the theme's own.</param>
public sealed record SiteView(SiteText Text, string? LogoUrl, string Css)
{
    /// <summary>Where its colours lie.</summary>
    public const string StylesPath = "/site.css";

    /// <summary>For pages that are made when nothing can be read.</summary>
    public static SiteView BeforeAll { get; } = new(new(), null, "");

    /// <summary>Path of its colours, another one with each change; <c>null</c> when it has none.</summary>
    public string? StylesUrl { get; } = Css.Length == 0 ? null : $"{StylesPath}?v={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))[..12]}";

    public static async Task<SiteView> OfAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var (text, logo, _) = await db.SiteAsync(cancellationToken);
        var picture = logo is { } id ? await db.PublicPictureAsync(id, cancellationToken) : null;
        return new(text, picture is null ? null : Urls.Of(picture, PictureWidths.Of(picture.Width).First()), SiteColours.Css(text));
    }
}

/// <summary>The site's own colours as a style sheet.</summary>
internal static class SiteStyles
{
    public static void MapSiteStyles(this WebApplication app) => app.MapMethods(
        SiteView.StylesPath,
        [HttpMethods.Get, HttpMethods.Head],
        async (string? v, SiteFrame frame, HttpContext context) =>
        {
            var site = await frame.SiteAsync(context.RequestAborted);
            // Under an address with another hash other colours may lie tomorrow.
            context.Response.Headers.CacheControl = site.StylesUrl == $"{SiteView.StylesPath}?v={v}" ? "public, max-age=31536000, immutable" : "no-cache";
            return Results.Text(site.Css, "text/css", Encoding.UTF8);
        });
}
