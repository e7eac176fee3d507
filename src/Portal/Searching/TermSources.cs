using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Search;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Searching;

/// <summary>Topics and learning bases, found by every word that people have for them.</summary>
internal abstract class TermSource<T>(string type) : ISearchSource
    where T : Term
{
    public string KeyOf(Guid id) => $"{type}:{id:N}";

    public Task<IReadOnlyCollection<Guid>> TouchedAsync(PortalDb db, IReadOnlyList<Happening> happenings, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Guid>>(happenings.Of(type));

    public async Task<IReadOnlyList<SearchDocument>> LoadAsync(PortalDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        [.. (await db.Set<T>().AsNoTracking().Where(t => ids.Contains(t.Id)).ToListAsync(cancellationToken)).Select(t => new SearchDocument
        {
            Key = KeyOf(t.Id),
            Id = t.Key,
            Type = type,
            Title = t.Title,
            Url = Url(t),
            Summary = t.Summary,
            Body = MarkdownText.ToPlainText(t.Body),
            Names = t.Synonyms,
            Facets = [.. Facets(t)],
            AlsoSuggested = [.. t.Synonyms.SelectMany(s => NetworkDocuments.OtherName(s, t.Title, type, Url(t)))],
        })];

    public async Task<IReadOnlyList<Guid>> AllAsync(PortalDb db, CancellationToken cancellationToken) =>
        await db.Set<T>().OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(cancellationToken);

    protected abstract string Url(T term);

    protected abstract IEnumerable<FacetValue> Facets(T term);
}

internal sealed class TopicSource() : TermSource<Topic>(Subjects.Topic)
{
    protected override string Url(Topic term) => Urls.Of(term);

    protected override IEnumerable<FacetValue> Facets(Topic term) => Searching.Facets.Of([term]);
}

internal sealed class BaseSource() : TermSource<LearningBase>(Subjects.LearningBase)
{
    protected override string Url(LearningBase term) => Urls.Of(term);

    protected override IEnumerable<FacetValue> Facets(LearningBase term) => Searching.Facets.Of(Searching.Facets.Base, [term.Key]);
}
