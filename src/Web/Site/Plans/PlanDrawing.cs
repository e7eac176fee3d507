using System.Globalization;
using System.Security;
using System.Text;
using KhokNongNa.Portal.Knowledge;

namespace KhokNongNa.Web.Site.Plans;

/// <summary>Draws a plot's plan: a rectangle in parts, each as large as its share. The same plan is always the same drawing.</summary>
public static class PlanDrawing
{
    // The reader's own letters: a drawing in a page may fetch none.
    private const string Face = "'Noto Sans Thai', 'Leelawadee UI', Thonburi, Sarabun, sans-serif";

    private const string Ink = "#241e18";
    private const string Line = "#5c3a17";

    // Room under the plot, before the list.
    private const int Below = 12;

    // The line around the plot is as wide outside as inside.
    private const int Edge = 2;

    /// <summary>Room between the edge of a part and its words.</summary>
    private const double Inside = 6;

    // How wide a letter is beside its height, and how high a line with marks above and below.
    private const double Letter = .6;
    private const double Leading = 1.5;

    // On a phone of 360 px a drawing is less than half as large as this.
    private static readonly int[] Sizes = [42, 36, 31, 27];

    public static string Draw(PlotPlan plan)
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {PlotPlan.Width} {PlotPlan.Height}\" width=\"{PlotPlan.Width}\" height=\"{PlotPlan.Height}\" role=\"img\" font-family=\"{Face}\" text-anchor=\"middle\" fill=\"{Ink}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<title>แผนผังแปลง {Escape(plan.Words)}</title>");
        var boxes = PlanLayout.Place([.. plan.Parts.Select(p => (double)p.Area)], PlotPlan.Width - (2 * Edge), PlotPlan.Height - Below - (2 * Edge));
        foreach (var (number, part) in plan.Parts.Index())
        {
            Write(svg, part, number + 1, boxes[number] with { X = boxes[number].X + Edge, Y = boxes[number].Y + Edge });
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Write(StringBuilder svg, PlanPart part, int number, PlanBox box)
    {
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{box.X:0.#}\" y=\"{box.Y:0.#}\" width=\"{box.Width:0.#}\" height=\"{box.Height:0.#}\" fill=\"{Colour(part.Tone)}\" stroke=\"{Line}\" stroke-width=\"3\"/>");
        var size = Sizes.FirstOrDefault(s => Fits(box, s, part.Name, part.Size));
        var (x, middle) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        if (size > 0)
        {
            Say(svg, x, middle - (size * .2), size, "700", part.Name);
            Say(svg, x, middle + (size * (Leading - .4)), size, "400", part.Size);
        }
        else if (Sizes.FirstOrDefault(s => Fits(box, s, $"{number}")) is > 0 and var smaller)
        {
            Say(svg, x, middle + (smaller * .35), smaller, "700", $"{number}");
        }
    }

    private static void Say(StringBuilder svg, double x, double y, int size, string weight, string words) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" font-size=\"{size}\" font-weight=\"{weight}\">{Escape(words)}</text>");

    private static bool Fits(PlanBox box, int size, params ReadOnlySpan<string> lines)
    {
        var widest = 0;
        foreach (var line in lines)
        {
            widest = Math.Max(widest, line.Count(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark));
        }

        return widest * size * Letter <= box.Width - (2 * Inside) && lines.Length * size * Leading <= box.Height - Inside;
    }

    // Soft ones of tokens.css, on which the ink can be read; a drawing within an <img> cannot ask the page for them.
    private static string Colour(PlanTone tone) => tone switch
    {
        PlanTone.Hill => "#c9a478",
        PlanTone.Water => "#9cc4d6",
        PlanTone.Paddy => "#8aa857",
        PlanTone.Trees => "#e6edd4",
        PlanTone.Home => "#ffe9c4",
        _ => "#faf5ea",
    };

    private static string Escape(string text) => SecurityElement.Escape(text);
}
