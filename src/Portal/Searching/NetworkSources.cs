using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Search;
using Microsoft.EntityFrameworkCore;
using static KhokNongNa.Portal.Searching.NetworkDocuments;

namespace KhokNongNa.Portal.Searching;

/// <summary>Sages who agreed to be shown; a withdrawn consent takes the document away.</summary>
internal sealed class SageSource : ISearchSource
{
    public string KeyOf(Guid id) => $"sage:{id:N}";

    public async Task<IReadOnlyCollection<Guid>> TouchedAsync(PortalDb db, IReadOnlyList<Happening> happenings, CancellationToken cancellationToken)
    {
        var touched = happenings.Of(Subjects.Sage).ToHashSet();
        var topics = happenings.Of(Subjects.Topic);
        if (topics.Count > 0)
        {
            // A topic that came later, moved below another or went into one changes where its sages are found.
            var keys = await db.Topics.Where(t => topics.Contains(t.Id)).Select(t => t.Key).ToListAsync(cancellationToken);
            keys.AddRange(await db.TopicAliases.Where(a => a.Kind == TopicAliasKind.Key && topics.Contains(a.TopicId)).Select(a => a.Name).ToListAsync(cancellationToken));
            touched.UnionWith(await db.Sages.Where(s => s.TopicKeys.Any(k => keys.Contains(k))).Select(s => s.Id).ToListAsync(cancellationToken));
        }

        return touched;
    }

    public async Task<IReadOnlyList<SearchDocument>> LoadAsync(PortalDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var sages = await db.PublicSages().Where(s => ids.Contains(s.Id)).ToListAsync(cancellationToken);
        var places = await db.PlacesAsync(sages.Select(s => s.AreaCode), cancellationToken);
        var topics = await db.TopicsByKeyAsync(cancellationToken);
        return [.. sages.Select(s => new SearchDocument
        {
            Key = KeyOf(s.Id),
            Id = s.Key,
            Type = Subjects.Sage,
            Title = s.Name,
            Url = Urls.Of(s),
            Summary = s.Profile.Summary,
            Body = string.Join('\n', [.. s.Profile.Expertise.Select(e => e.What), .. s.Profile.Experience, MarkdownText.ToPlainText(s.Profile.Body)]),
            Names =
            [
                s.Profile.Nickname,
                places.Name(s.AreaCode),
                s.Profile.Kind.Name(),
                .. s.IsDeceased ? [] : s.Profile.Expertise.SelectMany(e => e.Can).Distinct().Order().Select(c => c.Name()).Concat(s.Profile.Languages.Select(l => l.Name())),
            ],
            Area = s.AreaCode,
            Facets =
            [
                .. Facets.Of(s.TopicKeys.Select(topics.GetValueOrDefault).OfType<Topic>()),
                .. Facets.Of(s.AreaCode),
            ],
            AlsoSuggested = [.. Places(places, s.AreaCode), .. OtherName(s.Profile.Nickname, s.Name, Subjects.Sage, Urls.Of(s))],
            Place = Shown(places.Name(s.AreaCode), s.Profile.Synthetic),
        })];
    }

    public async Task<IReadOnlyList<Guid>> AllAsync(PortalDb db, CancellationToken cancellationToken) =>
        await db.PublicSages().OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancellationToken);
}

internal sealed class CentreSource : ISearchSource
{
    public string KeyOf(Guid id) => $"centre:{id:N}";

    public Task<IReadOnlyCollection<Guid>> TouchedAsync(PortalDb db, IReadOnlyList<Happening> happenings, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Guid>>(happenings.Of(Subjects.Centre));

    public async Task<IReadOnlyList<SearchDocument>> LoadAsync(PortalDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var centres = await db.PublicCentres().Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken);
        var places = await db.PlacesAsync(centres.Select(c => c.AreaCode), cancellationToken);
        return [.. centres.Select(c => new SearchDocument
        {
            Key = KeyOf(c.Id),
            Id = c.Key,
            Type = Subjects.Centre,
            Title = c.Name,
            Url = Urls.Of(c),
            Summary = c.Profile.Summary,
            Body = string.Join('\n', [c.Profile.HostAgreed is null ? "" : c.Profile.Host, .. c.Profile.Facilities, .. c.Profile.Curriculum, .. c.Profile.Bases.SelectMany(b => new[] { b.Name, b.Goal }), MarkdownText.ToPlainText(c.Profile.Body)]),
            Names = [c.Profile.Village, places.Name(c.AreaCode)],
            Area = c.AreaCode,
            Facets = [.. Facets.Of(c.AreaCode), .. Facets.Of(Facets.Base, c.BaseKeys)],
            AlsoSuggested = Places(places, c.AreaCode),
            Place = Shown(places.Name(c.AreaCode), c.Profile.Synthetic),
        })];
    }

    public async Task<IReadOnlyList<Guid>> AllAsync(PortalDb db, CancellationToken cancellationToken) =>
        await db.PublicCentres().OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);
}

internal static class NetworkDocuments
{
    /// <summary>What stands beside a result: where, and that the person or place does not exist.</summary>
    public static string Shown(string place, bool isSynthetic) => isSynthetic ? $"{place} (ข้อมูลสมมติ)" : place;

    /// <summary>The pages of the area and of what it lies in, offered by name while somebody types.</summary>
    public static IReadOnlyList<Suggestion> Places(Places places, string code) =>
        [.. places.Chain(code).Select(a => new Suggestion(places.Name(a.Code), "area", Urls.Of(a)))];

    /// <summary>Another name under which the same is suggested, with its own name beside it; nothing for an empty one.</summary>
    public static IEnumerable<Suggestion> OtherName(string other, string name, string type, string url) =>
        other.Length > 0 && other != name ? [new Suggestion($"{other} ({name})", type, url)] : [];
}
