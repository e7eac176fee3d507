using KhokNongNa.Portal.Searching;
using KhokNongNa.Search;

namespace KhokNongNa.Web.Site.Pages;

/// <summary>The ways on from a search: narrower, wider, in another order.</summary>
internal sealed class SearchLinks(SearchState state, FacetWords words)
{
    private const int MaxChoices = 12;

    // What readers narrow by first; the rest is folded until it is asked for.
    private static readonly string[] First = [Facets.Type, Facets.Topic];

    public IReadOnlyList<FacetGroup> Groups(SearchResults results) =>
    [
        .. SearchFacet.All.Select(f => Group(f, results)).Where(g => g.ClearUrl is not null || g.Choices.Any(c => c.Count < results.Total)),
    ];

    public IReadOnlyList<ChosenFilter> Chosen =>
    [
        .. from facet in SearchFacet.All
           from value in state.Of(facet.Name)
           select new ChosenFilter(facet.Title, words.Of(facet, value)!, Without(facet, value).Url()),
    ];

    public IReadOnlyList<SortChoice> Sorts =>
    [
        Sort(state.Text.Length > 0 ? "ตรงที่สุด" : "ตามปกติ", HitOrder.Relevance),
        Sort("ใหม่สุด", HitOrder.Newest),
        .. state.Near is null ? Array.Empty<SortChoice>() : [Sort("ใกล้สุด", HitOrder.Nearest)],
    ];

    /// <summary>To choosing a place, which leads back here.</summary>
    public string NearUrl => $"/near?back={Uri.EscapeDataString((state with { Order = HitOrder.Nearest, Near = null }).Url())}";

    private SortChoice Sort(string title, HitOrder order) => new(title, (state with { Order = order }).Url(), state.Order == order);

    private FacetGroup Group(SearchFacet facet, SearchResults results)
    {
        var counts = results.Facets.GetValueOrDefault(facet.Name, []).ToDictionary(c => c.Value, StringComparer.Ordinal);
        var choices = facet.Name == Facets.Topic ? Tree(facet, counts) : [.. counts.Values.Select(c => Choice(facet, c)).OfType<FacetChoice>()];
        return new(
            facet.Title,
            state.Of(facet.Name).Count > 0 ? state.With(facet.Name, []).Url() : null,
            facet.Values is null || facet.Name == Facets.Type ? Sorted(choices) : InOrder(facet, choices),
            state.Of(facet.Name).Count > 0 || First.Contains(facet.Name));
    }

    private List<FacetChoice> Tree(SearchFacet facet, Dictionary<string, FacetCount> counts)
    {
        var chosen = state.Of(facet.Name);
        return
        [
            .. from topic in words.Topics
               where counts.ContainsKey(topic.Key)
               let choice = Choice(facet, counts[topic.Key])
               let isOpen = chosen.Contains(topic.Key) || topic.Children.Any(c => chosen.Contains(c.Key))
               select choice with
               {
                   Below = isOpen ? Sorted([.. topic.Children.Where(c => counts.ContainsKey(c.Key)).Select(c => Choice(facet, counts[c.Key])!)]) : [],
               },
        ];
    }

    private FacetChoice? Choice(SearchFacet facet, FacetCount count)
    {
        var chosen = state.Of(facet.Name);
        var isChosen = chosen.Contains(count.Value);
        return words.Of(facet, count.Value) is not { } word ? null : new(
            word, count.Count, isChosen, (isChosen ? Without(facet, count.Value) : state.With(facet.Name, [count.Value])).Url())
        {
            AlsoUrl = isChosen || chosen.Count == 0 || count.With == count.Count ? null : state.With(facet.Name, [.. chosen, count.Value]).Url(),
            AlsoCount = count.With,
        };
    }

    private SearchState Without(SearchFacet facet, string value) => state.With(facet.Name, [.. state.Of(facet.Name).Where(v => v != value)]);

    private static IReadOnlyList<FacetChoice> Sorted(List<FacetChoice> choices) =>
    [
        .. choices.OrderByDescending(c => c.IsChosen || c.Below.Count > 0)
            .ThenByDescending(c => c.Count)
            .ThenBy(c => c.Title, Thai.ThaiSort.Comparer)
            .Take(MaxChoices),
    ];

    private static IReadOnlyList<FacetChoice> InOrder(SearchFacet facet, List<FacetChoice> choices) =>
        [.. facet.Values!.SelectMany(v => choices.Where(c => c.Title == v.Word))];
}
