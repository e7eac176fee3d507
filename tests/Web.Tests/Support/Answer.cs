using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace KhokNongNa.Web.Tests.Support;

/// <summary>What the portal answered, as a reader has it.</summary>
public sealed class Answer(HttpResponseMessage response, string path, byte[] body)
{
    private static readonly HtmlParser Parser = new();

    private IHtmlDocument? _document;

    public int Status => (int)response.StatusCode;

    /// <summary>Path and query that was asked for.</summary>
    public string Path => path;

    public HttpResponseHeaders Headers => response.Headers;

    public HttpContentHeaders ContentHeaders => response.Content.Headers;

    public byte[] Body => body;

    public string Html { get; } = System.Text.Encoding.UTF8.GetString(body);

    public IHtmlDocument Document => _document ??= Parser.ParseDocument(Html);

    /// <summary>All that a person reads on the page.</summary>
    public string Text => Squeeze(Document.Body?.TextContent ?? "");

    /// <summary>The same without the frame around it.</summary>
    public string Main => Squeeze(Document.QuerySelector("main")?.TextContent ?? "");

    public string Heading => Squeeze(Document.QuerySelector("h1")?.TextContent ?? "");

    public JsonElement Json => JsonDocument.Parse(body).RootElement;

    public string? Location => response.Headers.Location?.OriginalString;

    /// <summary>The header, of the answer or of its content; <c>null</c> when it is not there.</summary>
    public string? Header(string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    /// <summary>Address of the link that says this; the first of several.</summary>
    public string Link(string words) =>
        Links().FirstOrDefault(l => l.Words == words).Href
        ?? Links().FirstOrDefault(l => l.Words.Contains(words, StringComparison.Ordinal)).Href
        ?? throw new InvalidOperationException($"No link «{words}» on {path}: {string.Join(" | ", Links().Select(l => l.Words))}");

    public IEnumerable<(string Words, string Href)> Links() =>
        Document.QuerySelectorAll("a[href]").Select(a => (Squeeze(a.TextContent), a.GetAttribute("href")!));

    /// <summary>Buttons that a person sees.</summary>
    public IEnumerable<string> Buttons() => Document.QuerySelectorAll("button:not([aria-hidden])").Select(b => Squeeze(b.TextContent));

    public string Value(string name) => Document.QuerySelector($"[name='{name}']") switch
    {
        IHtmlTextAreaElement area => area.Value.ReplaceLineEndings("\n"),
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlInputElement input => input.Value,
        _ => throw new InvalidOperationException($"No field {name} on {path}."),
    };

    public static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
