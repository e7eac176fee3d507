namespace KhokNongNa.Search;

/// <summary>The answer to one <see cref="SearchRequest"/>, taken from one state of the index.</summary>
public sealed record SearchResults
{
    /// <summary>Documents that match the text and every filter; the pages together show this many.</summary>
    public required int Total { get; init; }

    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>Values of the facets that were asked for, by name, the most frequent first.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets { get; init; }

    /// <summary>The text as it was searched: encoding repaired, cut to the length that is searched.</summary>
    public required string Understood { get; init; }

    /// <summary>True when <see cref="Understood"/> has other letters than what was typed, so that the page says so.</summary>
    public required bool WasRepaired { get; init; }

    /// <summary>Words of the text that were also looked for under another name, so that the page says so.</summary>
    public IReadOnlyList<SynonymPair> Synonyms { get; init; } = [];

    /// <summary>
    /// What an indexed text says where it comes nearest to what was typed, when none says that itself: «หมายถึง … หรือไม่».
    /// The hits are those of what was typed.
    /// </summary>
    public string? DidYouMean { get; init; }

    /// <summary>Indexed words that look like the ones typed, nearest first, at most five. Empty unless nothing was found.</summary>
    public required IReadOnlyList<string> NearestWords { get; init; }
}

/// <param name="Count">
/// The <see cref="SearchResults.Total"/> of the same search with this value alone in its facet and the other facets kept.
/// </param>
/// <param name="With">The same with this value beside those that are chosen in its facet; <paramref name="Count"/> when none is.</param>
public readonly record struct FacetCount(string Value, int Count, int With);

/// <param name="Score">Comparable only within one answer; 0 when there was no text.</param>
/// <param name="Facts">What the document gave along.</param>
public sealed record SearchHit(
    string Id,
    string Key,
    string Type,
    string Title,
    string Url,
    float Score,
    string? Place,
    string Area,
    DateTimeOffset? Published,
    IReadOnlyDictionary<string, string> Facts,
    IReadOnlyList<TextRun> TitleRuns,
    IReadOnlyList<TextRun> Excerpt);

/// <summary>A piece of shown text. The pieces in order are the whole text; encode each before it becomes HTML.</summary>
/// <param name="Marked">True for the words that matched.</param>
public readonly record struct TextRun(string Text, bool Marked);
