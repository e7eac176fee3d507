namespace KhokNongNa.Search;

/// <summary>
/// What is looked for. Values inside one facet are alternatives; the facets are combined.
/// Nothing here can make a search fail: what is out of range is brought into range.
/// </summary>
public sealed record SearchRequest
{
    /// <summary>Largest page that is answered.</summary>
    public const int MaxSize = 100;

    /// <summary>
    /// What a person typed. "…" around words asks for them exactly so, a minus right before a word for texts without it;
    /// all other signs are only characters.
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>Facets to filter by and to count, in the order in which they are answered. One that is not named costs nothing.</summary>
    public IReadOnlyList<FacetFilter> Facets { get; init; } = [];

    public HitOrder Order { get; init; }

    /// <summary>
    /// How far away something in an area is; smaller is nearer. Asked once an area, not once a document. Needed for
    /// <see cref="HitOrder.Nearest"/>, which is by relevance without it.
    /// </summary>
    public Func<string, int>? Distance { get; init; }

    /// <summary>Counted from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Hits a page, 1 to <see cref="MaxSize"/>.</summary>
    public int Size { get; init; } = 10;
}

/// <summary>A facet that is counted, and the values of it that are wanted: any when none is named.</summary>
public sealed record FacetFilter(string Facet, params IReadOnlyList<string> Chosen);

/// <summary>What comes first.</summary>
public enum HitOrder
{
    Relevance,

    /// <summary>By <see cref="SearchDocument.Published"/>; what has no date comes last.</summary>
    Newest,

    /// <summary>By <see cref="SearchRequest.Distance"/>; what is equally far stands by relevance.</summary>
    Nearest,
}
