using KhokNongNa.Portal.Data;
using KhokNongNa.Search;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Searching.Words;

/// <summary>What the index works with: the words that come with the portal and those that its people added.</summary>
public static class EffectiveWords
{
    public static async Task<ThaiLexicon> LexiconAsync(this PortalDb db, CancellationToken cancellationToken) =>
        Lexicon(await db.DictionaryWords.Select(w => w.Text).ToListAsync(cancellationToken));

    public static async Task<Synonyms> SynonymsAsync(this PortalDb db, CancellationToken cancellationToken) =>
        Synonyms(await db.SynonymPairs.AsNoTracking().OrderBy(p => p.Id).ToListAsync(cancellationToken));

    internal static ThaiLexicon Lexicon(IReadOnlyCollection<string> added) => added.Count > 0 ? ThaiLexicon.Domain.With(added) : ThaiLexicon.Domain;

    // Of many words for one thing the first few are looked for: the portal's own come before those of the library.
    internal static Synonyms Synonyms(IEnumerable<SynonymPair> added) =>
        Search.Synonyms.Parse(string.Join('\n', added.Select(Line))).With(Search.Synonyms.Default);

    /// <summary>The pair as a line of a list.</summary>
    internal static string Line(SynonymPair pair) => $"{pair.From} {(pair.IsMutual ? '=' : '>')} {pair.To}";
}
