using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Web.Caching;
using KhokNongNa.Web.Hosting;

namespace KhokNongNa.Web.Site;

/// <summary>What stands around every page.</summary>
public sealed class SiteFrame(PortalDb db, KeptViews views, SiteFrame.Assets assets)
{
    /// <summary>Name, contact and colours, as the office wrote them.</summary>
    public async Task<SiteView> SiteAsync(CancellationToken cancellationToken) =>
        await views.ReadAsync("site", async () => await SiteView.OfAsync(db, cancellationToken), cancellationToken) ?? SiteView.BeforeAll;

    /// <inheritdoc cref="Assets.Path"/>
    public string Asset(string name) => assets.Path(name);

    /// <inheritdoc cref="Assets.Own"/>
    public string? OwnAsset(string name) => assets.Own(name);

    public async Task<IReadOnlyList<Link>> FooterAsync(CancellationToken cancellationToken) =>
        await views.ReadAsync<IReadOnlyList<Link>>("footer", async () => await db.FooterAsync(cancellationToken), cancellationToken) ?? [];

    /// <summary>Files of the theme.</summary>
    public sealed class Assets(PortalSettings settings, IWebHostEnvironment environment)
    {
        /// <summary>Path of an asset below the root: the theme's own, or that of <c>default</c> when the theme has none of this name.</summary>
        public string Path(string name) => Own(name) ?? $"themes/default/assets/{name}";

        /// <summary>Path of the theme's own asset; <c>null</c> when it has none of this name.</summary>
        public string? Own(string name)
        {
            var own = $"themes/{settings.Theme}/assets/{name}";
            return environment.WebRootFileProvider.GetFileInfo(own).Exists ? own : null;
        }

        public string Read(string name)
        {
            using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo(Path(name)).CreateReadStream());
            return reader.ReadToEnd();
        }
    }
}
