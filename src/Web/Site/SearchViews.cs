using KhokNongNa.Portal.Reading;
using KhokNongNa.Search;

namespace KhokNongNa.Web.Site;

// Part of the contract between the portal and its themes; see themes/README.md.

/// <summary>The search page: with nothing asked, with results, or with none.</summary>
/// <param name="Text">What was typed, as typed; cut when it was too long.</param>
/// <param name="Results"><c>null</c> when nothing was asked.</param>
/// <param name="Notice">A sentence about the question, such as that it was cut; empty when there is nothing to say.</param>
/// <param name="Pages">1-based page and number of pages.</param>
/// <param name="Topics">First-level topics, as a way on when nothing was found or asked.</param>
/// <param name="Examples">Searches worth trying.</param>
public sealed record SearchView(
    string Text,
    SearchResults? Results,
    string Notice,
    IReadOnlyList<FacetGroup> Facets,
    IReadOnlyList<SearchLine> Lines,
    int Page,
    int Pages,
    Func<int, string> PageUrl,
    IReadOnlyList<TopicCard> Topics,
    IReadOnlyList<string> Examples)
{
    /// <summary>What the results are filtered by, each with the way back.</summary>
    public IReadOnlyList<ChosenFilter> Chosen { get; init; } = [];

    public IReadOnlyList<SortChoice> Sorts { get; init; } = [];

    /// <summary>Leads to choosing a place, and back to these results from there outwards.</summary>
    public string NearUrl { get; init; } = "/near";

    /// <summary>The chosen place.</summary>
    public NearPlace? Near { get; init; }

    /// <summary>«หมายถึง … หรือไม่»</summary>
    public Link? DidYouMean { get; init; }

    /// <summary>Ways on; only when nothing was found.</summary>
    public NothingFound? WaysOn { get; init; }
}

/// <summary>One result.</summary>
/// <param name="TypeName">«บทเรียน», «ปราชญ์» …</param>
/// <param name="Minutes">Minutes at work, of a lesson.</param>
/// <param name="Baht">What a lesson costs.</param>
/// <param name="Date">Of what has one that matters: articles, letters.</param>
public sealed record SearchLine(SearchHit Hit, string TypeName, int? Minutes = null, decimal? Baht = null, DateTimeOffset? Date = null);

/// <summary>Filters of one kind as plain words with counts.</summary>
/// <param name="ClearUrl">The search without this filter; <c>null</c> when it is not set.</param>
/// <param name="IsOpen">Whether its values are in sight at once.</param>
public sealed record FacetGroup(string Title, string? ClearUrl, IReadOnlyList<FacetChoice> Choices, bool IsOpen = true);

/// <param name="Count">Results when this is chosen.</param>
/// <param name="Url">Chooses it alone among its kind, or takes it back when it is chosen.</param>
public sealed record FacetChoice(string Title, int Count, bool IsChosen, string Url)
{
    /// <summary>Chooses it beside those of its kind that are chosen; <c>null</c> when none is.</summary>
    public string? AlsoUrl { get; init; }

    /// <summary>Results then.</summary>
    public int AlsoCount { get; init; }

    /// <summary>What lies below it in a tree.</summary>
    public IReadOnlyList<FacetChoice> Below { get; init; } = [];
}

/// <param name="Url">The search without it.</param>
public sealed record ChosenFilter(string Kind, string Title, string Url);

/// <summary>An order of the results.</summary>
public sealed record SortChoice(string Title, string Url, bool IsChosen);

/// <param name="Unfiltered">The same words without filters; <c>null</c> when there are none, or nothing is found without them either.</param>
/// <param name="UnfilteredCount">Results then.</param>
/// <param name="Words">Words of the texts that look like what was typed.</param>
/// <param name="Topics">Topics that fit what was typed.</param>
/// <param name="Sages">Who knows about them; when nobody does, nobody.</param>
public sealed record NothingFound(
    Link? Unfiltered, int UnfilteredCount, IReadOnlyList<Link> Words, IReadOnlyList<Link> Topics, IReadOnlyList<SageCard> Sages);
