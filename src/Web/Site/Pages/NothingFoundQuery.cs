using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Searching;
using KhokNongNa.Search;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Site.Pages;

/// <summary>Where somebody can go who found nothing: nearer words, topics, people.</summary>
internal sealed class NothingFoundQuery(PortalDb db, SearchIndex index, FacetWords words)
{
    private const int MostTopics = 4;

    private const int MostSages = 3;

    public async Task<NothingFound> RunAsync(SearchState state, SearchResults results, CancellationToken cancellationToken)
    {
        var unfiltered = state.Chosen.Count > 0 && state.Text.Length > 0 ? index.Search(state.Unfiltered.Request(1)).Total : 0;
        List<string> texts = [state.Text, .. results.DidYouMean is { } meant ? [meant] : Array.Empty<string>(), .. results.NearestWords];
        var topics = texts.Where(t => t.Length > 0).Select(Topics).FirstOrDefault(found => found.Count > 0) ?? [];
        return new(
            unfiltered > 0 ? new Link(state.Text, state.Unfiltered.Url()) : null,
            unfiltered,
            [.. results.NearestWords.Select(w => new Link(w, (state.Unfiltered with { Text = w }).Url()))],
            [.. topics.Select(t => new Link(t.Title, t.Url))],
            await SagesAsync([.. topics.SelectMany(t => t.Children.Select(c => c.Key).Prepend(t.Key))], cancellationToken));
    }

    /// <summary>Topics that a text names, or else those that the texts are in which it finds.</summary>
    private List<TopicCard> Topics(string text)
    {
        var found = index.Search(new SearchRequest { Text = text, Facets = [new(Facets.Type, "topic"), new(Facets.Topic)], Size = MostTopics });
        var keys = found.Total > 0
            ? found.Hits.Select(h => h.Id)
            : index.Search(new SearchRequest { Text = text, Facets = [new(Facets.Topic)], Size = 1 }).Facets[Facets.Topic].Select(t => t.Value);
        var all = words.Topics.Concat(words.Topics.SelectMany(t => t.Children)).ToLookup(t => t.Key);
        return [.. keys.SelectMany(k => all[k]).Take(MostTopics)];
    }

    private async Task<IReadOnlyList<SageCard>> SagesAsync(List<string> topics, CancellationToken cancellationToken) =>
        topics.Count == 0
            ? []
            : await db.SagesToAsk()
                .Where(s => s.TopicKeys.Any(k => topics.Contains(k)))
                .OrderBy(s => s.SortKey)
                .Take(MostSages)
                .CardsAsync(db, cancellationToken);
}
