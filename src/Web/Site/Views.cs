using KhokNongNa.Portal.Reading;
using KhokNongNa.Search;

namespace KhokNongNa.Web.Site;

// With the records of KhokNongNa.Portal.Reading, the contract between the portal and its themes; see themes/README.md.

/// <summary>All lessons, or all articles, a page at a time.</summary>
/// <param name="Url">Address of the list; pages are <c>?page=2</c>.</param>
/// <param name="Near">The chosen place; the list begins there.</param>
public sealed record TextsView(string Title, string Line, string Url, Paged<EntryCard> Texts, NearPlace? Near = null);

public sealed record TopicsView(IReadOnlyList<TopicCard> Topics, IReadOnlyList<Link> Bases);

/// <param name="Near">The chosen place; the list begins there.</param>
public sealed record SagesView(IReadOnlyList<SageCard> Sages, NearPlace? Near = null);

/// <param name="Near">The chosen place; the list begins there.</param>
public sealed record CentresView(IReadOnlyList<CentreCard> Centres, NearPlace? Near = null);

/// <summary>Choosing a place.</summary>
/// <param name="Back">Path of the page that asked, which will show what is near.</param>
public sealed record NearPageView(NearChoiceView Choices, string Back);

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
    IReadOnlyList<string> Examples);

/// <summary>One result.</summary>
/// <param name="TypeName">«บทเรียน», «ปราชญ์» …</param>
public sealed record SearchLine(SearchHit Hit, string TypeName);

/// <summary>Filters of one kind as plain words with counts.</summary>
/// <param name="ClearUrl">The search without this filter; <c>null</c> when it is not set.</param>
public sealed record FacetGroup(string Title, string? ClearUrl, IReadOnlyList<FacetChoice> Choices);

/// <param name="Count">Results when this is chosen.</param>
/// <param name="Url">Chooses it, or takes it back when it is chosen.</param>
public sealed record FacetChoice(string Title, int Count, bool IsChosen, string Url);

/// <summary>Something did not go as wished.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="What">What happened, and that nothing was lost.</param>
/// <param name="Next">What to do now.</param>
public sealed record ProblemView(int Status, string Title, string What, string Next);

/// <summary>The form for how pages look.</summary>
/// <param name="Now">What is chosen.</param>
/// <param name="Back">Path of the page that the reader came from.</param>
public sealed record DisplayView(Display Now, string Back);
