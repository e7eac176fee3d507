using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>What a reviewer ticks before the button; several stay ticked when one is missing.</summary>
public sealed record Checklist(Guid EntryId, IReadOnlyCollection<ReviewPoint> Ticked, string? Wrong = null);

/// <summary>A second person says that a text is good, point by point.</summary>
public sealed class ApprovalModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public Entry Entry { get; private set; } = null!;

    public Checklist Checklist { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Checklist = new(id, []);
        return Entry.State == EntryState.InReview && Entry.IsReviewableBy(Actor) ? Page() : Redirect($"/studio/entries/{id}");
    }

    public async Task<IActionResult> OnPostAsync(Guid id, ReviewPoint[] ticked, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        try
        {
            await db.ActAsync(id, Actor, e => db.ApproveAsync(e, ticked, Actor, clock.GetUtcNow(), cancellationToken), cancellationToken);
            Say("อนุมัติแล้ว กด «เผยแพร่» หรือ «ตั้งเวลา» ได้เลย");
        }
        catch (PortalException refusal) when (refusal.Field == "Ticked")
        {
            Checklist = new(id, ticked, refusal.Message);
            return Page();
        }
        catch (PortalException refusal)
        {
            Say(refusal.Message);
        }

        return Redirect($"/studio/entries/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        (Entry = (await db.EntriesFor(Actor).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken))!) is not null;
}
