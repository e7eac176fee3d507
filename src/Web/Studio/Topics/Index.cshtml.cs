using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Topics;

/// <summary>The topics in their two levels, for who looks after them.</summary>
public sealed class IndexModel(PortalDb db, CurrentMember current) : StudioPage(current)
{
    /// <summary>In the readers' order.</summary>
    public IReadOnlyList<(Topic Topic, bool IsBelow, int Texts)> Topics { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Actor.MaySomewhere(Permission.Steward))
        {
            return NotFound();
        }

        var topics = await db.Topics.AsNoTracking().ToDictionaryAsync(t => t.Key, cancellationToken);
        Topics = [.. (await db.TopicTreeAsync(cancellationToken)).SelectMany(t => t.Children.Select(c => (topics[c.Key], true, c.Count)).Prepend((topics[t.Key], false, t.Count)))];
        return Page();
    }
}
