using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Privacy;

/// <summary>A sage's own switchboard (S07): what one agrees to, and who may see how one is reached. Nobody else's record can be named here.</summary>
public static class OwnConsents
{
    /// <summary>The record of the register that the actor is: none or one. Asked of the database, so that a form cannot claim it.</summary>
    public static IQueryable<Sage> OwnSages(this PortalDb db, Actor actor)
    {
        var (tells, self) = (actor.MaySomewhere(Permission.Tell), actor.Id);
        return db.Sages.Where(s => tells && !s.IsDeceased && db.Members.Any(m => m.Id == self && m.SageKey == s.Key && m.SageKey != "" && m.ClosedAt == null && m.ErasedAt == null));
    }

    /// <summary>Agrees to a purpose online, from today on and until it is taken back.</summary>
    public static Task GiveOwnConsentAsync(this PortalDb db, ConsentPurpose purpose, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnOwnSageAsync(by, now, sage => db.GiveAsync(sage, [new(purpose, ThaiTime.Day(now), ConsentMethod.Online)], by, now, isSelf: true, cancellationToken), cancellationToken);

    /// <summary>Takes a purpose back, whoever recorded it.</summary>
    public static Task WithdrawOwnConsentAsync(this PortalDb db, ConsentPurpose purpose, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnOwnSageAsync(by, now, sage => db.EndAsync(sage, purpose, by, now, isSelf: true, cancellationToken), cancellationToken);

    /// <summary>Who may see one of one's own channels.</summary>
    public static Task ShowOwnContactAsync(this PortalDb db, Guid contactId, Visibility visibility, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnOwnSageAsync(
            by,
            now,
            async sage => (await db.FindContactAsync(sage, contactId, cancellationToken)).Write(sage, null, visibility, null, by, now),
            cancellationToken);

    private static Task OnOwnSageAsync(this PortalDb db, Actor by, DateTimeOffset now, Func<Sage, Task> act, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var sage = await db.OwnSages(by).SingleOrDefaultAsync(cancellationToken) ?? throw new PortalException("sage.not-you", "บัญชีนี้ไม่ได้ผูกกับทะเบียนปราชญ์");
                await act(sage);
                await db.SaveChangesAsync(cancellationToken);
                await db.AssessAsync(sage, by, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
}
