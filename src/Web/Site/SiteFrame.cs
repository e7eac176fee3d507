using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Web.Caching;
using KhokNongNa.Web.Hosting;

namespace KhokNongNa.Web.Site;

/// <summary>What stands around every page.</summary>
public sealed class SiteFrame(PortalDb db, KeptViews views, PortalSettings settings, IWebHostEnvironment environment)
{
    public const string Name = "โคก หนอง นา";

    public const string Line = "ความรู้ของปราชญ์ชุมชนบุรีรัมย์";

    /// <summary>Path of an asset below the root: the theme's own, or that of <c>default</c> when the theme has none of this name.</summary>
    public string Asset(string name) => OwnAsset(name) ?? $"themes/default/assets/{name}";

    /// <summary>Path of the theme's own asset; <c>null</c> when it has none of this name.</summary>
    public string? OwnAsset(string name)
    {
        var own = $"themes/{settings.Theme}/assets/{name}";
        return environment.WebRootFileProvider.GetFileInfo(own).Exists ? own : null;
    }

    public async Task<IReadOnlyList<Link>> FooterAsync(CancellationToken cancellationToken) =>
        await views.ReadAsync<IReadOnlyList<Link>>("footer", async () => await db.FooterAsync(cancellationToken), cancellationToken) ?? [];
}
