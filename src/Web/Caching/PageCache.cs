using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Caching;

/// <summary>Anonymous pages are kept for at most thirty seconds; the journal drops them sooner.</summary>
public static class PageCache
{
    public const string Policy = "public";

    /// <summary>Tag of pages that list things.</summary>
    public const string Lists = "lists";

    /// <summary>Tag of every kept page.</summary>
    public const string All = "all";

    public static void AddPageCache(this WebApplicationBuilder builder)
    {
        builder.Services.AddOutputCache(cache =>
        {
            cache.SizeLimit = 64 * 1024 * 1024;
            cache.MaximumBodySize = 1024 * 1024;
            cache.AddPolicy(Policy, new PublicPagePolicy());
        });
        builder.Services.AddResponseCompression(compression =>
        {
            // Public pages hold no secret beside what the reader typed, so there is nothing for a compression oracle to learn.
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html"];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(o => o.Level = System.IO.Compression.CompressionLevel.Optimal);
        builder.Services.AddNodeFollower<PageCacheFollower>();
        builder.Services.AddSingleton<ViewStore>();
        builder.Services.AddScoped<KeptViews>();
    }

    /// <summary>Kept pages lie compressed and with their ETag.</summary>
    public static void UsePageCache(this WebApplication app)
    {
        app.UseOutputCache();
        app.UseWhen(context => context.IsPublicPage(), branch =>
        {
            branch.UseMiddleware<PageTag>();
            branch.UseResponseCompression();
        });
    }

    /// <summary>Says what a page shows, so that a change to any of it drops the page.</summary>
    public static void Shows(this HttpContext context, params IEnumerable<string> tags)
    {
        if (context.Features.Get<IOutputCacheFeature>() is { } feature)
        {
            foreach (var tag in tags)
            {
                feature.Context.Tags.Add(tag);
            }
        }
    }

    internal static bool IsPublicPage(this HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PublicPageMark>() is not null;
}

/// <summary>Marks the endpoints that readers see.</summary>
internal sealed class PublicPageMark;

/// <summary>Drops kept pages when the journal says that what they show has changed.</summary>
public sealed class PageCacheFollower(IOutputCacheStore store) : INodeFollower
{
    // Kept pages live in this process: they can show nothing older than its start.
    public async Task<long> StartAsync(PortalDb db, CancellationToken cancellationToken) => (await db.JournalHeadAsync(cancellationToken)).Seq;

    public async Task FollowAsync(PortalDb db, IReadOnlyList<Happening> batch, CancellationToken cancellationToken)
    {
        // Drafts and reviews change nothing that readers see; an entry coming or going changes its page and the lists. Whatever
        // happens to a person, a place or a topic may show anywhere, and so may what happens to the portal as a whole.
        var entries = batch.Where(h => h.SubjectType == Subjects.Entry && IsSeen(h.Verb)).ToList();
        if (batch.Any(h => h.SubjectType == Subjects.Asset && h.Verb != Verbs.AssetEvidenceSeen.Name) || batch.Any(h => h.SubjectType is Subjects.Portal or Subjects.Sage or Subjects.Centre or Subjects.Plot or Subjects.Directive or Subjects.Topic or Subjects.Snippet or Subjects.LearningBase) || entries.Count > 100 || await AnyPageAsync(entries))
        {
            await store.EvictByTagAsync(PageCache.All, cancellationToken);
            return;
        }

        foreach (var id in entries.Select(h => h.SubjectId).Distinct())
        {
            await store.EvictByTagAsync(id.ToString(), cancellationToken);
        }

        if (entries.Count > 0)
        {
            await store.EvictByTagAsync(PageCache.Lists, cancellationToken);
        }

        // They stand in the footer of every page.
        async Task<bool> AnyPageAsync(List<Happening> happened)
        {
            var ids = happened.ConvertAll(h => h.SubjectId);
            return ids.Count > 0 && await db.Entries.IgnoreQueryFilters().AnyAsync(e => e.Type == EntryType.Page && ids.Contains(e.Id), cancellationToken);
        }
    }

    public Task RestAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsSeen(string verb) => verb == Verbs.EntryPublished.Name || verb == Verbs.EntryArchived.Name || verb == Verbs.EntryHidden.Name || verb == Verbs.EntryShown.Name || verb == Verbs.EntryPlaced.Name;
}
