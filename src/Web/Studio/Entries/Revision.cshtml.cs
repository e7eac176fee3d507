using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>Any revision as the site shows it.</summary>
public sealed class RevisionModel(PortalDb db, CurrentMember current) : StudioPage(current)
{
    public EntryView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken cancellationToken)
    {
        if (await db.EntriesFor(Actor).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken) is not { } entry
            || await db.RevisionAsync(id, number, cancellationToken) is not { } revision)
        {
            return NotFound();
        }

        View = await db.ShowAsync(entry, revision, cancellationToken, picturesOf: id);
        return Page();
    }
}
