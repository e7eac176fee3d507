using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Snippets;

/// <summary>Words that several texts show. For who arranges pages.</summary>
public sealed class IndexModel(PortalDb db, CurrentMember current) : StudioPage(current)
{
    public IReadOnlyList<(Snippet Snippet, int Live)> Snippets { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Actor.MayArrangePages())
        {
            return NotFound();
        }

        Snippets = await db.SnippetsAsync(cancellationToken);
        return Page();
    }
}
