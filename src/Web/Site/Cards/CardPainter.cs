using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using KhokNongNa.Portal.Media;
using NetVips;

namespace KhokNongNa.Web.Site.Cards;

/// <summary>Draws share cards in the theme's colours, over its cross-section of mound, pond and paddy. Letters are set by Pango, so that Thai marks stand right.</summary>
public sealed partial class CardPainter(SiteFrame.Assets assets, ILogger<CardPainter> log)
{
    private const string Face = "Noto Sans Thai";

    private const int Margin = 72;

    // Measured widths are sums of words; what the sum leaves out fits in here.
    private const int TextWidth = ShareCard.Width - (2 * Margin) - 16;

    private readonly Lazy<bool> _hasThai = new(HasThaiLetters);

    /// <summary>Whether the drawing library is there at all.</summary>
    public static bool CanDraw => PictureLibrary.IsThere;

    /// <summary>Says at start what cards will lack, rather than when somebody shares a page.</summary>
    public void Check()
    {
        if (!CanDraw)
        {
            SayNoLibrary(log, ModuleInitializer.Exception?.Message ?? "");
        }
        else if (!_hasThai.Value)
        {
            SayNoThai(log);
        }
    }

    /// <summary>PNG of a card. Without Thai letters on this machine it is the drawing alone: boxes in place of letters would be worse.</summary>
    /// <param name="site">Name of the site, above.</param>
    public byte[] Draw(ShareCard card, string site)
    {
        var svg = Encoding.UTF8.GetBytes(Compose(card, site));
        using var image = Image.SvgloadBuffer(svg);
        using var flat = image.Flatten();
        return flat.PngsaveBuffer(compression: 9, palette: true, effort: 4, keep: Enums.ForeignKeep.None);
    }

    private string Compose(ShareCard card, string site)
    {
        var colours = Colours(assets.Read("tokens.css"));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{ShareCard.Width}\" height=\"{ShareCard.Height}\" font-family=\"{Face}, sans-serif\">");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{ShareCard.Width}\" height=\"{ShareCard.Height}\" fill=\"{colours["paper"]}\"/><svg y=\"425\" width=\"1200\" height=\"250\">{assets.Read("cross-section.svg")}</svg>");
        if (_hasThai.Value)
        {
            var title = Lines(card.Title, 64, 2, isBold: true);
            var (size, step, most) = title.Any(l => l.EndsWith('…')) ? (52, 70, 3) : (64, 84, 2);
            title = Lines(card.Title, size, most, isBold: true);
            Write(svg, [site], Margin, 76, 0, 34, colours["ink-soft"], isBold: true);
            Write(svg, [card.Kind], Margin, 132, 0, 32, colours[card.Tone], isBold: true);
            Write(svg, title, Margin, 132 + step, step, size, colours["ink"], isBold: true);
            var below = 132 + (step * title.Count) + 48;
            Write(svg, Lines(card.Line, 30, title.Count > 2 ? 1 : 2, isBold: false), Margin, below, 44, 30, colours["ink-soft"], isBold: false);
        }

        return svg.Append("</svg>").ToString();
    }

    private static IReadOnlyList<string> Lines(string text, int size, int most, bool isBold)
    {
        var widths = new Dictionary<string, double>(StringComparer.Ordinal);
        double Width(string part) => widths.TryGetValue(part, out var known) ? known : widths[part] = Measure(part, size, isBold);
        return text.Trim().Length == 0 ? [] : ThaiLines.Break(text, TextWidth, most, Width);
    }

    private static void Write(StringBuilder svg, IReadOnlyList<string> lines, int x, int y, int step, int size, string colour, bool isBold)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{x}\" y=\"{y + (i * step)}\" font-size=\"{size}\" font-weight=\"{(isBold ? 700 : 400)}\" fill=\"{colour}\">{SecurityElement.Escape(Printable(lines[i]))}</text>");
        }
    }

    // The width of a text that is set but not drawn; a trailing space is not seen but keeps its room.
    private static double Measure(string text, int size, bool isBold)
    {
        var printable = Printable(text);
        var spaces = printable.Length - printable.Trim().Length;
        if (spaces == printable.Length)
        {
            return spaces * size * .26;
        }

        using var set = Image.Text(SecurityElement.Escape(printable.Trim()), font: $"{Face}{(isBold ? " Bold" : "")} {size}", dpi: 72);
        return set.Width + (size * .06) + (spaces * size * .26);
    }

    // XML holds no control characters.
    private static string Printable(string text) => string.Concat(text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\uFFFE' or '\uFFFF')));

    // A letter that no font has is set as the same box as one that cannot exist.
    private static bool HasThaiLetters()
    {
        static (int, int) Size(string letter)
        {
            using var set = Image.Text(letter, font: $"{Face} 40", dpi: 72);
            return (set.Width, set.Height);
        }

        try
        {
            return Size("ก") != Size("\uE001") && Size("ญู") != Size("\uE001\uE001");
        }
        catch (VipsException)
        {
            // No font at all.
            return false;
        }
    }

    /// <summary>Tokens of the light look, which stands first in the file.</summary>
    private static Dictionary<string, string> Colours(string tokens)
    {
        var colours = new Dictionary<string, string>(StringComparer.Ordinal) { ["paper"] = "#fff", ["ink"] = "#000", ["ink-soft"] = "#333", ["khok"] = "#000", ["nong"] = "#000", ["na"] = "#000" };
        foreach (var token in Token().Matches(tokens).Reverse())
        {
            colours[token.Groups["name"].Value] = token.Groups["value"].Value;
        }

        return colours;
    }

    [GeneratedRegex(@"--(?<name>[a-z-]+):\s*(?:var\(--(?:light|day),\s*)?(?<value>#[0-9a-fA-F]{3,8})")]
    private static partial Regex Token();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Share cards cannot be drawn: libvips is not on this machine ({Reason}). Shared pages go without a picture.")]
    private static partial void SayNoLibrary(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Share cards show the drawing without words: no font here has Thai letters. Install one (fonts-noto-core) with fontconfig and start again.")]
    private static partial void SayNoThai(ILogger log);
}
