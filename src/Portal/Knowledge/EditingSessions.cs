using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Privacy;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>Keeps what is being typed, and knows who has which text open.</summary>
public static class EditingSessions
{
    /// <summary>An open form tells of itself every half a minute; one that was silent for longer is closed.</summary>
    public static readonly TimeSpan Presence = TimeSpan.FromSeconds(90);

    /// <summary>What nobody comes back to goes.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>The member has the form open.</summary>
    public static Task OpenAsync(this PortalDb db, Guid member, string form, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.WriteAsync(member, form, now, _ => { }, cancellationToken);

    /// <summary>Keeps what is typed so far in place of what was typed before.</summary>
    /// <exception cref="PortalException">It is too long, or holds a citizen number.</exception>
    public static async Task KeepTypedAsync(this PortalDb db, Guid member, string form, IReadOnlyList<TypedField> fields, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (fields.Sum(f => f.Name.Length + f.Text.Length) > EditingSession.FieldsLength)
        {
            throw new PortalException("editing.long", "ยาวเกินกว่าจะเก็บให้เองได้ โปรดกดบันทึกร่าง");
        }

        if (fields.Any(f => CitizenNumber.IsIn(f.Text)))
        {
            throw new PortalException("editing.citizen", "ยังไม่ได้เก็บให้ เพราะมีเลขที่ดูเป็นเลขบัตรประชาชน โปรดเอาออก");
        }

        await db.WriteAsync(
            member,
            form,
            now,
            session => (session.Fields, session.TypedAt) = (fields, session.SeenAt),
            cancellationToken);
    }

    /// <summary>The text was saved, or what was typed is not wanted.</summary>
    public static Task DropTypedAsync(this PortalDb db, Guid member, string form, CancellationToken cancellationToken) =>
        db.InTransaction(
            () => db.EditingSessions.Where(s => s.MemberId == member && s.Form == form).ExecuteDeleteAsync(cancellationToken),
            cancellationToken);

    /// <summary>What the member typed into the form and did not save; <c>null</c> → nothing.</summary>
    public static Task<EditingSession?> TypedAsync(this PortalDb db, Guid member, string form, CancellationToken cancellationToken) =>
        db.EditingSessions.AsNoTracking().SingleOrDefaultAsync(s => s.MemberId == member && s.Form == form && s.TypedAt != null, cancellationToken);

    /// <summary>Names of others who have the text open now. Call for a text that the member may see.</summary>
    public static async Task<IReadOnlyList<string>> OthersAtAsync(this PortalDb db, Guid entry, Guid member, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (form, since) = (entry.ToString(), now - Presence);
        return await db.EditingSessions
            .Where(s => s.Form == form && s.MemberId != member && s.SeenAt > since)
            .Join(db.Members, s => s.MemberId, m => m.Id, (s, m) => m.Name)
            .OrderBy(n => n)
            .Take(5)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Recurring work: forgets what nobody came back to.</summary>
    public static Task ForgetTypedAsync(PortalDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Kept;
        return db.InTransaction(() => db.EditingSessions.Where(s => s.SeenAt < before).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    private static Task WriteAsync(this PortalDb db, Guid member, string form, DateTimeOffset now, Action<EditingSession> write, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var mine = await db.EditingSessions.Where(s => s.MemberId == member).OrderByDescending(s => s.SeenAt).ToListAsync(cancellationToken);
                var session = mine.Find(s => s.Form == form);
                if (session is null)
                {
                    db.EditingSessions.RemoveRange(mine.Skip(EditingSession.Most - 1));
                    db.EditingSessions.Add(session = new() { MemberId = member, Form = form });
                }

                session.SeenAt = JournalChain.Truncate(now);
                write(session);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
}
