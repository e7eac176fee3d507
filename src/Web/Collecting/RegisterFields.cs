using Microsoft.AspNetCore.Mvc.Razor;

namespace KhokNongNa.Web.Collecting;

/// <summary>Forms behind a link are made of the same fields as those of the registers: their views are found from here too, and from here alone.</summary>
internal sealed class RegisterFields : IViewLocationExpander
{
    public void PopulateValues(ViewLocationExpanderContext context)
    {
        // Where is kept by the page's name, and nothing else decides.
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        context.PageName?.StartsWith("/Collecting/", StringComparison.Ordinal) == true
            ? [.. viewLocations, "/Studio/Registers/{0}.cshtml", "/Studio/{0}.cshtml"]
            : viewLocations;
}
