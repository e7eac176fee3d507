using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>Where a snippet is used.</summary>
/// <param name="Live">Texts before readers, which a change of it touches at once.</param>
/// <param name="Drafts">Latest wordings that name it and are not what readers see.</param>
/// <param name="Texts">The first of them that the actor may see.</param>
public sealed record SnippetUses(int Live, int Drafts, IReadOnlyList<EntryRow> Texts)
{
    private const int Shown = 30;

    public static async Task<SnippetUses> OfAsync(PortalDb db, string key, Actor actor, CancellationToken cancellationToken)
    {
        var live = db.Entries.AsNoTracking().Where(e => e.IsLive && db.References.Any(r => r.EntryId == e.Id && r.Kind == ReferenceKind.Snippet && r.Key == key));
        // Only what is being worked on has to be read to the ground; what is live is counted by its references.
        var drafts = (await db.Entries.AsNoTracking().Where(e => !e.IsLive || e.LiveNumber != e.LatestNumber)
            .Join(db.Revisions, e => new { e.Id, Number = e.LatestNumber }, r => new { Id = r.EntryId, r.Number }, (e, r) => new { e.Id, r.Content })
            .ToListAsync(cancellationToken)).FindAll(d => MarkdownText.Pieces(d.Content.Body).Contains(key)).ConvertAll(d => d.Id);
        var used = await live.Select(e => e.Id).ToListAsync(cancellationToken);
        List<Guid> all = [.. used.Union(drafts)];
        var seen = db.LiveEntries().Where(e => used.Contains(e.Id)).Select(e => e.Id).Union(db.EntriesFor(actor).Where(e => all.Contains(e.Id)).Select(e => e.Id));
        return new(
            used.Count,
            drafts.Except(used).Count(),
            await db.Entries.AsNoTracking().Where(e => seen.Contains(e.Id)).OrderBy(e => e.SortKey).Take(Shown).RowsAsync(db, cancellationToken));
    }
}

/// <summary>Reads of snippets.</summary>
public static class SnippetQueries
{
    /// <summary>All, in the order of their names, and how many live texts use each.</summary>
    public static async Task<IReadOnlyList<(Snippet Snippet, int Live)>> SnippetsAsync(this PortalDb db, CancellationToken cancellationToken)
    {
        var used = await db.References.Where(r => r.Kind == ReferenceKind.Snippet && db.Entries.Any(e => e.Id == r.EntryId && e.IsLive))
            .GroupBy(r => r.Key).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return [.. (await db.Snippets.AsNoTracking().OrderBy(s => s.SortKey).ToListAsync(cancellationToken)).Select(s => (s, used.GetValueOrDefault(s.Key)))];
    }

    /// <summary>What the snippets that bodies name say today, by code.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> PiecesAsync(this PortalDb db, IEnumerable<string> bodies, CancellationToken cancellationToken)
    {
        List<string> keys = [.. bodies.SelectMany(MarkdownText.Pieces).Distinct()];
        return keys.Count == 0
            ? new Dictionary<string, string>()
            : await db.Snippets.Where(s => keys.Contains(s.Key)).ToDictionaryAsync(s => s.Key, s => s.Body, cancellationToken);
    }
}
