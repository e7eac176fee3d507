using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>What became of a save.</summary>
/// <param name="EntryId">The entry, new or old.</param>
/// <param name="Number">Its latest revision now.</param>
/// <param name="Theirs">What somebody else saved meanwhile; nothing was written then.</param>
public sealed record SaveOutcome(Guid EntryId, int Number, Revision? Theirs);

/// <summary>Saving a text from a form.</summary>
public static class EntryWriting
{
    /// <summary>A new draft. <paramref name="content"/> is cleaned and checked by <see cref="EntryRules"/>.</summary>
    /// <param name="teller">Whose telling it is; see <see cref="Entry.Draft"/>.</param>
    public static Task<SaveOutcome> DraftAsync(
        this PortalDb db, EntryType type, string area, EntryContent content, Actor author, DateTimeOffset now, CancellationToken cancellationToken, Guid? teller = null) =>
        db.InTransaction(
            async () =>
            {
                DemandCode(area);
                var entry = Entry.Draft(type, null, area, content, author, now, teller: teller, position: await db.RoomForPageAsync(type, cancellationToken));
                db.Entries.Add(entry);
                await db.SaveChangesAsync(cancellationToken);
                return new SaveOutcome(entry.Id, entry.LatestNumber, null);
            },
            cancellationToken);

    /// <summary>A new revision on top of <paramref name="baseNumber"/>; when there is a newer one already, nothing is written and the answer holds it.</summary>
    /// <exception cref="PortalException">There is no such entry for this author.</exception>
    public static Task<SaveOutcome> ReviseAsync(
        this PortalDb db, Guid id, int baseNumber, string area, EntryContent content, Actor author, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var entry = await db.EntryForAsync(id, author, cancellationToken);
                var latest = (await db.RevisionAsync(id, entry.LatestNumber, cancellationToken))!;
                if (entry.LatestNumber != baseNumber)
                {
                    return new SaveOutcome(id, entry.LatestNumber, latest);
                }

                DemandCode(area);
                entry.MoveTo(area, author, now);

                // Saving what is there already is no revision.
                if (EntryDifference.Fields(latest.Content, content).Count > 0)
                {
                    entry.Revise(content, latest.Content, author, now);
                }

                await db.SaveChangesAsync(cancellationToken);
                return new SaveOutcome(id, entry.LatestNumber, null);
            },
            cancellationToken);

    /// <summary>A new draft that says what the latest revision of another text says, for the actor to go on from. Pictures that belong to the other text stay with it.</summary>
    /// <returns>The new entry's id.</returns>
    /// <exception cref="PortalException">There is no such entry for this actor.</exception>
    public static Task<Guid> CopyAsync(this PortalDb db, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var entry = await db.EntryForAsync(id, by, cancellationToken);
                var content = (await db.RevisionAsync(id, entry.LatestNumber, cancellationToken))!.Content;
                const string Ending = " (สำเนา)";
                var title = content.Title.Length + Ending.Length > EntryRules.TitleLength ? content.Title[..(EntryRules.TitleLength - Ending.Length)] : content.Title;
                var teller = by.Tellers.Any(t => t.MemberId == entry.TellerId) ? entry.TellerId : null;
                var named = PictureName.In(content);
                var shared = await db.Assets.Where(a => named.Contains(a.Id)).UsableIn(Guid.Empty).Select(a => a.Id).ToListAsync(cancellationToken);
                var lesson = content.Lesson is { } fields
                    ? fields with { Steps = [.. fields.Steps.Select(s => PictureName.Parse(s.Image) is { } picture && !shared.Contains(picture) ? s with { Image = "" } : s)] }
                    : null;
                var copy = Entry.Draft(entry.Type, null, entry.AreaCode, content with { Title = title + Ending, Slug = "", Lesson = lesson }, by, now, teller: teller, position: await db.RoomForPageAsync(entry.Type, cancellationToken));
                db.Entries.Add(copy);
                await db.SaveChangesAsync(cancellationToken);
                return copy.Id;
            },
            cancellationToken);

    /// <summary>Takes up an earlier revision as a new draft; when somebody has saved meanwhile, nothing is written.</summary>
    /// <exception cref="PortalException">There is no such entry or revision for this author, or another was saved meanwhile.</exception>
    public static Task<int> RestoreAsync(this PortalDb db, Guid id, int number, int baseNumber, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var entry = await db.EntryForAsync(id, by, cancellationToken);
                var earlier = await db.RevisionAsync(id, number, cancellationToken) ?? throw new PortalException("entry.none", "ไม่พบฉบับนี้");
                if (entry.LatestNumber != baseNumber)
                {
                    throw new PortalException("entry.newer", $"มีคนบันทึกฉบับที่ {entry.LatestNumber} ไปแล้ว โปรดดูฉบับนั้นก่อนเอาฉบับเดิมกลับมา");
                }

                entry.Restore(earlier, (await db.RevisionAsync(id, entry.LatestNumber, cancellationToken))!.Content, by, now);
                await db.SaveChangesAsync(cancellationToken);
                return entry.LatestNumber;
            },
            cancellationToken);

    /// <summary>Applies a verb to an entry and saves.</summary>
    public static Task ActAsync(this PortalDb db, Guid id, Actor actor, Func<Entry, Task> verb, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                await verb(await db.EntryForAsync(id, actor, cancellationToken));
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    private static void DemandCode(string area)
    {
        if (!Area.IsCode(area))
        {
            throw new PortalException("entry.area", "โปรดเลือกพื้นที่ของเรื่องนี้", "AreaCode");
        }
    }

    private static async Task<Entry> EntryForAsync(this PortalDb db, Guid id, Actor actor, CancellationToken cancellationToken) =>
        await db.EntriesFor(actor).SingleOrDefaultAsync(e => e.Id == id, cancellationToken) ?? throw new PortalException("entry.none", "ไม่พบเรื่องนี้");
}
