using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhokNongNa.Web.Site;

/// <summary>The form for how pages look. It is never kept, so it may post; kept pages only link to it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class DisplayPage : PageModel
{
    public const string Path = "/display";

    public DisplayView View { get; private set; } = new(Display.Default, "/");

    public void OnGet()
    {
        View = new(HttpContext.Display(), Came());
        ViewData.SetHead(new PageHead("ปรับการแสดงผล", IsIndexed: false));
    }

    /// <param name="saver">Anything → without pictures.</param>
    /// <param name="reset">Anything → as if nothing had ever been chosen.</param>
    public IActionResult OnPost(string? size, string? tone, string? contrast, string? saver, string? back, string? reset)
    {
        // What the form does not offer is as good as nothing.
        HttpContext.Keep(reset is not null ? Display.Default : Display.Parse($"{size}-{tone}-{(contrast is null ? "plain" : "contrast")}-{(saver is null ? "pictures" : "saver")}"));
        return LocalRedirect(Own(back) ?? "/");
    }

    // A page of this portal says where its links were pressed; other sites and other pages do not count.
    private string Came() =>
        (Uri.TryCreate(Request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == Request.Host.ToUriComponent() ? Own(from.PathAndQuery) : null) ?? "/";

    private static string? Own(string? back) => BackAddress.Local(back) is { } page && !page.StartsWith(Path, StringComparison.OrdinalIgnoreCase) ? page : null;
}
