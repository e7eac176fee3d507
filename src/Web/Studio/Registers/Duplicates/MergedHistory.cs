using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Registers.Duplicates;

/// <summary>What is known of a record that was merged into another one.</summary>
/// <param name="Name">Number, or the name that it had.</param>
/// <param name="Revisions">Newest first, with who wrote them.</param>
/// <param name="Remarks">What checkers asked for there, oldest first.</param>
public sealed record MergedHistory(string Name, string Who, DateTimeOffset At, IReadOnlyList<(RecordRevision Revision, string Who, string Said)> Revisions, IReadOnlyList<RecordRemark> Remarks)
{
    public static async Task<IReadOnlyList<MergedHistory>> LoadAsync(
        PortalDb db, Sage sage, Func<IEnumerable<Guid>, CancellationToken, Task<Func<Guid, string>>> namesAsync, CancellationToken cancellationToken)
    {
        var merged = new List<MergedHistory>();
        foreach (var alias in await db.MergedIntoAsync(sage.Id, cancellationToken))
        {
            var revisions = await db.RevisionsAsync(alias.Id, cancellationToken);
            var remarks = await db.RecordRemarks.AsNoTracking().Where(r => r.SubjectId == alias.Id).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync(cancellationToken);
            var name = await namesAsync(revisions.Select(r => r.RecorderId).Append(alias.MemberId), cancellationToken);
            merged.Add(new(
                alias.Number ?? (revisions.Count > 0 ? revisions[0].Read<SageRecord>().Name : "รายการที่ไม่มีเลขทะเบียน"),
                name(alias.MemberId),
                alias.At,
                [.. revisions.Select(r => (r, name(r.RecorderId), r.Read<SageRecord>().Name))],
                remarks));
        }

        return merged;
    }
}
