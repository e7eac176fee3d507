using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Privacy;

/// <summary>Notes a breach, or says more about one. What was noted before stays.</summary>
public sealed class BreachEditModel(PortalDb db, CurrentMember current, TimeProvider clock) : PrivacyPage(db, current, clock)
{
    [BindProperty]
    public BreachForm Form { get; set; } = new();

    /// <summary>The wording that the form was filled from.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>Id that a new one gets, so that the same form sent twice is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    /// <summary><c>null</c> → a new one.</summary>
    public Guid? Id { get; private set; }

    public List<(string Field, string Message)> Wrong { get; } = [];

    public string Back => Id is { } id ? $"/studio/privacy/breaches/{id}" : "/studio/privacy/breaches";

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellationToken)
    {
        (Id, NewId) = (id, Guid.CreateVersion7(Now));
        if (id is null)
        {
            return Page();
        }

        if (await FindAsync(cancellationToken) is not { } breach)
        {
            return NotFound();
        }

        (Form, Revision) = (BreachForm.Of(breach.Text), breach.RevisionNumber);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancellationToken)
    {
        Id = id;
        if (id is not null && await FindAsync(cancellationToken) is null)
        {
            return NotFound();
        }

        var text = Form.Read(Wrong);
        if (Wrong.Count > 0)
        {
            return Page();
        }

        try
        {
            if (id is not { } known)
            {
                known = NewId == default ? Guid.CreateVersion7(Now) : NewId;
                await Db.NoteBreachAsync(known, text, Actor, Now, cancellationToken);
            }
            else if (!await Db.ReviseBreachAsync(known, Revision, text, Actor, Now, cancellationToken))
            {
                Revision = (await FindAsync(cancellationToken))!.RevisionNumber;
                Wrong.Add(("", "มีคนบันทึกเหตุนี้ก่อนท่าน ดูฉบับของเขาในประวัติ แก้ข้อความของท่านให้ลงตัวแล้วบันทึกอีกครั้ง"));
                return Page();
            }

            Say("บันทึกแล้ว");
            return Redirect($"/studio/privacy/breaches/{known}");
        }
        catch (PortalException refusal)
        {
            Wrong.Add((refusal.Field ?? "", refusal.Message));
            return Page();
        }
    }

    private Task<Breach?> FindAsync(CancellationToken cancellationToken) =>
        Db.BreachesFor(Actor).AsNoTracking().SingleOrDefaultAsync(b => b.Id == Id, cancellationToken);
}
