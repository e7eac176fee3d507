using KhokNongNa.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Razor;

namespace KhokNongNa.Web.Themes;

/// <summary>Looks for a view in the theme, then in <c>default</c>.</summary>
public sealed class ThemeViews(PortalSettings settings) : IViewLocationExpander
{
    public void PopulateValues(ViewLocationExpanderContext context) => context.Values["theme"] = settings.Theme;

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        viewLocations.Concat([$"/Themes/{settings.Theme}/views/{{0}}.cshtml", "/Themes/default/views/{0}.cshtml"]).Distinct();
}
