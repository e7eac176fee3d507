namespace KhokNongNa.Search;

/// <summary>One thing that can be found. Texts are plain: no HTML, no Markdown.</summary>
public sealed record SearchDocument
{
    /// <summary>Unique in the index; a second document with the same key replaces the first.</summary>
    public required string Key { get; init; }

    /// <summary>What the reader of the results knows this thing by; need not be unique across types.</summary>
    public required string Id { get; init; }

    /// <summary>A word of the caller's choosing, such as lesson or sage; a facet.</summary>
    public required string Type { get; init; }

    public required string Title { get; init; }

    public required string Url { get; init; }

    public string Summary { get; init; } = "";

    public string Body { get; init; } = "";

    /// <summary>Other names, searched like the title but not shown: synonyms, nicknames, place names.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Facet values. A document counts under exactly the values given, so include the ancestors.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Facet value: four-digit district code.</summary>
    public string? District { get; init; }

    /// <summary>Shown beside the hit and not searched: put its words into <see cref="Names"/> if it shall be.</summary>
    public string? Place { get; init; }

    public DateTimeOffset? Published { get; init; }
}
