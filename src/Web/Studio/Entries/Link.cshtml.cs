using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Site.Previews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>Makes a link with which anybody can look at one revision for some days.</summary>
public sealed class LinkModel(PortalDb db, CurrentMember current, PreviewTicket tickets, TimeProvider clock) : StudioPage(current)
{
    public static IReadOnlyList<int> Lengths { get; } = [1, 7, 30];

    public Entry Entry { get; private set; } = null!;

    public int Number { get; private set; }

    public int Days { get; private set; } = Lengths[1];

    /// <summary>Last day in Bangkok.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>The link, once, where it was made; it is kept nowhere.</summary>
    public string? Address { get; private set; }

    /// <summary>Whether some link, of whichever revision, opens today.</summary>
    public bool IsShared => Address is not null || Entry.PreviewsUntil >= ThaiTime.Day(clock.GetUtcNow());

    private bool MayBeShared { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken cancellationToken) =>
        !await LoadAsync(id, number, cancellationToken) ? NotFound() : MayBeShared ? Page() : Refuse();

    /// <param name="act"><c>end</c> ends every link of the text instead.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, int number, int days, string? act, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, number, cancellationToken))
        {
            return NotFound();
        }

        if (act == "end")
        {
            await ActAsync(id, e => e.EndPreviews(Actor, clock.GetUtcNow()), cancellationToken);
            Say("ยกเลิกแล้ว ลิงก์ดูตัวอย่างที่เคยทำไว้เปิดไม่ได้อีก");
            return Redirect($"/studio/entries/{id}");
        }

        if (!MayBeShared)
        {
            return Refuse();
        }

        Days = Lengths.Contains(days) ? days : Days;
        var now = clock.GetUtcNow();
        Until = ThaiTime.Day(now).AddDays(Days);
        await ActAsync(id, e => e.SharePreview(number, Until, Actor, now), cancellationToken);
        Address = $"{Request.Scheme}://{Request.Host}{Request.PathBase}{tickets.Url(new(id, number, Entry.PreviewSeries), Until)}";
        return Page();
    }

    private Task ActAsync(Guid id, Action<Entry> act, CancellationToken cancellationToken) => db.ActAsync(
        id,
        Actor,
        e =>
        {
            act(e);
            return Task.CompletedTask;
        },
        cancellationToken);

    private async Task<bool> LoadAsync(Guid id, int number, CancellationToken cancellationToken)
    {
        if (await db.EntriesFor(Actor).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken) is not { } entry
            || await db.RevisionAsync(id, number, cancellationToken) is not { } revision)
        {
            return false;
        }

        (Entry, Number, MayBeShared) = (entry, number, !entry.IsHidden && SharedRevisions.MayBeShared(revision.Content.Licence));
        return true;
    }

    private RedirectResult Refuse()
    {
        Say("เรื่องนี้ไม่ได้เปิดให้ทุกคนอ่าน จึงทำลิงก์ให้คนอื่นดูไม่ได้");
        return Redirect($"/studio/entries/{Entry.Id}");
    }
}
