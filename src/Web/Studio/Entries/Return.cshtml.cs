using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>Sends a text back to its author with a remark; what was typed stays when it cannot be sent.</summary>
public sealed class ReturnModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public Guid Id { get; private set; }

    public string EntryTitle { get; private set; } = "";

    public string Remark { get; private set; } = "";

    public string? Wrong { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? remark, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Remark = remark ?? "";
        try
        {
            await db.ActAsync(
                id,
                Actor,
                e =>
                {
                    db.Remarks.Add(e.Return(Remark, Actor, clock.GetUtcNow()));
                    return Task.CompletedTask;
                },
                cancellationToken);
        }
        catch (PortalException refusal)
        {
            Wrong = refusal.Message;
            return Page();
        }

        Say("ส่งกลับให้ผู้เขียนแก้แล้ว");
        return Redirect($"/studio/entries/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        Id = id;
        EntryTitle = await db.EntriesFor(Actor, Permission.Review).Where(e => e.Id == id).Select(e => e.Title).SingleOrDefaultAsync(cancellationToken) ?? "";
        return EntryTitle.Length > 0;
    }
}
