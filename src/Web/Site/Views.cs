using KhokNongNa.Portal.Reading;
using Microsoft.AspNetCore.WebUtilities;

namespace KhokNongNa.Web.Site;

// With the records of KhokNongNa.Portal.Reading, the contract between the portal and its themes; see themes/README.md.

/// <summary>All lessons, or all articles, a page at a time.</summary>
/// <param name="Url">Address of the list; pages are <c>?page=2</c>.</param>
/// <param name="Near">The chosen place; the list begins there.</param>
public sealed record TextsView(string Title, string Line, string Url, Paged<EntryCard> Texts, NearPlace? Near = null);

public sealed record TopicsView(IReadOnlyList<TopicCard> Topics, IReadOnlyList<Link> Bases);

/// <summary>The directory of sages, a page at a time.</summary>
/// <param name="List">In groups from the chosen place outwards, or in one; the deceased are the last group.</param>
public sealed record SagesView(Paged<SageGroup> List, Func<int, string> PageUrl)
{
    /// <summary>What it can be narrowed by.</summary>
    public IReadOnlyList<FacetGroup> Facets { get; init; } = [];

    /// <summary>What it is narrowed by, each with the way back.</summary>
    public IReadOnlyList<ChosenFilter> Chosen { get; init; } = [];

    /// <summary>The chosen place; the list begins there.</summary>
    public NearPlace? Near { get; init; }

    /// <summary>Everybody.</summary>
    public string Unfiltered { get; init; } = "/sages";

    /// <summary>The same list without the chosen place.</summary>
    public string Back { get; init; } = "/sages";
}

/// <param name="Near">The chosen place; the list begins there.</param>
public sealed record CentresView(IReadOnlyList<CentreCard> Centres, NearPlace? Near = null);

/// <summary>Choosing a place.</summary>
/// <param name="Back">Address of the page that asked, which will show what is near.</param>
public sealed record NearPageView(NearChoiceView Choices, string Back)
{
    /// <summary>The page that asked, with a place. On the first page what is near stands below.</summary>
    public string Go(string code) => QueryHelpers.AddQueryString(Back, "near", code) + (Back == "/" ? "#near" : "");
}

/// <summary>Something did not go as wished.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="What">What happened, and that nothing was lost.</param>
/// <param name="Next">What to do now.</param>
public sealed record ProblemView(int Status, string Title, string What, string Next);

/// <summary>The form for how pages look.</summary>
/// <param name="Now">What is chosen.</param>
/// <param name="Back">Path of the page that the reader came from.</param>
public sealed record DisplayView(Display Now, string Back);

/// <summary>The form to report a page.</summary>
/// <param name="Address">Path of the page.</param>
/// <param name="Id">Of this report: the same form sent twice is one.</param>
public sealed record ReportView(string Address, string Title, Guid Id)
{
    public KhokNongNa.Portal.Reports.ReportReason? Reason { get; init; }

    public string Text { get; init; } = "";

    public string Phone { get; init; } = "";

    public IReadOnlyList<(string Field, string Message)> Wrong { get; init; } = [];

    /// <summary>Whether it was taken in.</summary>
    public bool IsSent { get; init; }
}
