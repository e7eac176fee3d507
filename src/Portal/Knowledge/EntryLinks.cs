using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>Links from one text to another page of the portal: who leads here, and which lead nowhere. Links to other sites are not followed.</summary>
public static class EntryLinks
{
    /// <summary>A page that more texts link to than this shows the first of them.</summary>
    public const int MostShown = 20;

    // Longer is no address of the portal.
    private const int PathLength = 300;

    /// <summary>Paths inside the portal that a text links to, each once, without what follows <c>?</c> or <c>#</c>, Thai letters as they are.</summary>
    public static IReadOnlyList<string> In(EntryContent content) =>
        [.. new[] { content.Body }.Concat(content.Lesson?.Steps.Select(s => s.Text) ?? []).SelectMany(MarkdownText.Links).Select(Path).OfType<string>().Distinct()];

    /// <summary>Live texts that link to this one, by today's address or a former one.</summary>
    public static async Task<IReadOnlyList<EntryRow>> LinkedFromAsync(this PortalDb db, Entry entry, CancellationToken cancellationToken)
    {
        if (entry.Slug is null)
        {
            return [];
        }

        var slugs = await db.Aliases.Where(a => a.EntryId == entry.Id).Select(a => a.Slug).ToListAsync(cancellationToken);
        var paths = slugs.Append(entry.Slug).Select(s => Urls.Entry(entry.Type, s)).ToList();
        return await db.LiveEntries()
            .Where(e => e.Id != entry.Id && db.References.Any(r => r.EntryId == e.Id && r.Kind == ReferenceKind.Link && paths.Contains(r.Key)))
            .OrderBy(e => e.SortKey)
            .Take(MostShown)
            .RowsAsync(db, cancellationToken);
    }

    /// <summary>Links of live texts that the actor writes which lead to no page, in the order of the texts' titles.</summary>
    public static async Task<IReadOnlyList<(EntryRow Entry, string Path)>> BrokenLinksAsync(this PortalDb db, Actor actor, CancellationToken cancellationToken)
    {
        var links = await db.EntriesFor(actor).AsNoTracking().Where(e => e.IsLive)
            .Join(db.References.Where(r => r.Kind == ReferenceKind.Link), e => e.Id, r => r.EntryId, (e, r) => new { e.Id, r.Key })
            .ToListAsync(cancellationToken);
        var dead = await db.DeadAsync([.. links.Select(l => l.Key).Distinct()], cancellationToken);
        var broken = links.FindAll(l => dead.Contains(l.Key)).ToLookup(l => l.Id, l => l.Key);
        var ids = broken.Select(b => b.Key).ToList();
        var rows = await db.LiveEntries().Where(e => ids.Contains(e.Id)).OrderBy(e => e.SortKey).RowsAsync(db, cancellationToken);
        return [.. rows.SelectMany(r => broken[r.Id].Order(StringComparer.Ordinal).Select(p => (r, p)))];
    }

    // Of the kinds of page that can be gone. Whatever else lies in the portal is there or was never an address.
    private static async Task<HashSet<string>> DeadAsync(this PortalDb db, IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        var dead = new HashSet<string>();
        foreach (var type in Enum.GetValues<EntryType>())
        {
            await LookAsync($"/{type.Code()}s/", async names => [
                .. await db.LiveEntries().Where(e => e.Type == type && names.Contains(e.Slug!)).Select(e => e.Slug!).ToListAsync(cancellationToken),
                .. await db.Aliases.Where(a => a.Type == type && names.Contains(a.Slug) && db.LiveEntries().Any(e => e.Id == a.EntryId)).Select(a => a.Slug).ToListAsync(cancellationToken),
                .. await db.LiveEntries().Where(e => e.Type == type && names.Contains(e.Key)).Select(e => e.Key).ToListAsync(cancellationToken)]);
        }

        await LookAsync("/topics/", async names => await db.Topics.Where(t => names.Contains(t.Slug)).Select(t => t.Slug).ToListAsync(cancellationToken));
        await LookAsync("/bases/", async names => await db.LearningBases.Where(b => names.Contains(b.Slug)).Select(b => b.Slug).ToListAsync(cancellationToken));
        await LookAsync("/sages/", async names => await db.PublicSages().Where(s => names.Contains(s.Code)).Select(s => s.Code).ToListAsync(cancellationToken));
        await LookAsync("/centres/", async names => await db.PublicCentres().Where(c => names.Contains(c.Slug) || names.Contains(c.Key)).SelectMany(c => new[] { c.Slug, c.Key }).ToListAsync(cancellationToken));
        return dead;

        async Task LookAsync(string start, Func<List<string>, Task<List<string>>> find)
        {
            // What lies below a page is the page's own.
            var names = paths.Where(p => p.StartsWith(start, StringComparison.Ordinal) && !p[start.Length..].Contains('/', StringComparison.Ordinal)).Select(p => p[start.Length..]).ToList();
            foreach (var batch in names.Chunk(500))
            {
                var there = await find([.. batch]);
                dead.UnionWith(batch.Except(there).Select(n => start + n));
            }
        }
    }

    private static string? Path(string address)
    {
        if (!address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal) || address.Length > PathLength * 9)
        {
            return null;
        }

        var path = Uri.UnescapeDataString(address.Split('?', '#')[0]).TrimEnd('/');
        return path.Length is 0 or > PathLength ? null : path;
    }
}
