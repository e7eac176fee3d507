using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Searching;
using KhokNongNa.Web.Caching;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Site.Pages;

/// <summary>What the values of facets are called.</summary>
internal sealed class FacetWords(IReadOnlyList<TopicCard> topics, Dictionary<string, string> bases, Dictionary<string, string> districts)
{
    private readonly Dictionary<string, string> _topics =
        topics.Concat(topics.SelectMany(t => t.Children)).DistinctBy(t => t.Key).ToDictionary(t => t.Key, t => t.Title, StringComparer.Ordinal);

    public IReadOnlyList<TopicCard> Topics => topics;

    public static async Task<FacetWords> ReadAsync(PortalDb db, KeptViews views, CancellationToken cancellationToken) =>
        (await views.ReadAsync(
            "facets",
            async () => new FacetWords(
                await db.TopicTreeAsync(cancellationToken),
                await db.LearningBases.ToDictionaryAsync(b => b.Key, b => b.Title, cancellationToken),
                (await db.Areas.AsNoTracking().Where(a => a.Code.Length == 4).ToListAsync(cancellationToken)).ToDictionary(a => a.Code, a => a.ShortName)),
            cancellationToken))!;

    /// <summary><c>null</c> for what is no topic.</summary>
    public string? Topic(string key) => _topics.GetValueOrDefault(key);

    /// <summary><c>null</c> for what is no value of the facet.</summary>
    public string? Of(SearchFacet facet, string value) => facet.Name switch
    {
        Facets.Topic => _topics.GetValueOrDefault(value),
        Facets.Base => bases.GetValueOrDefault(value),
        Facets.District => districts.GetValueOrDefault(value),
        _ => facet.Word(value),
    };
}
