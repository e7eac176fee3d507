namespace KhokNongNa.Search;

/// <summary>One thing that can be found. Texts are plain: no HTML, no Markdown.</summary>
public sealed record SearchDocument
{
    /// <summary>The facet that every document has: its <see cref="Type"/>.</summary>
    public const string TypeFacet = "type";

    /// <summary>Unique in the index; a second document with the same key replaces the first.</summary>
    public required string Key { get; init; }

    /// <summary>What the reader of the results knows this thing by; need not be unique across types.</summary>
    public required string Id { get; init; }

    /// <summary>A word of the caller's choosing, such as lesson or sage; the facet <see cref="TypeFacet"/>.</summary>
    public required string Type { get; init; }

    public required string Title { get; init; }

    public required string Url { get; init; }

    public string Summary { get; init; } = "";

    public string Body { get; init; } = "";

    /// <summary>Other names, searched like the title but not shown: synonyms, nicknames, place names.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>
    /// What it can be filtered by, under names of the caller's choosing. A document counts under exactly the values given, so
    /// include the ancestors.
    /// </summary>
    public IReadOnlyList<FacetValue> Facets { get; init; } = [];

    /// <summary>Official code of where it belongs, for the order by <see cref="SearchRequest.Distance"/>.</summary>
    public string Area { get; init; } = "";

    /// <summary>Shown beside the hit and not searched: put its words into <see cref="Names"/> if it shall be.</summary>
    public string? Place { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>Facts that are given back with the hit as they are, and not searched.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>What is suggested while typing besides the title: places, say. The same of several documents is suggested once.</summary>
    public IReadOnlyList<Suggestion> AlsoSuggested { get; init; } = [];
}

/// <summary>One thing that a document can be filtered by, such as (season, rainy).</summary>
public readonly record struct FacetValue(string Facet, string Value);
