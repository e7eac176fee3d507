using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Privacy;

/// <summary>The register of breaches, for who protects data.</summary>
public static class Breaches
{
    /// <summary>Breaches that the actor sees: noted in the own areas.</summary>
    public static IQueryable<Breach> BreachesFor(this PortalDb db, Actor actor)
    {
        var areas = actor.AreasFor(Permission.ProtectData);
        return db.Breaches.Where(b => areas.Any(a => b.AreaCode.StartsWith(a)));
    }

    /// <summary>Notes a new one in the first of the actor's areas; the same form sent twice is one.</summary>
    public static Task NoteBreachAsync(this PortalDb db, Guid id, BreachText text, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                if (by.AreasFor(Permission.ProtectData) is not [var area, ..])
                {
                    throw new PortalException("breach.forbidden", "ท่านยังไม่มีสิทธิ์บันทึกเหตุละเมิด");
                }

                if (!await db.Breaches.AnyAsync(b => b.Id == id, cancellationToken))
                {
                    var breach = Breach.Create(id, area);
                    db.Breaches.Add(breach);
                    db.BreachNotes.Add(breach.Write(text, by, now));
                    await db.SaveChangesAsync(cancellationToken);
                }
            },
            cancellationToken);

    /// <param name="revision">The wording that the form was filled from.</param>
    /// <returns>Whether it was written; <c>false</c> when somebody else wrote meanwhile.</returns>
    public static Task<bool> ReviseBreachAsync(
        this PortalDb db, Guid id, int revision, BreachText text, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var breach = await db.BreachesFor(by).SingleOrDefaultAsync(b => b.Id == id, cancellationToken) ?? throw new PortalException("breach.none", "ไม่พบเหตุนี้");
                if (breach.RevisionNumber != revision)
                {
                    return false;
                }

                db.BreachNotes.Add(breach.Write(text, by, now));
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>Wordings of a breach, newest first.</summary>
    public static async Task<IReadOnlyList<BreachNote>> NotesOfAsync(this PortalDb db, Guid breach, CancellationToken cancellationToken) =>
        await db.BreachNotes.AsNoTracking().Where(n => n.BreachId == breach).OrderByDescending(n => n.Number).ToListAsync(cancellationToken);
}
