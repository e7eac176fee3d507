using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>One verb on an entry, posted from its page; it goes back there and says what became of it.</summary>
public abstract class VerbPage(PortalDb db, CurrentMember current) : StudioPage(current)
{
    public IActionResult OnGet(Guid id) => Redirect($"/studio/entries/{id}");

    protected async Task<IActionResult> ActAsync(Guid id, Func<Entry, Task> verb, string done, CancellationToken cancellationToken) =>
        await db.EntriesFor(Actor).AnyAsync(e => e.Id == id, cancellationToken)
            ? await TryAsync(() => db.ActAsync(id, Actor, verb, cancellationToken), done, $"/studio/entries/{id}")
            : NotFound();

    protected Task<IActionResult> ActAsync(Guid id, Action<Entry> verb, string done, CancellationToken cancellationToken) =>
        ActAsync(
            id,
            entry =>
            {
                verb(entry);
                return Task.CompletedTask;
            },
            done,
            cancellationToken);
}

public sealed class SubmissionModel(PortalDb db, CurrentMember current, TimeProvider clock) : VerbPage(db, current)
{
    private readonly PortalDb _db = db;

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(id, e => _db.SubmitAsync(e, Actor, clock.GetUtcNow(), cancellationToken), "ส่งให้ตรวจแล้ว ผู้ตรวจจะเห็นในหน้า «วันนี้»", cancellationToken);
}

public sealed class PublicationModel(PortalDb db, CurrentMember current, TimeProvider clock) : VerbPage(db, current)
{
    private readonly PortalDb _db = db;

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => ActAsync(
        id,
        async e =>
        {
            var latest = (await _db.RevisionAsync(id, e.LatestNumber, cancellationToken))!;
            await _db.PublishAsync(e, latest.Content, Actor, clock.GetUtcNow(), cancellationToken);
        },
        "เผยแพร่แล้ว ผู้อ่านเห็นและค้นพบได้ทันที",
        cancellationToken);
}

/// <summary>Another draft that begins with what this text says.</summary>
public sealed class CopyModel(PortalDb db, CurrentMember current, TimeProvider clock) : VerbPage(db, current)
{
    private readonly PortalDb _db = db;

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await _db.EntriesFor(Actor).AnyAsync(e => e.Id == id, cancellationToken))
        {
            return NotFound();
        }

        var next = $"/studio/entries/{id}";
        return await TryAsync(
            async () => next = $"/studio/entries/{await _db.CopyAsync(id, Actor, clock.GetUtcNow(), cancellationToken)}/edit", "ทำสำเนาเป็นร่างใหม่แล้ว รูปที่เป็นของเรื่องเดิมไม่ติดมาด้วย", () => next);
    }
}

/// <summary>Into the trash.</summary>
public sealed class RemovalModel(PortalDb db, CurrentMember current, TimeProvider clock) : VerbPage(db, current)
{
    private readonly PortalDb _db = db;

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await _db.EntriesFor(Actor).AnyAsync(e => e.Id == id, cancellationToken))
        {
            return NotFound();
        }

        var next = $"/studio/entries/{id}";
        return await TryAsync(
            async () =>
            {
                await _db.ThrowAsync(id, Actor, clock.GetUtcNow(), cancellationToken);
                next = "/studio/entries/trash";
            },
            $"ทิ้งลงถังขยะแล้ว นำกลับได้ภายใน {Trash.Days} วัน",
            () => next);
    }
}

/// <summary>Out of the trash.</summary>
public sealed class RecoveryModel(PortalDb db, CurrentMember current, TimeProvider clock) : VerbPage(db, current)
{
    private readonly PortalDb _db = db;

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        await _db.TrashFor(Actor).AnyAsync(e => e.Id == id, cancellationToken)
            ? await TryAsync(() => _db.TakeBackAsync(id, Actor, clock.GetUtcNow(), cancellationToken), "นำกลับมาแล้ว", $"/studio/entries/{id}")
            : NotFound();
}

public sealed class ArchivingModel(PortalDb db, CurrentMember current, TimeProvider clock) : VerbPage(db, current)
{
    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(id, e => e.Archive(Actor, clock.GetUtcNow()), "เลิกเผยแพร่แล้ว ประวัติยังอยู่ครบ", cancellationToken);
}

/// <summary>An earlier revision becomes a new draft.</summary>
public sealed class RestorationModel(PortalDb db, CurrentMember current, TimeProvider clock) : VerbPage(db, current)
{
    private readonly PortalDb _db = db;

    /// <param name="latest">The latest revision as the member saw it.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, int number, int latest, CancellationToken cancellationToken) =>
        await _db.EntriesFor(Actor).AnyAsync(e => e.Id == id, cancellationToken)
            ? await TryAsync(
                () => _db.RestoreAsync(id, number, latest, Actor, clock.GetUtcNow(), cancellationToken),
                $"เอาฉบับที่ {number} กลับมาเป็นร่างใหม่แล้ว ส่งให้ตรวจได้เลย",
                $"/studio/entries/{id}")
            : NotFound();
}
