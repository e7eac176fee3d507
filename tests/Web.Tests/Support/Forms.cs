using AngleSharp.Html.Dom;

namespace KhokNongNa.Web.Tests.Support;

internal static class Forms
{
    /// <summary>
    /// What a browser would send: every field as it stands, the given ones changed. A value <c>null</c> leaves all of that name
    /// out; several of one name are boxes that are ticked.
    /// </summary>
    public static List<(string Name, string Value)> Fill(IHtmlFormElement form, params (string Name, string? Value)[] changes)
    {
        var changed = changes.ToLookup(c => c.Name, c => c.Value);
        var unknown = changed.Select(c => c.Key).Where(name => form.Elements.All(e => e.GetAttribute("name") != name)).ToList();
        Assert.True(unknown.Count == 0, $"The form has no {string.Join(", ", unknown)}.");
        var filled = form.Elements.SelectMany(e => changed.Contains(e.GetAttribute("name") ?? "") ? Changed(e, changed[e.GetAttribute("name")!]) : Values(e)).ToList();
        // What no box of the form offers was tampered with.
        return [.. filled, .. changes.Where(c => c.Value is not null && !filled.Contains((c.Name, c.Value!))).Select(c => (c.Name, c.Value!))];
    }

    private static IEnumerable<(string Name, string Value)> Changed(IHtmlElement element, IEnumerable<string?> values) => element switch
    {
        IHtmlInputElement { Type: "checkbox" } box => values.Contains(box.Value) ? [(box.Name!, box.Value)] : [],
        IHtmlSelectElement select when select.Options.All(o => !values.Contains(o.Value)) => [],
        _ => values.OfType<string>().Select(v => (element.GetAttribute("name")!, v)),
    };

    private static IEnumerable<(string Name, string Value)> Values(IHtmlElement element) => element switch
    {
        { } e when e.GetAttribute("name") is not { Length: > 0 } || e.HasAttribute("disabled") => [],
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement { Type: "submit" or "button" or "image" or "file" } => [],
        IHtmlInputElement input => [(input.Name!, input.Value)],
        IHtmlTextAreaElement area => [(area.Name!, area.Value.ReplaceLineEndings("\r\n"))],
        IHtmlSelectElement select => select.Options.Where(o => o.IsSelected).Select(o => (select.Name!, o.Value)),
        _ => [],
    };
}
