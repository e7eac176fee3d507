using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Thai;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

public sealed class AssignmentForm
{
    public Guid? Reviewer { get; set; }

    public string Due { get; set; } = "";
}

/// <summary>Who is to review a text, and by when.</summary>
public sealed class AssignmentModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    [BindProperty]
    public AssignmentForm Form { get; set; } = new();

    public Entry Entry { get; private set; } = null!;

    public IReadOnlyList<(Guid Id, string Name)> Reviewers { get; private set; } = [];

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (Form.Reviewer, Form.Due) = (Entry.ReviewerId, Entry.ReviewDue is { } due ? BuddhistDate.Short(due) : "");
        return Entry.State == EntryState.InReview ? Page() : Redirect($"/studio/entries/{id}");
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        DateOnly? due = BuddhistDate.TryParse(Form.Due, out var day) ? day : null;
        if (due is null && !string.IsNullOrWhiteSpace(Form.Due))
        {
            return Refuse("Due", "อ่านวันที่นี้ไม่ออก โปรดเขียนเช่น 30 พ.ย. 2569");
        }

        try
        {
            await db.ActAsync(id, Actor, e => db.AssignAsync(e, Form.Reviewer, due, Actor, clock.GetUtcNow(), cancellationToken), cancellationToken);
        }
        catch (PortalException refusal)
        {
            return Refuse(refusal.Field ?? "", refusal.Message);
        }

        Say("บันทึกผู้ตรวจและกำหนดแล้ว");
        return Redirect($"/studio/entries/{id}");
    }

    private PageResult Refuse(string field, string message)
    {
        Wrong = [(field, message)];
        ModelState.Clear();
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.EntriesFor(Actor, Permission.Review).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken) is not { } entry)
        {
            return false;
        }

        Entry = entry;
        Reviewers = await db.ReviewersAsync(entry, clock.GetUtcNow(), cancellationToken);
        return true;
    }
}
