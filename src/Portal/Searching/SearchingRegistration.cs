using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Searching.Gaps;
using KhokNongNa.Portal.Searching.Words;
using KhokNongNa.Search;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Portal.Searching;

public static class SearchingRegistration
{
    /// <param name="folder">Folder of this node's index; nobody else may use it.</param>
    public static IServiceCollection AddSearching(this IServiceCollection services, string folder) => services
        .AddSingleton(provider => Open(folder, provider))
        .AddSingleton<ISearchSource, EntrySource>()
        .AddSingleton<ISearchSource, SageSource>()
        .AddSingleton<ISearchSource, CentreSource>()
        .AddSingleton<ISearchSource, TopicSource>()
        .AddSingleton<ISearchSource, BaseSource>()
        .AddSingleton<ISearchSource, DirectiveSource>()
        .AddNodeFollower<IndexFollower>()
        .AddScoped<DictionaryTrial>()
        .AddSingleton<GapLog>()
        .AddSingleton<GapWriter>()
        .AddHostedService<GapLoop>();

    /// <summary>Asks every running node to rebuild its index; with none running, the next start does it before it is ready.</summary>
    public static Task RequestReindexAsync(this PortalDb db, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                db.Note(Verbs.ReindexRequested, by, now);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    // An index made with other words would start empty, so they are read before it is opened.
    private static SearchIndex Open(string folder, IServiceProvider provider)
    {
        using var scope = provider.CreateScope();
        return SearchIndex.Open(folder, EffectiveWords.Lexicon([.. scope.ServiceProvider.GetRequiredService<PortalDb>().DictionaryWords.Select(w => w.Text)]));
    }
}
