using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Identity;

/// <summary>Who writes for whom (S02): the sage names, the sage ends it, at once.</summary>
public static class Recorders
{
    public const int Most = 10;

    /// <summary>Lets a member write for a sage.</summary>
    /// <param name="recorderNumber">The recorder's sign-in number as typed, from their slip.</param>
    /// <param name="by">The sage, or an officer who looks after the sage and was told so.</param>
    public static Task NameRecorderAsync(this PortalDb db, Guid sageId, string? recorderNumber, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnTellingAsync(sageId, by, now, async sage =>
        {
            var number = SignInNumber.Parse(recorderNumber);
            var recorder = await db.Members.SingleOrDefaultAsync(m => m.SignInNumber == number && number != null && m.ClosedAt == null, cancellationToken);
            if (recorder is null || recorder.Id == sageId)
            {
                throw new PortalException("recorder.none", "ไม่พบสมาชิกที่มีเลขประจำตัวนี้ ดูเลขในใบของผู้บันทึกอีกครั้ง", "Recorder");
            }

            var current = await db.Delegations.Where(d => d.SageId == sageId && d.EndedAt == null).ToListAsync(cancellationToken);
            if (current.Any(d => d.RecorderId == recorder.Id))
            {
                return;
            }

            if (current.Count >= Most)
            {
                throw new PortalException("recorder.most", $"มีผู้บันทึกได้ไม่เกิน {Most} คน", "Recorder");
            }

            db.Delegations.Add(new Delegation { SageId = sageId, RecorderId = recorder.Id, From = JournalChain.Truncate(now) });
            sage.Happened(Verbs.MemberRecorderNamed, by, now, ("recorder", recorder.Id));
        }, cancellationToken);

    public static Task DropRecorderAsync(this PortalDb db, Guid sageId, Guid recorderId, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnTellingAsync(sageId, by, now, async sage =>
        {
            foreach (var delegation in await db.Delegations.Where(d => d.SageId == sageId && d.RecorderId == recorderId && d.EndedAt == null).ToListAsync(cancellationToken))
            {
                delegation.EndedAt = JournalChain.Truncate(now);
                sage.Happened(Verbs.MemberRecorderDropped, by, now, ("recorder", recorderId));
            }
        }, cancellationToken);

    /// <summary>Recorders of a sage, in dictionary order.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Name, DateTimeOffset From)>> RecordersAsync(this PortalDb db, Guid sageId, CancellationToken cancellationToken) =>
        [.. (await db.Delegations
            .Where(d => d.SageId == sageId && d.EndedAt == null)
            .Join(db.Members, d => d.RecorderId, m => m.Id, (d, m) => new { m.Id, m.Name, m.SortKey, d.From })
            .OrderBy(r => r.SortKey)
            .ToListAsync(cancellationToken)).Select(r => (r.Id, r.Name, r.From))];

    /// <summary>Whose telling a member may write today: their own as a sage, and that of sages who named them.</summary>
    public static async Task<IReadOnlyList<Teller>> TellersAsync(this PortalDb db, Member member, DateOnly today, CancellationToken cancellationToken)
    {
        var sages = await db.Members.AsNoTracking()
            .Where(m => m.ClosedAt == null && m.ErasedAt == null && db.Delegations.Any(d => d.SageId == m.Id && d.RecorderId == member.Id && d.EndedAt == null))
            .OrderBy(m => m.SortKey)
            .ToListAsync(cancellationToken);
        return [.. sages.Prepend(member).SelectMany(m => m.ToActor(today).AreasFor(Permission.Tell).Take(1), (m, area) => new Teller(m.Id, m.Name, area, m.SageKey))];
    }

    private static Task OnTellingAsync(this PortalDb db, Guid sageId, Actor by, DateTimeOffset now, Func<Member, Task> act, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var sage = by.Id == sageId
                    ? await db.OpenMemberAsync(sageId, cancellationToken)
                    : await db.MembersFor(by).SingleOrDefaultAsync(m => m.Id == sageId && m.ClosedAt == null, cancellationToken);
                if (sage is null || (by.Id != sageId && !sage.IsUnder(by, ThaiTime.Day(now))))
                {
                    throw new PortalException("member.none", "ไม่พบสมาชิกคนนี้");
                }

                if (sage.ToActor(ThaiTime.Day(now)).AreasFor(Permission.Tell).Length == 0)
                {
                    throw new PortalException("recorder.no-sage", "เฉพาะปราชญ์ชุมชนเท่านั้นที่มีผู้บันทึกแทน");
                }

                await act(sage);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
}
