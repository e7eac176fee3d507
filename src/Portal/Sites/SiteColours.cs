using System.Globalization;

namespace KhokNongNa.Portal.Sites;

/// <summary>
/// A colour that somebody chose, for day, night and high contrast: made darker or lighter until it can be read, so that no choice makes a page that cannot.
/// Contrast is that of WCAG 2.2 (1.4.3), relative luminance of sRGB.
/// </summary>
public static class SiteColours
{
    private const double Strong = 7;

    // Papers of the theme by day and by night, and the two of high contrast.
    private const string Day = "#faf5ea";
    private const string Night = "#1a1611";
    private const string White = "#ffffff";
    private const string Black = "#000000";

    /// <summary>Style sheet that lays the chosen colours over the theme's; empty when nothing was chosen.</summary>
    public static string Css(SiteText text)
    {
        var lines = new List<string>();
        if (text.Accent.Length > 0)
        {
            lines.Add(Token("accent", Near(text.Accent, Day, Strong), Near(text.Accent, Night, Strong), Near(text.Accent, White, 10), Near(text.Accent, Black, 10)));
            lines.Add(Token("accent-strong", Near(text.Accent, Day, 10), Near(text.Accent, Night, 10), Black, White));
        }

        if (text.Ground.Length > 0)
        {
            // White letters stand on it.
            lines.Add(Token("ground", Near(text.Ground, White, Strong), Near(text.Ground, White, 15), Black, Black));
        }

        return lines.Count == 0 ? "" : $":root {{\n{string.Join('\n', lines)}\n}}\n";
    }

    /// <summary>How well one colour is read on another, 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + .05) / (Math.Min(a, b) + .05);
    }

    /// <summary>The colour, or the nearest to it on the way to black or white, with this contrast to what it stands on.</summary>
    internal static string Near(string colour, string under, double contrast)
    {
        var end = Luminance(under) > .4 ? Black : White;
        for (var step = 0; step < 100; step++)
        {
            var mixed = Mix(colour, end, step / 100.0);
            if (Contrast(mixed, under) >= contrast)
            {
                return mixed;
            }
        }

        return end;
    }

    private static string Token(string name, string light, string dark, string bold, string boldDark) =>
        $"  --{name}: var(--light, {light}) var(--dark, {dark}) var(--bold, {bold}) var(--bold-dark, {boldDark});";

    private static string Mix(string from, string to, double share) => string.Create(
        CultureInfo.InvariantCulture, $"#{Part(from, to, 1, share):x2}{Part(from, to, 3, share):x2}{Part(from, to, 5, share):x2}");

    private static int Part(string from, string to, int at, double share) => (int)Math.Round(Byte(from, at) + ((Byte(to, at) - Byte(from, at)) * share));

    private static int Byte(string colour, int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static double Luminance(string colour) => (.2126 * Light(colour, 1)) + (.7152 * Light(colour, 3)) + (.0722 * Light(colour, 5));

    private static double Light(string colour, int at)
    {
        var value = Byte(colour, at) / 255.0;
        return value <= .04045 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4);
    }
}
