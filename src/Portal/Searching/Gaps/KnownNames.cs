using System.Buffers;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Searching.Gaps;

/// <summary>Names of everybody in the registers, so that a question with one of them is not kept.</summary>
internal sealed class KnownNames
{
    private long _readAt = -1;
    private PersonName[] _names = [];
    private SearchValues<string> _any = SearchValues.Create([], StringComparison.Ordinal);

    /// <summary>Reads the names anew when the journal tells of a person since the last time.</summary>
    /// <returns>Whether it did.</returns>
    public async Task<bool> RefreshAsync(PortalDb db, CancellationToken cancellationToken)
    {
        if (_readAt >= 0 && !await db.Journal.AnyAsync(
            h => h.Seq > _readAt && (h.SubjectType == Subjects.Sage || h.SubjectType == Subjects.Member), cancellationToken))
        {
            return false;
        }

        var (head, _, _) = await db.JournalHeadAsync(cancellationToken);
        var sages = await db.Sages.Select(s => new { s.Name, s.Profile }).ToListAsync(cancellationToken);
        var members = await db.Members.Select(m => m.Name).ToListAsync(cancellationToken);
        _names =
        [
            .. sages.SelectMany(s => new[] { s.Name, s.Profile.GivenName, s.Profile.FamilyName, s.Profile.Nickname })
                .Concat(members)
                .SelectMany(PersonName.In)
                .DistinctBy(name => name.Text),
        ];
        _any = SearchValues.Create([.. _names.Select(name => name.Text)], StringComparison.Ordinal);
        _readAt = head;
        return true;
    }

    public bool IsIn(string question)
    {
        // Nearly every question ends here, however many people there are.
        if (!question.AsSpan().ContainsAny(_any))
        {
            return false;
        }

        var bounds = ThaiWords.Segment(question).SelectMany(word => new[] { word.Start, word.End }).ToHashSet();
        return Array.Exists(_names, name => name.IsIn(question, bounds));
    }
}
