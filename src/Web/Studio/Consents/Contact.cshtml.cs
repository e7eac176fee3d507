using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Consents;

/// <summary>One way to reach a sage: changed without being shown, or removed.</summary>
public sealed class ContactModel(PortalDb db, CurrentMember current, TimeProvider clock) : SageRecordPage(db, current)
{
    [BindProperty]
    public ContactForm Form { get; set; } = new();

    public Guid ContactId { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid contact, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || (await Db.ContactRowsAsync(id, cancellationToken)).FirstOrDefault(r => r.Id == contact) is not { } row)
        {
            return NotFound();
        }

        ContactId = contact;
        Form = new() { Channel = row.Channel, Visibility = row.Visibility, BestTime = row.BestTime };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid contact, string? act, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ContactId = contact;
        var now = clock.GetUtcNow();
        if (act == "remove")
        {
            return await TryAsync(() => Db.RemoveContactAsync(id, contact, Actor, now, cancellationToken), "ลบช่องทางแล้ว", $"{Home}/contacts");
        }

        try
        {
            await Db.WriteContactAsync(id, contact, Form.Read(isNew: false), Actor, now, cancellationToken);
            Say("บันทึกแล้ว");
            return Redirect($"{Home}/contacts");
        }
        catch (PortalException refusal)
        {
            Wrong = [(refusal.Field ?? "", refusal.Message)];
            Form.Channel = (await Db.ContactRowsAsync(id, cancellationToken)).FirstOrDefault(r => r.Id == contact)?.Channel ?? Form.Channel;
            ModelState.Clear();
            return Page();
        }
    }
}
