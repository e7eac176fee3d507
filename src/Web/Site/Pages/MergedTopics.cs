using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using Microsoft.AspNetCore.WebUtilities;

namespace KhokNongNa.Web.Site.Pages;

/// <summary>Addresses of lists that are narrowed to a topic which went into another.</summary>
internal static class MergedTopics
{
    /// <summary>The same address with today's topics; <c>null</c> when it names no merged one.</summary>
    public static async Task<string?> AddressAsync(PortalDb db, HttpRequest request, FacetWords words, CancellationToken cancellationToken)
    {
        var chosen = request.Query["topic"];
        if (chosen.All(key => key is null || words.Topic(key) is not null))
        {
            return null;
        }

        var merged = await db.MergedTopicsAsync(cancellationToken);
        return chosen.Any(key => key is not null && merged.ContainsKey(key))
            ? QueryHelpers.AddQueryString(request.Path, request.Query
                .SelectMany(p => p.Value, (p, value) => new KeyValuePair<string, string?>(p.Key, p.Key == "topic" && value is not null ? merged.GetValueOrDefault(value, value) : value))
                .Distinct())
            : null;
    }
}
