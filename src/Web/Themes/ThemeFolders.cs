using KhokNongNa.Portal;
using KhokNongNa.Web.Hosting;

namespace KhokNongNa.Web.Themes;

/// <summary>The themes that came with this portal: a theme is a folder that has at least colours and sizes of its own.</summary>
public sealed class ThemeFolders(PortalSettings settings, IWebHostEnvironment environment)
{
    /// <exception cref="PortalException">The theme of the settings is none of them.</exception>
    public void Check()
    {
        var files = environment.WebRootFileProvider;
        var names = files.GetDirectoryContents("themes").Select(f => f.Name).Where(n => files.GetFileInfo($"themes/{n}/assets/tokens.css").Exists).Order(StringComparer.Ordinal).ToList();
        if (!names.Contains(settings.Theme, StringComparer.Ordinal))
        {
            throw new PortalException("start.theme", $"ไม่มีธีมชื่อ {settings.Theme} ตั้ง Portal__Theme เป็นชื่อใดชื่อหนึ่งนี้: {string.Join(", ", names)}");
        }
    }
}
