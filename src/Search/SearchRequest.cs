namespace KhokNongNa.Search;

/// <summary>
/// What is looked for. Values inside one filter are alternatives; the filters are combined.
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

    public IReadOnlyList<string> Types { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<string> Districts { get; init; } = [];

    /// <summary>Counted from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Hits a page, 1 to <see cref="MaxSize"/>.</summary>
    public int Size { get; init; } = 10;
}
