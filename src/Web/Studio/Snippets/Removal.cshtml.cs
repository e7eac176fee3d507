using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Snippets;

/// <summary>Removes a snippet that nothing uses.</summary>
public sealed class RemovalModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public IActionResult OnGet(Guid id) => Actor.MayArrangePages() ? Redirect($"/studio/snippets/{id}") : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if (!Actor.MayArrangePages())
        {
            return NotFound();
        }

        var next = $"/studio/snippets/{id}";
        return await TryAsync(
            async () =>
            {
                await db.RemoveSnippetAsync(id, version, Actor, clock.GetUtcNow(), cancellationToken);
                next = "/studio/snippets";
            },
            "ลบข้อความแล้ว",
            () => next);
    }
}
