using System.Collections.Frozen;

namespace KhokNongNa.Web.Site;

/// <summary>How large the letters are: body text of 18, 21 or 25 px.</summary>
public enum TextSize
{
    Normal = 18,
    Large = 21,
    Largest = 25,
}

/// <summary>Dark letters on light, or light ones on dark.</summary>
public enum Tone
{
    /// <summary>As the device asks for.</summary>
    Device,
    Light,
    Dark,
}

/// <summary>How a reader wants the pages to look. There are 36 ways, so that kept pages stay few.</summary>
/// <param name="HighContrast">Whatever the device asks for.</param>
/// <param name="SavesData">Pages without pictures; a link stands in place of each.</param>
public sealed record Display(TextSize Size, Tone Tone, bool HighContrast, bool SavesData)
{
    /// <summary>Name of the cookie that holds it.</summary>
    public const string Cookie = "display";

    private static readonly FrozenDictionary<string, Display> All = (
        from size in Enum.GetValues<TextSize>()
        from tone in Enum.GetValues<Tone>()
        from contrast in (bool[])[false, true]
        from saves in (bool[])[false, true]
        select new Display(size, tone, contrast, saves)).ToFrozenDictionary(d => d.Code, StringComparer.Ordinal);

    /// <summary>What those get who have chosen nothing.</summary>
    public static Display Default { get; } = new(TextSize.Normal, Tone.Device, false, false);

    /// <summary>The cookie's value, such as <c>21-dark-contrast-saver</c>.</summary>
    public string Code => $"{(int)Size}-{Word(Tone)}-{(HighContrast ? "contrast" : "plain")}-{(SavesData ? "saver" : "pictures")}";

    /// <summary>Classes of <c>&lt;html&gt;</c>, which tokens.css knows; <c>null</c> → none.</summary>
    public string? Classes => string.Join(' ', Names()) is { Length: > 0 } names ? names : null;

    /// <summary>Anything that is not one of the ways is the default.</summary>
    public static Display Parse(string? code) => code is not null && All.TryGetValue(code, out var display) ? display : Default;

    private IEnumerable<string> Names()
    {
        if (Size != TextSize.Normal)
        {
            yield return $"text-{(int)Size}";
        }

        if (Tone != Tone.Device)
        {
            yield return Word(Tone);
        }

        if (HighContrast)
        {
            yield return "contrast";
        }
    }

    private static string Word(Tone tone) => tone switch
    {
        Tone.Light => "light",
        Tone.Dark => "dark",
        _ => "device",
    };
}

public static class DisplayCookie
{
    /// <summary>How this reader wants pages to look.</summary>
    public static Display Display(this HttpContext context) => Site.Display.Parse(context.Request.Cookies[Site.Display.Cookie]);

    /// <summary>Keeps the choice for a year; the default needs no cookie.</summary>
    public static void Keep(this HttpContext context, Display display)
    {
        var options = new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        };
        if (display == Site.Display.Default)
        {
            context.Response.Cookies.Delete(Site.Display.Cookie, options);
            return;
        }

        options.MaxAge = TimeSpan.FromDays(365);
        context.Response.Cookies.Append(Site.Display.Cookie, display.Code, options);
    }
}
