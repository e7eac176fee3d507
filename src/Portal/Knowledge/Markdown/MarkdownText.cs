using Ganss.Xss;
using KhokNongNa.Portal.Reading;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>The portal's Markdown: headings, lists, tables, links, pictures of the portal, and the blocks of <see cref="Blocks"/>.</summary>
public static class MarkdownText
{
    /// <summary>Containers, <c>::: tip</c> and the like, with the words that they show. Each is a class of the theme, «text-» before those that a page has elsewhere too.</summary>
    public static IReadOnlyDictionary<string, (string Name, string Class)> Blocks { get; } = new Dictionary<string, (string, string)>
    {
        ["steps"] = ("ทำทีละขั้น", "text-steps"),
        ["materials"] = ("เตรียมของ", "text-materials"),
        ["tip"] = ("เคล็ดลับ", "tip"),
        ["caution"] = ("ข้อควรระวัง", "caution"),
        ["quote"] = ("ปราชญ์เล่าว่า", "text-quote"),
        ["gallery"] = ("ภาพ", "gallery"),
        // A link, with a picture of the portal in it or without, and no player: nothing is asked of the other site before it is tapped.
        ["video"] = ("วิดีโอที่เว็บอื่น", "text-video"),
        [PlanBlock.Name] = ("แผนผังแปลง", "text-plan"),
    };

    // A snippet in its place: «::: piece key».
    private const string Piece = "piece";

    // HTML that somebody typed is shown as typed, not run.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseAutoLinks()
        .UseCustomContainers()
        .Build();

    // Each open bracket may begin a link, and the reader of Markdown looks for its end again and again: 12,500 of them took 6 s.
    private const int MaxBrackets = 1_000;

    private static readonly HtmlSanitizer Sanitizer = NewSanitizer();

    /// <summary>HTML that is safe to write out: no scripts, no styles, links only to web, mail, phone and this portal.</summary>
    /// <param name="pictures">Uploaded pictures that may be shown now, by id; the text names them as <c>picture:…</c>. Others are left out.</param>
    /// <param name="pieces">Bodies of snippets by code; a block that names another shows nothing.</param>
    public static string ToHtml(string markdown, IReadOnlyDictionary<Guid, PictureView>? pictures = null, IReadOnlyDictionary<string, string>? pieces = null) =>
        markdown.Length == 0 ? "" : Sanitizer.Sanitize(Render(markdown, pictures, pieces));

    /// <summary>
    /// False for text that nests deeper than Markdown is read or written out, or has more brackets than any text needs; nothing else
    /// is refused.
    /// </summary>
    public static bool IsReadable(string markdown)
    {
        if (markdown.AsSpan().Count('[') > MaxBrackets)
        {
            return false;
        }

        try
        {
            // Brackets nest only when they are written out.
            Render(markdown);
            ToPlainText(markdown);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The words alone, for search and for descriptions.</summary>
    public static string ToPlainText(string markdown) => markdown.Length == 0 ? "" : Markdown.ToPlainText(markdown, Pipeline).Trim();

    /// <summary>Addresses that the text links to, as they are typed.</summary>
    public static IEnumerable<string> Links(string markdown) =>
        Markdown.Parse(markdown, Pipeline).Descendants<LinkInline>().Where(l => !l.IsImage).Select(l => l.Url ?? "").Where(u => u.Length > 0);

    /// <summary>Codes of the snippets that the text shows, each once.</summary>
    public static IReadOnlyList<string> Pieces(string markdown) => !markdown.Contains(Piece, StringComparison.Ordinal) ? [] :
        [.. Markdown.Parse(markdown, Pipeline).Descendants<CustomContainer>().Where(c => c.Info == Piece).Select(KeyOf).Where(SnippetRules.IsKey).Distinct()];

    public static bool HasPictures(string markdown) => Markdown.Parse(markdown, Pipeline).Descendants<LinkInline>().Any(l => l.IsImage);

    private static string KeyOf(CustomContainer piece) => piece.Arguments?.Trim() ?? "";

    private static string Render(string markdown, IReadOnlyDictionary<Guid, PictureView>? pictures = null, IReadOnlyDictionary<string, string>? pieces = null)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        BodyPictures.Place(document, pictures ?? new Dictionary<Guid, PictureView>());
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            // The page's title is the only first-level heading.
            heading.Level = Math.Clamp(heading.Level, 2, 4);
        }

        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        // An address is written as it is typed, in Thai letters, like every other link of the portal.
        var renderer = new HtmlRenderer(writer) { UseNonAsciiNoEscape = true };
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlCustomContainerRenderer>(new BlockRenderer(pieces ?? new Dictionary<string, string>()));
        renderer.Render(document);
        return writer.ToString();
    }

    private static HtmlSanitizer NewSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(
            [
                "p", "h2", "h3", "h4", "ul", "ol", "li", "em", "strong", "blockquote", "code", "pre", "br", "hr", "a", "img",
                "table", "thead", "tbody", "tr", "th", "td", "aside",
            ]),
            AllowedAttributes = new HashSet<string>(["href", "src", "srcset", "sizes", "width", "height", "loading", "alt", "title", "class", "start"]),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto", "tel"]),
            UriAttributes = new HashSet<string>(["href", "src"]),
        });
        sanitizer.AllowedClasses.UnionWith([.. Blocks.Values.Select(b => b.Class), "block-name"]);
        // A picture from elsewhere would tell that site who reads what.
        sanitizer.FilterUrl += (_, e) =>
        {
            if (e.Tag.LocalName == "img" && !BodyPictures.IsOfPortal(e.OriginalUrl))
            {
                e.SanitizedUrl = null;
            }
        };
        return sanitizer;
    }

    private sealed class BlockRenderer(IReadOnlyDictionary<string, string> pieces) : HtmlObjectRenderer<CustomContainer>
    {
        protected override void Write(HtmlRenderer renderer, CustomContainer block)
        {
            if (block.Info == Piece)
            {
                // A snippet has no snippets of its own: it is rendered without any, so no text goes round in a circle.
                renderer.Write(pieces.TryGetValue(KeyOf(block), out var body) ? Render(body) : "");
                return;
            }

            if (block.Info is not { } kind || !Blocks.TryGetValue(kind, out var shown))
            {
                renderer.WriteChildren(block);
                return;
            }

            renderer.Write($"<aside class=\"{shown.Class}\"><p class=\"block-name\">{shown.Name}</p>");
            if (kind != PlanBlock.Name || !PlanBlock.Write(renderer, block))
            {
                renderer.WriteChildren(block);
            }

            renderer.Write("</aside>");
        }
    }
}
