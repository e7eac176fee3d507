using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Privacy;

/// <summary>Asks once before every consent of a sage is taken back.</summary>
public sealed class WithdrawalModel(PortalDb db, CurrentMember current, TimeProvider clock) : PrivacyPage(db, current, clock)
{
    public PersonSummary Person { get; private set; } = null!;

    public IReadOnlyList<Consent> Standing { get; private set; } = [];

    public string PersonUrl => PersonWords.Url(PersonKind.Sage, Person.Id);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Db.SummaryOfAsync(PersonKind.Sage, id, Actor, cancellationToken) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        Standing = await Db.Consents.AsNoTracking().Where(c => c.SageId == id && c.WithdrawnAt == null).OrderBy(c => c.RecordedAt).ToListAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        await Db.SummaryOfAsync(PersonKind.Sage, id, Actor, cancellationToken) is null
            ? NotFound()
            : await TryAsync(() => Db.WithdrawAllAsync(id, Actor, Now, cancellationToken), "ถอนความยินยอมทั้งหมดแล้ว หน้านี้ไม่แสดงบนเว็บอีก", PersonWords.Url(PersonKind.Sage, id));
}
