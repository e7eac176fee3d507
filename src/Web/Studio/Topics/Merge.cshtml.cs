using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Topics;

/// <summary>Puts a topic into another: chosen, looked at, and then done.</summary>
public sealed class MergeModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    /// <summary>The topic that would be no more.</summary>
    public Topic Topic { get; private set; } = null!;

    /// <summary>The one that would stay; <c>null</c> until one was chosen that may.</summary>
    public Topic? Into { get; private set; }

    public TopicEffects Effects { get; private set; } = null!;

    public IReadOnlyList<(Guid Id, string Title)> Others { get; private set; } = [];

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? into, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        await ChooseAsync(id, into, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid into, int version, int intoVersion, string? seen, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        try
        {
            await db.MergeTopicsAsync((id, version), (into, intoVersion), seen ?? "", Actor, clock.GetUtcNow(), cancellationToken);
            Say($"รวม «{Topic.Title}» แล้ว ลิงก์เดิมพาไปหัวข้อใหม่เอง กำลังทำดัชนีค้นหาใหม่อยู่เบื้องหลัง");
            return Redirect($"/studio/topics/{into}");
        }
        catch (PortalException refusal)
        {
            await ChooseAsync(id, into, cancellationToken);
            Wrong = [(refusal.Field ?? "", refusal.Message)];
        }

        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!Actor.MaySomewhere(Permission.Steward) || await db.Topics.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, cancellationToken) is not { } topic)
        {
            return false;
        }

        Topic = topic;
        Effects = await TopicEffects.OfAsync(db, topic, cancellationToken);
        Others = [.. (await db.Topics.Where(t => t.Id != id).OrderBy(t => t.SortKey).Select(t => new { t.Id, t.Title }).ToListAsync(cancellationToken)).Select(t => (t.Id, t.Title))];
        return true;
    }

    private async Task ChooseAsync(Guid id, Guid? into, CancellationToken cancellationToken)
    {
        try
        {
            Into = into is { } other ? (await db.MergeableAsync(id, other, cancellationToken)).Stays : null;
        }
        catch (PortalException refusal)
        {
            Wrong = [(refusal.Field ?? "", refusal.Message)];
        }
    }
}
