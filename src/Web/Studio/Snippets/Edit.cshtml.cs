using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Snippets;

/// <summary>What was typed about a snippet.</summary>
public sealed class SnippetForm
{
    /// <summary>Version that the form was filled from; 0 for a new one.</summary>
    public int Version { get; set; }

    /// <summary>Id of one that is not there yet: the same form sent twice is one.</summary>
    public Guid NewId { get; set; }

    public string? Key { get; set; } = "";

    public string? Title { get; set; } = "";

    public string? Body { get; set; } = "";
}

/// <summary>Adds or changes a snippet. What readers will see, and in which texts, is shown first, and only then it is saved.</summary>
public sealed class EditModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    [BindProperty]
    public SnippetForm Form { get; set; } = new();

    /// <summary>As it is kept; <c>null</c> for a new one.</summary>
    public Snippet? Snippet { get; private set; }

    /// <summary>As readers would see it; <c>null</c> until it was looked at.</summary>
    public string? Preview { get; private set; }

    public SnippetUses Uses { get; private set; } = new(0, 0, []);

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = Snippet is null
            ? new() { NewId = Guid.CreateVersion7() }
            : new() { Version = Snippet.Version, Key = Snippet.Key, Title = Snippet.Title, Body = Snippet.Body };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, string? act, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var text = SnippetRules.Clean(new(Snippet?.Key ?? Form.Key ?? "", Form.Title ?? "", Form.Body ?? ""));
        Wrong = SnippetRules.Check(text);
        try
        {
            if (Wrong.Count == 0 && act == "save")
            {
                var key = id ?? (Form.NewId == Guid.Empty ? Guid.CreateVersion7() : Form.NewId);
                await db.WriteSnippetAsync(key, Snippet is null ? 0 : Form.Version, text, Actor, clock.GetUtcNow(), cancellationToken);
                Say(Uses.Live == 0 ? "บันทึกข้อความแล้ว" : $"บันทึกแล้ว เห็นใน {Uses.Live:N0} เรื่อง กำลังทำดัชนีค้นหาใหม่อยู่เบื้องหลัง");
                return Redirect("/studio/snippets");
            }
        }
        catch (PortalException refusal)
        {
            Wrong = [(refusal.Field ?? "Title", refusal.Message)];
            // Saving again puts this on top of what somebody else saved.
            Form.Version = Snippet?.Version ?? 0;
        }

        Preview = Wrong.Count == 0 ? MarkdownText.ToHtml(text.Body) : null;
        ModelState.Clear();
        return Page();
    }

    private async Task<bool> FindAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (!Actor.MayArrangePages())
        {
            return false;
        }

        Snippet = id is null ? null : await db.Snippets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        Uses = Snippet is null ? Uses : await SnippetUses.OfAsync(db, Snippet.Key, Actor, cancellationToken);
        return id is null || Snippet is not null;
    }
}
