using System.Globalization;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Thai;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Registers.Bases;

/// <summary>What was typed about a shared learning base.</summary>
public sealed class BaseForm
{
    /// <summary>Version that the form was filled from; 0 for a new one.</summary>
    public int Version { get; set; }

    /// <summary>Id of a base that is not there yet: the same form sent twice is one.</summary>
    public Guid NewId { get; set; }

    public string Title { get; set; } = "";

    public string Order { get; set; } = "";

    public string Summary { get; set; } = "";

    /// <summary>A word a line.</summary>
    public string Synonyms { get; set; } = "";

    public string Body { get; set; } = "";
}

/// <summary>Writes one base of the shared list.</summary>
public sealed class EditModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    [BindProperty]
    public BaseForm Form { get; set; } = new();

    public Guid? Id { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellationToken)
    {
        var known = await FindAsync(id, cancellationToken);
        if (!Actor.May(Permission.Administer, "") || (id is not null && known is null))
        {
            return NotFound();
        }

        Form = known is null
            ? new() { NewId = Guid.CreateVersion7(), Order = ((await db.LearningBases.MaxAsync(b => (int?)b.Order, cancellationToken) ?? 0) + 1).ToString(CultureInfo.InvariantCulture) }
            : new()
            {
                Version = known.Version,
                Title = known.Title,
                Order = known.Order.ToString(CultureInfo.InvariantCulture),
                Summary = known.Summary,
                Synonyms = string.Join('\n', known.Synonyms),
                Body = known.Body,
            };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (!Actor.May(Permission.Administer, "") || (id is not null && await FindAsync(id, cancellationToken) is null))
        {
            return NotFound();
        }

        try
        {
            if (!ThaiDigits.TryParseInt(Form.Order, out var order))
            {
                throw new PortalException("base.order", $"ลำดับเป็นตัวเลข 0 ถึง {BaseWriting.MostOrder}", "Order");
            }

            var text = new TermText { Title = Form.Title ?? "", Order = order, Summary = Form.Summary ?? "", Synonyms = (Form.Synonyms ?? "").Split('\n'), Body = Form.Body ?? "" };
            var key = id ?? (Form.NewId == Guid.Empty ? Guid.CreateVersion7() : Form.NewId);
            await db.WriteBaseAsync(key, id is null ? 0 : Form.Version, text, Actor, clock.GetUtcNow(), cancellationToken);
            Say("บันทึกฐานกลางแล้ว");
            return Redirect("/studio/bases");
        }
        catch (PortalException refusal)
        {
            Wrong = [(refusal.Field ?? "", refusal.Message)];
            if (refusal.Code == "base.changed")
            {
                // Saving again puts this on top of what somebody else saved.
                Form.Version = (await FindAsync(id, cancellationToken))?.Version ?? 0;
            }
        }

        ModelState.Clear();
        return Page();
    }

    private async Task<LearningBase?> FindAsync(Guid? id, CancellationToken cancellationToken)
    {
        Id = id;
        return id is null ? null : await db.LearningBases.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken);
    }
}
