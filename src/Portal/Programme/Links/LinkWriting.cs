using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Links;

/// <summary>Making links, closing them, and taking in what comes through them: always as drafts, never more.</summary>
public static class LinkWriting
{
    /// <summary>A new link; the one before of the same kind closes, so that a sheet of paper that went astray can be replaced.</summary>
    /// <returns>The token, which is kept nowhere else.</returns>
    public static Task<string> MakeLinkAsync(
        this PortalDb db, Guid directive, string area, LinkKind kind, DateOnly until, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var round = await db.Directives.AsNoTracking().SingleOrDefaultAsync(d => d.Id == directive, cancellationToken) ?? throw None();
                var (link, token) = RoundLink.Make(round, area, kind, until, by, now);
                foreach (var before in await db.RoundLinks.Where(l => l.DirectiveId == directive && l.AreaCode == area && l.Kind == kind && l.RevokedAt == null).ToListAsync(cancellationToken))
                {
                    before.Revoke(by, now);
                }

                db.RoundLinks.Add(link);
                await db.SaveChangesAsync(cancellationToken);
                return token;
            },
            cancellationToken);

    public static Task RevokeLinkAsync(this PortalDb db, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var link = await db.RoundLinks.SingleOrDefaultAsync(l => l.Id == id, cancellationToken) ?? throw None();
                link.Revoke(by, now);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>A record that somebody typed into the form of a link. The same one sent twice is one.</summary>
    public static Task CollectAsync<T, TRecord>(this PortalDb db, Guid link, T noun, TRecord record, DateTimeOffset now, CancellationToken cancellationToken)
        where T : Registered<TRecord>
        where TRecord : class =>
        db.TakeAsync(link, noun.Id, now, by => db.EnterInAsync(noun, record, by, now, cancellationToken), cancellationToken);

    /// <summary>A plot that somebody proposes through a link; only those of the district that the register has accepted can be.</summary>
    public static Task CollectCentreAsync(this PortalDb db, Guid link, CentreProposal proposal, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.TakeAsync(
            link,
            proposal.Centre,
            now,
            async by =>
            {
                var area = by.Grants[0].Area;
                if (await db.Centres.AnyAsync(c => c.Id == proposal.Centre, cancellationToken))
                {
                    return false;
                }

                var plot = await db.Plots.SingleOrDefaultAsync(p => p.Id == proposal.Plot && p.IsAccepted && p.AreaCode.StartsWith(area), cancellationToken)
                    ?? throw new PortalException("link.plot", "โปรดเลือกแปลงจากรายการ", "plot");
                await db.ProposeInAsync(plot, proposal, by, now, cancellationToken);
                return true;
            },
            cancellationToken);

    // Whether the link still stands is asked under the lock: a district that sends its report meanwhile has sent all that came in.
    private static Task TakeAsync(this PortalDb db, Guid id, Guid record, DateTimeOffset now, Func<Actor, Task<bool>> enter, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var link = await db.RoundLinks.SingleOrDefaultAsync(l => l.Id == id, cancellationToken) ?? throw None();
                var state = (await db.WithRoundAsync(link, cancellationToken)).State(now);
                if (state != LinkState.Open)
                {
                    throw new PortalException(state == LinkState.Locked ? "link.locked" : "link.closed", state == LinkState.Locked ? "อำเภอส่งข้อมูลรอบนี้ให้จังหวัดแล้ว จึงยังไม่รับเพิ่ม" : "ลิงก์นี้ใช้ไม่ได้แล้ว จึงยังไม่ได้บันทึก");
                }

                if (!await enter(link.Actor))
                {
                    return;
                }

                link.Take(now);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    private static PortalException None() => new("link.none", "ไม่พบลิงก์นี้");
}
