using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers.Duplicates;
using KhokNongNa.Search;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Searching;

/// <summary>Live lessons, articles and pages; also found by their topics' other words, their place, and sages who may be named.</summary>
internal sealed class EntrySource : ISearchSource
{
    public string KeyOf(Guid id) => $"entry:{id:N}";

    public async Task<IReadOnlyCollection<Guid>> TouchedAsync(PortalDb db, IReadOnlyList<Happening> happenings, CancellationToken cancellationToken)
    {
        var touched = happenings.Of(Subjects.Entry).ToHashSet();
        var topics = await Keys(db.Topics, happenings.Of(Subjects.Topic)).ToListAsync(cancellationToken);
        var sages = happenings.Of(Subjects.Sage);
        var sageKeys = await db.Sages.Where(s => sages.Contains(s.Id)).Select(s => s.Key).ToListAsync(cancellationToken);
        if (happenings.Any(h => h.SubjectType == Subjects.Sage && h.Verb == Verbs.SageRemoved.Name))
        {
            // Who was removed cannot be asked for a name any more; their texts are those that name nobody.
            touched.UnionWith(await db.References
                .Where(r => r.Kind == ReferenceKind.Sage && !db.Sages.Any(s => s.Key == r.Key))
                .Select(r => r.EntryId)
                .Distinct()
                .ToListAsync(cancellationToken));
        }

        var snippets = happenings.Of(Subjects.Snippet);
        var pieces = await db.Snippets.Where(s => snippets.Contains(s.Id)).Select(s => s.Key).ToListAsync(cancellationToken);
        if (topics.Count + sageKeys.Count + pieces.Count > 0)
        {
            touched.UnionWith(await db.References
                .Where(r => (r.Kind == ReferenceKind.Topic && topics.Contains(r.Key)) || (r.Kind == ReferenceKind.Sage && sageKeys.Contains(r.Key)) || (r.Kind == ReferenceKind.Snippet && pieces.Contains(r.Key)))
                .Select(r => r.EntryId)
                .Distinct()
                .ToListAsync(cancellationToken));
        }

        return touched;

        static IQueryable<string> Keys(IQueryable<Topic> topics, List<Guid> ids) => topics.Where(t => ids.Contains(t.Id)).Select(t => t.Key);
    }

    public async Task<IReadOnlyList<SearchDocument>> LoadAsync(PortalDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await db.LiveEntries().Where(e => ids.Contains(e.Id))
            .Join(db.Revisions.AsNoTracking(), e => new { e.Id, Number = e.LiveNumber!.Value }, r => new { Id = r.EntryId, r.Number }, (e, r) => new { Entry = e, r.Content })
            .ToListAsync(cancellationToken);
        var topics = await db.TopicsByKeyAsync(cancellationToken);
        List<string> named = [.. rows.SelectMany(r => r.Content.Sages).Distinct()];
        var merged = await db.MergedKeysAsync(named, cancellationToken);
        List<string> sageKeys = [.. named.Select(Today).Distinct()];
        var sages = await db.PublicSages().Where(s => sageKeys.Contains(s.Key)).ToDictionaryAsync(s => s.Key, s => s.Name, cancellationToken);
        var places = await db.PlacesAsync(rows.Select(r => r.Entry.AreaCode), cancellationToken);
        var pieces = await db.PiecesAsync(rows.Select(r => r.Content.Body), cancellationToken);
        return [.. rows.Select(r => Document(r.Entry, r.Content.ForEverybody()))];

        string Today(string key) => merged.GetValueOrDefault(key, key);

        SearchDocument Document(Entry entry, EntryContent content)
        {
            List<Topic> own = [.. content.Topics.Select(k => topics.GetValueOrDefault(k)).OfType<Topic>().DistinctBy(t => t.Key)];
            return new()
            {
                Key = KeyOf(entry.Id),
                Id = entry.Key,
                Type = entry.Type.Code(),
                Title = content.Title,
                Url = Urls.Entry(entry.Type, entry.Slug!),
                Summary = content.Summary,
                Body = EntryText.Plain(content, pieces),
                Names =
                [
                    .. own.Select(t => t.Title),
                    .. own.SelectMany(t => t.Synonyms),
                    .. content.Sages.Select(Today).Distinct().Select(k => sages.GetValueOrDefault(k)).OfType<string>(),
                    places.Name(entry.AreaCode),
                ],
                Area = entry.AreaCode,
                Facets = [.. Facets.Of(own), .. Facets.Of(entry.AreaCode), .. Facets.Of(Facets.Base, content.Bases), .. Facets.Of(content.Lesson)],
                Facts = Facts.Of(content.Lesson),
                AlsoSuggested = NetworkDocuments.Places(places, entry.AreaCode),
                Place = entry.AreaCode.Length >= 4 ? places.Name(entry.AreaCode) : null,
                Published = entry.PublishedAt,
            };
        }
    }

    public async Task<IReadOnlyList<Guid>> AllAsync(PortalDb db, CancellationToken cancellationToken) =>
        await db.LiveEntries().OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(cancellationToken);
}

/// <summary>Everything that a text says, as plain words.</summary>
internal static class EntryText
{
    /// <param name="pieces">Bodies of the snippets that it shows, by code.</param>
    public static string Plain(EntryContent content, IReadOnlyDictionary<string, string> pieces)
    {
        var parts = new List<string>();
        if (content.Lesson is { } lesson)
        {
            parts.AddRange(lesson.Gains);
            parts.AddRange(lesson.Materials.Select(m => $"{m.Name} {m.Note}"));
            parts.AddRange(lesson.Steps.Select(s => $"{s.Title} {s.Text}"));
            parts.AddRange(lesson.Tips);
            parts.AddRange(lesson.Cautions);
            parts.AddRange(lesson.Suits);
            parts.AddRange(lesson.Unsuited);
            parts.AddRange(lesson.Signs);
            parts.AddRange(lesson.Problems.Select(p => $"{p.Trouble} {p.Fix}"));
            parts.AddRange(lesson.Failures);
        }

        parts.Add(MarkdownText.ToPlainText(content.Body));
        parts.AddRange(MarkdownText.Pieces(content.Body).Select(k => pieces.GetValueOrDefault(k)).OfType<string>().Select(MarkdownText.ToPlainText));
        return string.Join('\n', parts.Select(p => p.Trim()).Where(p => p.Length > 0));
    }
}
