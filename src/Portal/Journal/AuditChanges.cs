using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Journal;

/// <summary>What a journal row changed, read from the rows that keep texts and names. Those can be erased; the journal cannot.</summary>
/// <param name="Before"><c>null</c> → not kept any more.</param>
/// <param name="After"><c>null</c> → not kept any more.</param>
public sealed record BeforeAfter<T>(T? Before, T? After)
    where T : class;

public static class AuditChanges
{
    /// <summary>Two versions of a text; <c>null</c> when the row is not about a new one.</summary>
    public static async Task<BeforeAfter<EntryContent>?> TextChangeAsync(this PortalDb db, AuditRow row, CancellationToken cancellationToken)
    {
        if (!(row.Is(Verbs.EntryRevised) || row.Is(Verbs.EntryRestored)) || row.Number("revision") is not { } number)
        {
            return null;
        }

        var both = await db.Revisions.AsNoTracking()
            .Where(r => r.EntryId == row.Row.SubjectId && (r.Number == number || r.Number == number - 1))
            .ToDictionaryAsync(r => (long)r.Number, r => r.Content, cancellationToken);
        return new(both.GetValueOrDefault(number - 1), both.GetValueOrDefault(number));
    }

    /// <summary>Two versions of what a member is called; <c>null</c> when the row is not about that.</summary>
    public static async Task<BeforeAfter<MemberRevision>?> MemberChangeAsync(this PortalDb db, AuditRow row, CancellationToken cancellationToken)
    {
        if (!row.Is(Verbs.MemberWritten) || row.Number("revision") is not { } number)
        {
            return null;
        }

        var both = await db.MemberRevisions.AsNoTracking()
            .Where(r => r.MemberId == row.Row.SubjectId && (r.Number == number || r.Number == number - 1))
            .ToDictionaryAsync(r => (long)r.Number, cancellationToken);
        return new(both.GetValueOrDefault(number - 1), both.GetValueOrDefault(number));
    }

    /// <summary>Codes of the areas that a text left and came to; <c>null</c> when the row is not about that.</summary>
    public static async Task<BeforeAfter<string>?> MoveAsync(this PortalDb db, AuditRow row, CancellationToken cancellationToken)
    {
        if (!row.Is(Verbs.EntryMoved))
        {
            return null;
        }

        var earlier = await db.Journal.AsNoTracking()
            .Where(h => h.SubjectId == row.Row.SubjectId && h.Seq < row.Row.Seq && (h.Verb == Verbs.EntryMoved.Name || h.Verb == Verbs.EntryDrafted.Name))
            .OrderByDescending(h => h.Seq)
            .FirstOrDefaultAsync(cancellationToken);
        return new(earlier is null ? null : new AuditRow(earlier).Text("area"), row.Text("area"));
    }
}
