using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace KhokNongNa.Web.Tests.Themes;

/// <summary>The colours of every theme, read from its tokens.css, in all four ways to show them.</summary>
public sealed partial class TokenTests
{
    private static readonly string[] Ways = ["light", "dark", "bold", "bold-dark"];

    private static readonly string[] Backgrounds = ["paper", "sheet", "sink", "khok-wash", "nong-wash", "na-wash", "caution-wash", "danger-wash"];

    private static string Folder => Path.Combine(Support.Portal.Repository, "themes");

    public static TheoryData<string> Themes => [.. Directory.GetDirectories(Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_stands_out_seven_times_and_the_rest_four_and_a_half_times(string theme)
    {
        var colours = Colours(theme);
        IEnumerable<(string Text, string Background, double Least)> pairs = (
            from text in (string[])["ink", "ink-soft", "khok", "nong", "na", "accent", "accent-strong", "caution", "danger"]
            from background in Backgrounds
            select (text, background, 7.0)).Concat(
            [
                ("on-ground", "ground", 7), ("on-accent", "accent", 7), ("on-accent", "accent-strong", 7), ("on-danger", "danger", 7), ("on-mark", "mark", 7),
                .. from mark in (string[])["khok-mid", "nong-mid", "na-mid", "line-strong"] from background in (string[])["paper", "sheet"] select (mark, background, 4.5),
            ]);
        var weak =
            from pair in pairs
            from way in Ways
            let contrast = Contrast(colours[pair.Text][way], colours[pair.Background][way])
            where contrast < pair.Least
            select $"{way}: {pair.Text} on {pair.Background} {contrast:0.0}";
        Assert.Empty(weak);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Every_token_that_a_style_uses_is_there(string theme)
    {
        var tokens = Defined().Matches(File.ReadAllText(Path.Combine(Folder, theme, "assets", "tokens.css"))).Select(m => m.Groups[1].Value).ToHashSet();
        var styles = string.Concat(((string[])["default", theme]).Distinct().SelectMany(t => Directory.GetFiles(Path.Combine(Folder, t, "assets"), "*.css")).Where(f => !f.Contains("tokens", StringComparison.Ordinal)).Select(File.ReadAllText));
        // What a style sets for itself, such as the colour of a part of the site, is its own.
        var own = Defined().Matches(styles).Select(m => m.Groups[1].Value);
        Assert.Empty(Used().Matches(styles).Select(m => m.Groups[1].Value).Except(tokens).Except(own));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Colours_are_said_in_tokens_alone(string theme)
    {
        foreach (var style in Directory.GetFiles(Path.Combine(Folder, theme, "assets"), "*.css").Where(f => Path.GetFileName(f) != "tokens.css"))
        {
            // Paper is white and ink is black in every theme.
            var onScreen = File.ReadAllText(style).Split("@media print")[0];
            Assert.DoesNotMatch(@"(?<!& ):[^;{]*#(?!000\b)[0-9a-fA-F]{3,6}\b|rgb\(|hsl\(", onScreen);
        }
    }

    [Fact]
    public void A_page_s_styles_are_small()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            foreach (var name in (string[])["tokens.css", "site.css"])
            {
                gzip.Write(File.ReadAllBytes(Path.Combine(Folder, "default", "assets", name)));
            }
        }

        Assert.InRange(packed.Length, 1_000, 8_000);
    }

    private static Dictionary<string, Dictionary<string, string>> Colours(string theme)
    {
        var colours = new Dictionary<string, Dictionary<string, string>>();
        foreach (Match token in Token().Matches(File.ReadAllText(Path.Combine(Folder, theme, "assets", "tokens.css"))))
        {
            var values = Value().Matches(token.Groups[2].Value).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
            if (values.Count > 0)
            {
                colours.TryAdd(token.Groups[1].Value, Ways.ToDictionary(way => way, way => values.GetValueOrDefault(way) ?? values[way.EndsWith("dark", StringComparison.Ordinal) ? "night" : "day"]));
            }
        }

        return colours;
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + .05) / (Math.Min(a, b) + .05);
    }

    private static double Luminance(string colour)
    {
        var digits = colour.Length == 3 ? string.Concat(colour.Select(c => $"{c}{c}")) : colour;
        double Part(int start)
        {
            var value = int.Parse(digits.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= .04045 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4);
        }

        return (.2126 * Part(0)) + (.7152 * Part(2)) + (.0722 * Part(4));
    }

    [GeneratedRegex(@"--([\w-]+): ([^;]*);")]
    private static partial Regex Token();

    [GeneratedRegex(@"var\(--([\w-]+), #([0-9a-f]+)\)")]
    private static partial Regex Value();

    [GeneratedRegex(@"--([\w-]+):")]
    private static partial Regex Defined();

    [GeneratedRegex(@"var\(--([\w-]+)")]
    private static partial Regex Used();
}
