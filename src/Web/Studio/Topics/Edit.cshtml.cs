using System.Globalization;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Topics;

/// <summary>Adds, renames or moves a topic. What hangs on it is shown first, and only then it is saved.</summary>
public sealed class EditModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    [BindProperty]
    public TopicForm Form { get; set; } = new();

    /// <summary>As it is kept; <c>null</c> for a new one.</summary>
    public Topic? Topic { get; private set; }

    /// <summary>What it would be; <c>null</c> until it was looked at.</summary>
    public TermText? Wanted { get; private set; }

    public TopicEffects? Effects { get; private set; }

    /// <summary>Topics that may stand above it.</summary>
    public IReadOnlyList<(string Key, string Title)> Parents { get; private set; } = [];

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = Topic is null
            ? new() { NewId = Guid.CreateVersion7(), Order = ((await db.Topics.MaxAsync(t => (int?)t.Order, cancellationToken) ?? 0) + 1).ToString(CultureInfo.InvariantCulture) }
            : TopicForm.Of(Topic);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, string? act, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        try
        {
            var key = id ?? (Form.NewId == Guid.Empty ? Guid.CreateVersion7() : Form.NewId);
            if (act == "save")
            {
                await db.WriteTopicAsync(key, Topic is null ? 0 : Form.Version, Form.Text(), Actor, clock.GetUtcNow(), cancellationToken);
                Say("บันทึกหัวข้อแล้ว กำลังทำดัชนีค้นหาใหม่อยู่เบื้องหลัง");
                return Redirect("/studio/topics");
            }

            Wanted = await db.CheckTopicAsync(key, Topic?.Key, Form.Text(), cancellationToken);
            Effects = Topic is null ? null : await TopicEffects.OfAsync(db, Topic, cancellationToken);
        }
        catch (PortalException refusal)
        {
            Wrong = [(refusal.Field ?? "", refusal.Message)];
            if (refusal.Code == "topic.changed")
            {
                // Saving again puts this on top of what somebody else saved.
                Form.Version = Topic!.Version;
            }
        }

        ModelState.Clear();
        return Page();
    }

    private async Task<bool> FindAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (!Actor.MaySomewhere(Permission.Steward))
        {
            return false;
        }

        Topic = id is null ? null : await db.Topics.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        Parents = [.. (await db.Topics.Where(t => t.ParentKey == null && t.Id != id).OrderBy(t => t.Order).ThenBy(t => t.SortKey).Select(t => new { t.Key, t.Title }).ToListAsync(cancellationToken)).Select(t => (t.Key, t.Title))];
        return id is null || Topic is not null;
    }
}
