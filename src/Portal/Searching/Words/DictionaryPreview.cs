using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Searching.Gaps;
using KhokNongNa.Search;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Searching.Words;

/// <summary>A text that would be cut into words otherwise than today.</summary>
public sealed record CutChange(string Text, string Before, string After);

/// <summary>What a question finds today, and would find.</summary>
/// <param name="Came">Titles new among the first ten.</param>
/// <param name="Left">Titles no longer among them.</param>
/// <param name="IsReordered">The same first ten, in another order.</param>
public sealed record ResultChange(string Query, int Before, int After, IReadOnlyList<string> Came, IReadOnlyList<string> Left, bool IsReordered)
{
    public bool IsNone => Before == After && !IsReordered && Came.Count + Left.Count == 0;
}

/// <param name="Texts">Titles and questions that were looked at.</param>
/// <param name="IsKnown">It came with the portal, so that nothing changes.</param>
/// <param name="Results"><c>null</c> → there are too many texts to try it on; they show after the next index.</param>
public sealed record DictionaryPreview(int Texts, bool IsKnown, IReadOnlyList<CutChange> Cuts, IReadOnlyList<ResultChange>? Results);

/// <summary>Shows what a change to the dictionary does, before it is made.</summary>
public sealed class DictionaryTrial(PortalDb db, SearchIndex index, IEnumerable<ISearchSource> sources)
{
    private const int MostTexts = 50;
    private const int MostQuestions = 8;
    private const int MostSamples = 10;

    /// <param name="id">The word that is changed; <c>null</c> → a new one.</param>
    /// <param name="samples">Questions to try, a line each.</param>
    /// <exception cref="PortalException">It is no word, or the actor does not run the portal.</exception>
    public async Task<DictionaryPreview> OfWordAsync(Guid? id, string text, string samples, Actor by, CancellationToken cancellationToken)
    {
        var word = DictionaryWord.Add(text, by, DateTimeOffset.UnixEpoch);
        if (id is null)
        {
            await db.DemandNewAsync(word, cancellationToken);
        }

        var others = await db.DictionaryWords.Where(w => w.Id != id).Select(w => w.Text).ToListAsync(cancellationToken);
        var (today, then) = (await db.LexiconAsync(cancellationToken), EffectiveWords.Lexicon([.. others, word.Text]));
        var questions = await QuestionsAsync(samples, [word.Key], by, cancellationToken);
        var titles = await db.LiveEntries().Where(e => e.Title.Contains(word.Text)).OrderBy(e => e.Id).Select(e => e.Title).Take(MostTexts).ToListAsync(cancellationToken);
        List<string> texts = [.. questions.Concat(titles).Distinct()];
        return new(
            texts.Count,
            ThaiLexicon.Domain.Words.Contains(word.Key),
            [.. texts.Select(t => new CutChange(t, Cut(t, today), Cut(t, then))).Where(c => c.Before != c.After)],
            await ResultsAsync(questions, then, index.Synonyms, cancellationToken));
    }

    /// <inheritdoc cref="OfWordAsync"/>
    public async Task<DictionaryPreview> OfSynonymsAsync(
        Guid? id, string from, string to, bool isMutual, string samples, Actor by, CancellationToken cancellationToken)
    {
        var pair = SynonymPair.Add(from, to, isMutual, by, DateTimeOffset.UnixEpoch);
        if (id is null)
        {
            await db.DemandNewAsync(pair, cancellationToken);
        }

        var others = await db.SynonymPairs.AsNoTracking().Where(p => p.Id != id).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        var questions = await QuestionsAsync(samples, isMutual ? [pair.FromKey, pair.ToKey] : [pair.FromKey], by, cancellationToken);
        return new(
            questions.Count,
            IsShipped(pair.FromKey, pair.ToKey) && (!isMutual || IsShipped(pair.ToKey, pair.FromKey)),
            [],
            await ResultsAsync(questions, await db.LexiconAsync(cancellationToken), EffectiveWords.Synonyms([.. others, pair]), cancellationToken));
    }

    private static bool IsShipped(string fromKey, string toKey) =>
        Synonyms.Default.Pairs.Any(p => DictionaryRules.Key(p.From) == fromKey && DictionaryRules.Key(p.To) == toKey);

    // What was given, the words themselves, and what people asked with them.
    private async Task<List<string>> QuestionsAsync(string samples, string[] keys, Actor by, CancellationToken cancellationToken)
    {
        var asked = new List<string>();
        foreach (var key in keys)
        {
            asked.AddRange(await db.AskedWithAsync(by, key, MostQuestions, cancellationToken));
        }

        return
        [
            .. samples.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Take(MostSamples)
                .Concat(keys)
                .Concat(asked.Take(MostQuestions))
                .Select(q => ThaiText.Normalize(q.Length > 200 ? q[..200] : q))
                .Distinct(),
        ];
    }

    private async Task<IReadOnlyList<ResultChange>?> ResultsAsync(
        List<string> questions, ThaiLexicon lexicon, Synonyms synonyms, CancellationToken cancellationToken)
    {
        using var trial = await TrialIndex.MakeAsync(db, sources, lexicon, synonyms, cancellationToken);
        return trial is null ? null : [.. questions.Select(q => Change(q, index.Search(Ask(q)), trial.Search(Ask(q)))).Where(c => !c.IsNone)];
    }

    private static ResultChange Change(string query, SearchResults before, SearchResults after)
    {
        List<string> first = [.. before.Hits.Select(h => h.Title)], then = [.. after.Hits.Select(h => h.Title)];
        List<string> came = [.. then.Except(first)], left = [.. first.Except(then)];
        return new(query, before.Total, after.Total, came, left, came.Count + left.Count == 0 && !first.SequenceEqual(then));
    }

    private static SearchRequest Ask(string query) => new() { Text = query, Size = 10 };

    private static string Cut(string text, ThaiLexicon lexicon)
    {
        var folded = ThaiText.Fold(ThaiText.Normalize(text));
        return string.Join(" | ", ThaiWords.Segment(folded, lexicon).Select(w => folded.Substring(w.Start, w.Length)));
    }
}
