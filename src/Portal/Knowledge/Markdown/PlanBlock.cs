using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>The block of a plot's plan: its one list becomes a drawing with the list, numbered, below it. What else stands in it stays.</summary>
internal static class PlanBlock
{
    public const string Name = "plan";

    /// <summary>False when its list is not one of parts: the block is then shown like any other.</summary>
    public static bool Write(HtmlRenderer renderer, CustomContainer block)
    {
        if (block.OfType<ListBlock>().ToList() is not [var list] || Lines(list) is not { } lines || PlotPlan.Read(lines) is not { } plan)
        {
            return false;
        }

        foreach (var child in block)
        {
            if (child == list)
            {
                Write(renderer, plan, lines);
            }
            else
            {
                renderer.Write(child);
            }
        }

        return true;
    }

    // Where a name has no room in the drawing, its number in the list stands there.
    private static void Write(HtmlRenderer renderer, PlotPlan plan, IReadOnlyList<string> lines)
    {
        renderer.Write("<p><img src=\"").WriteEscape(plan.Url).Write($"\" width=\"{PlotPlan.Width}\" height=\"{PlotPlan.Height}\" loading=\"lazy\" alt=\"แผนผังแปลง ");
        renderer.WriteEscape(plan.Words).Write("\"></p><ol>");
        foreach (var line in lines)
        {
            renderer.Write("<li>").WriteEscape(line).Write("</li>");
        }

        renderer.Write("</ol>");
    }

    // The words of each item; null when one is more than a line of plain words.
    private static List<string>? Lines(ListBlock list)
    {
        var lines = new List<string>();
        foreach (var item in list.Cast<ListItemBlock>())
        {
            if (item is not [ParagraphBlock { Inline: { } words }] || !words.All(w => w is LiteralInline))
            {
                return null;
            }

            lines.Add(string.Concat(words.Cast<LiteralInline>().Select(w => w.Content.ToString())));
        }

        return lines;
    }
}
