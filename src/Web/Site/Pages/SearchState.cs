using System.Globalization;
using KhokNongNa.Portal.Network;
using KhokNongNa.Search;
using Microsoft.AspNetCore.WebUtilities;

namespace KhokNongNa.Web.Site.Pages;

/// <summary>
/// A search as its address holds it: every filter, order and page is a link, so that searching works without script. What the address
/// says and the portal does not know is passed over.
/// </summary>
/// <param name="Chosen">Values by facet; only facets that filter.</param>
/// <param name="Near">The chosen place.</param>
internal sealed record SearchState(string Text, IReadOnlyDictionary<string, IReadOnlyList<string>> Chosen, HitOrder Order, Neighbourhood? Near)
{
    public const int PageSize = 10;

    /// <summary>Values of one facet that are looked at.</summary>
    private const int MaxChosen = 10;

    public bool IsEmpty => Text.Length == 0 && Chosen.Count == 0;

    public static SearchState Parse(string text, IQueryCollection query, FacetWords words, Neighbourhood? near) => new(
        text,
        SearchFacet.All
            .Select(facet => (facet.Name, Values: (IReadOnlyList<string>)[.. query[facet.Name].OfType<string>().Where(v => words.Of(facet, v) is not null).Distinct().Take(MaxChosen)]))
            .Where(facet => facet.Values.Count > 0)
            .ToDictionary(facet => facet.Name, facet => facet.Values),
        (string?)query["sort"] switch
        {
            "new" => HitOrder.Newest,
            "near" when near is not null => HitOrder.Nearest,
            _ => HitOrder.Relevance,
        },
        near);

    public SearchRequest Request(int page) => new()
    {
        Text = Text,
        Facets = [.. SearchFacet.All.Select(facet => new FacetFilter(facet.Name, Of(facet.Name)))],
        Order = Order,
        Distance = Near is null ? null : area => (int)Near.Of(area),
        Page = page,
        Size = PageSize,
    };

    public IReadOnlyList<string> Of(string facet) => Chosen.GetValueOrDefault(facet, []);

    public SearchState With(string facet, IReadOnlyList<string> values)
    {
        var chosen = new Dictionary<string, IReadOnlyList<string>>(Chosen);
        chosen.Remove(facet);
        if (values.Count > 0)
        {
            chosen[facet] = values;
        }

        return this with { Chosen = chosen };
    }

    public SearchState Unfiltered => this with { Chosen = new Dictionary<string, IReadOnlyList<string>>() };

    public string Url(int page = 1)
    {
        List<KeyValuePair<string, string?>> query = [];
        query.AddRange(Text.Length > 0 ? [new("q", Text)] : []);
        query.AddRange(SearchFacet.All.SelectMany(f => Of(f.Name), (f, value) => new KeyValuePair<string, string?>(f.Name, value)));
        query.AddRange(Order switch { HitOrder.Newest => [new("sort", "new")], HitOrder.Nearest => [new("sort", "near")], _ => Array.Empty<KeyValuePair<string, string?>>() });
        query.AddRange(Near is { } near ? [new("near", near.Code)] : []);
        query.AddRange(page > 1 ? [new("page", page.ToString(CultureInfo.InvariantCulture))] : []);
        return QueryHelpers.AddQueryString("/search", query);
    }
}
