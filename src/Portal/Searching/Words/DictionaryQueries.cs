using KhokNongNa.Portal.Data;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Searching.Words;

/// <summary>Reads of the dictionary that people made, in dictionary order.</summary>
public static class DictionaryQueries
{
    public const int PageSize = 50;

    /// <param name="text">Part of a word; empty → all.</param>
    /// <param name="page">1-based; beyond the end stands the last page.</param>
    public static Task<(IReadOnlyList<DictionaryWord> Rows, int Total)> WordsAsync(this PortalDb db, string text, int page, CancellationToken cancellationToken)
    {
        var part = Part(text);
        return PageAsync(db.DictionaryWords.AsNoTracking().Where(w => w.Key.Contains(part)).OrderBy(w => w.SortKey).ThenBy(w => w.Id), page, cancellationToken);
    }

    /// <inheritdoc cref="WordsAsync"/>
    public static Task<(IReadOnlyList<SynonymPair> Rows, int Total)> SynonymsAsync(this PortalDb db, string text, int page, CancellationToken cancellationToken)
    {
        var part = Part(text);
        return PageAsync(
            db.SynonymPairs.AsNoTracking().Where(p => p.FromKey.Contains(part) || p.ToKey.Contains(part)).OrderBy(p => p.SortKey).ThenBy(p => p.Id),
            page,
            cancellationToken);
    }

    private static string Part(string text) => DictionaryRules.Key(ThaiText.Normalize(text).Trim());

    private static async Task<(IReadOnlyList<T> Rows, int Total)> PageAsync<T>(IQueryable<T> all, int page, CancellationToken cancellationToken)
    {
        var total = await all.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        return (await all.Skip((Math.Clamp(page, 1, pages) - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken), total);
    }
}
