namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Topics and learning bases as files.</summary>
internal static class TermFile
{
    public static TermText Read(FrontMatter keys, string body) => new()
    {
        Title = keys.Line1("title"),
        Slug = keys.Line1("slug"),
        Summary = keys.Line1("summary"),
        Parent = keys.Line1("parent"),
        Order = keys.Int("order") ?? 0,
        Synonyms = [.. keys.Texts("synonyms").Select(EntryRules.Line)],
        Body = EntryRules.Block(body),
    };

    /// <param name="aliases">Former slugs.</param>
    /// <param name="merged">Keys of topics that went into this one.</param>
    public static string Write(Term term, string type, IEnumerable<string> aliases, IEnumerable<string> merged) => new FrontMatterWriter()
        .Text("id", term.Key)
        .Text("type", type)
        .Text("title", term.Title)
        .Text("slug", FileSlug.Written(term.Slug, term.Title))
        .Text("summary", term.Summary)
        .Text("parent", (term as Topic)?.ParentKey)
        .Number("order", term.Order, 0)
        .Texts("synonyms", term.Synonyms)
        .Texts("aliases", aliases)
        .Texts("merged", merged)
        .File(term.Body);
}
