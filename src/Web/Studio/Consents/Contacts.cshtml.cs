using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Consents;

/// <summary>Ways to reach a sage: which there are and who may see them. What they are is shown when asked for, and that leaves a trace.</summary>
public sealed class ContactsModel(PortalDb db, CurrentMember current, TimeProvider clock) : SageRecordPage(db, current)
{
    [BindProperty]
    public ContactForm Form { get; set; } = new();

    public IReadOnlyList<ContactRow> Rows { get; private set; } = [];

    /// <summary>The values by id once they were asked for; <c>null</c> before.</summary>
    public IReadOnlyDictionary<Guid, ContactValue>? Values { get; private set; }

    public bool MayLook => Actor.May(Permission.ReadContacts, Sage.AreaCode);

    /// <summary>Whether readers see what is put before them.</summary>
    public bool IsAgreed { get; private set; }

    public IReadOnlyList<ContactLook> Looks { get; private set; } = [];

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? await ShowAsync(cancellationToken) : NotFound();

    /// <summary>Adds a channel, or looks at those that are there. A post, because looking leaves a trace.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string? act, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || (act == "look" && !MayLook))
        {
            return NotFound();
        }

        var now = clock.GetUtcNow();
        if (act == "look")
        {
            Values = (await Db.LookAtContactsAsync(id, Actor, now, cancellationToken)).ToDictionary(c => c.Id, c => new ContactValue(c.Channel, c.Value));
            Form = new();
            return await ShowAsync(cancellationToken);
        }

        try
        {
            await Db.AddContactAsync(id, Form.Read(isNew: true), Actor, now, cancellationToken);
            Say("เพิ่มช่องทางติดต่อแล้ว");
            return Redirect($"{Home}/contacts");
        }
        catch (PortalException refusal)
        {
            Wrong = [(refusal.Field ?? "", refusal.Message)];
            return await ShowAsync(cancellationToken);
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Rows = await Db.ContactRowsAsync(Sage.Id, cancellationToken);
        IsAgreed = await Db.HasConsentAsync(Sage.Id, ConsentPurpose.Phone, cancellationToken);
        Looks = MayLook ? await Db.WhoLookedAtSageAsync(Sage.Id, cancellationToken) : [];
        ModelState.Clear();
        return Page();
    }
}
