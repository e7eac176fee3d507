namespace KhokNongNa.Portal.Journal;

/// <summary>Which rows of the journal somebody wants to see.</summary>
/// <param name="Who">Part of the name of who acted; empty → anybody.</param>
/// <param name="Actor">Who acted, by id: the only way to who has no name any more.</param>
/// <param name="Kind">Kind of subject, one of <see cref="Subjects"/>; empty → all.</param>
/// <param name="Verbs">What happened; <c>null</c> → anything.</param>
/// <param name="Area">Beginning of an official code; only verbs that carry an area as a fact are found by it.</param>
/// <param name="From">First day in Bangkok.</param>
/// <param name="To">Last day in Bangkok.</param>
/// <param name="Subject">The history of one thing or person.</param>
public sealed record AuditFilter(
    string Who = "",
    Guid? Actor = null,
    string Kind = "",
    IReadOnlyCollection<Verb>? Verbs = null,
    string Area = "",
    DateOnly? From = null,
    DateOnly? To = null,
    Guid? Subject = null);

/// <summary>One page of the journal, newest first.</summary>
public sealed record AuditPage(IReadOnlyList<AuditRow> Rows, bool HasNewer, bool HasOlder);
