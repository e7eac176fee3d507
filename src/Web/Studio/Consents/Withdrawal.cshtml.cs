using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Consents;

/// <summary>Takes one purpose back for a sage who asked for it: one press, as giving is one form.</summary>
public sealed class WithdrawalModel(PortalDb db, CurrentMember current, TimeProvider clock) : SageRecordPage(db, current)
{
    public IActionResult OnGet(Guid id) => Redirect($"/studio/sages/{id}/consents");

    public async Task<IActionResult> OnPostAsync(Guid id, string purpose, CancellationToken cancellationToken) =>
        ConsentWords.Purpose(purpose) is { } taken && await FindAsync(id, cancellationToken)
            ? await TryAsync(
                () => Db.WithdrawConsentAsync(id, taken, Actor, clock.GetUtcNow(), cancellationToken),
                $"ถอนเรื่อง{taken.Name()}แล้ว มีผลทันที",
                $"{Home}/consents")
            : NotFound();
}
