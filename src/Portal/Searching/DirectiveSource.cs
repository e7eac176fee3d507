using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Search;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Searching;

/// <summary>Directives, found by number, subject, what they ask and the letter's own words.</summary>
internal sealed class DirectiveSource : ISearchSource
{
    public string KeyOf(Guid id) => $"directive:{id:N}";

    public Task<IReadOnlyCollection<Guid>> TouchedAsync(PortalDb db, IReadOnlyList<Happening> happenings, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Guid>>(happenings.Of(Subjects.Directive));

    public async Task<IReadOnlyList<SearchDocument>> LoadAsync(PortalDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var directives = await db.Directives.AsNoTracking().Where(d => ids.Contains(d.Id)).ToListAsync(cancellationToken);
        var places = await db.PlacesAsync(directives.Select(d => d.AreaCode), cancellationToken);
        return [.. directives.Select(d => new SearchDocument
        {
            Key = KeyOf(d.Id),
            Id = d.Key,
            Type = Subjects.Directive,
            Title = d.Subject,
            Url = Urls.Of(d),
            Summary = d.Text.Summary,
            Body = string.Join('\n', [.. d.Text.Tasks.Select(t => t.Text), MarkdownText.ToPlainText(d.Text.Body)]),
            Names = [d.Number, d.Text.IssuedBy, d.Text.Responsible],
            Area = d.AreaCode,
            Facets = Facets.Of(d.AreaCode),
            Place = places.Name(d.AreaCode),
            Published = ThaiTime.StartOf(d.Date),
        })];
    }

    public async Task<IReadOnlyList<Guid>> AllAsync(PortalDb db, CancellationToken cancellationToken) =>
        await db.Directives.OrderBy(d => d.Id).Select(d => d.Id).ToListAsync(cancellationToken);
}
