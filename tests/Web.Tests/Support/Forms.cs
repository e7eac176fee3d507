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
        var changed = changes.Select(c => c.Name).ToHashSet();
        var unknown = changed.Where(name => form.Elements.All(e => e.GetAttribute("name") != name)).ToList();
        Assert.True(unknown.Count == 0, $"The form has no {string.Join(", ", unknown)}.");
        return
        [
            .. form.Elements.SelectMany(Values).Where(f => !changed.Contains(f.Name)),
            .. changes.Where(c => c.Value is not null).Select(c => (c.Name, c.Value!)),
        ];
    }

    private static IEnumerable<(string Name, string Value)> Values(IHtmlElement element) => element switch
    {
        { } e when e.GetAttribute("name") is not { Length: > 0 } || e.HasAttribute("disabled") => [],
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement { Type: "submit" or "button" or "image" } => [],
        IHtmlInputElement input => [(input.Name!, input.Value)],
        IHtmlTextAreaElement area => [(area.Name!, area.Value.ReplaceLineEndings("\r\n"))],
        IHtmlSelectElement select => select.Options.Where(o => o.IsSelected).Select(o => (select.Name!, o.Value)),
        _ => [],
    };
}
