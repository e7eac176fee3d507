using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Search;

namespace KhokNongNa.Portal.Searching;

/// <summary>Turns one kind of noun into documents of the search index.</summary>
public interface ISearchSource
{
    /// <summary>Key of a noun's document in the index.</summary>
    string KeyOf(Guid id);

    /// <summary>Ids whose document may differ after the happenings: the subjects themselves and what shows their names.</summary>
    Task<IReadOnlyCollection<Guid>> TouchedAsync(PortalDb db, IReadOnlyList<Happening> happenings, CancellationToken cancellationToken);

    /// <summary>Documents of those ids that readers may find now; the others have none.</summary>
    Task<IReadOnlyList<SearchDocument>> LoadAsync(PortalDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Everything that may be found, for a rebuild.</summary>
    Task<IReadOnlyList<Guid>> AllAsync(PortalDb db, CancellationToken cancellationToken);
}

internal static class HappeningSubjects
{
    public static List<Guid> Of(this IEnumerable<Happening> happenings, string subjectType) =>
        [.. happenings.Where(h => h.SubjectType == subjectType).Select(h => h.SubjectId).Distinct()];
}
