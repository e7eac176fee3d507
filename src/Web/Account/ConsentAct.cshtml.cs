using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Studio;
using KhokNongNa.Web.Studio.Consents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Account;

/// <summary>One deed of a sage on the own consents and channels; the record is the one that the account is linked with.</summary>
public sealed class ConsentActModel(PortalDb db, CurrentMember current, TimeProvider clock) : MemberPage(current)
{
    private const string Home = "/account/consents";

    public IActionResult OnGet() => Redirect(Home);

    public async Task<IActionResult> OnPostAsync(string act, string? purpose, Guid contact, Visibility? visibility, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!await db.OwnSages(Actor).AnyAsync(cancellationToken))
        {
            return NotFound();
        }

        return (act, ConsentWords.Purpose(purpose), visibility) switch
        {
            ("give", { } given, _) => await TryAsync(
                () => db.GiveOwnConsentAsync(given, Actor, now, cancellationToken), $"ยินยอมเรื่อง{given.Name()}แล้ว", Home),
            ("withdraw", { } taken, _) => await TryAsync(
                () => db.WithdrawOwnConsentAsync(taken, Actor, now, cancellationToken), $"ถอนเรื่อง{taken.Name()}แล้ว มีผลทันที", Home),
            ("show", _, { } shown) when (await db.OwnContactsAsync(Actor, cancellationToken)).Any(c => c.Id == contact) => await TryAsync(
                () => db.ShowOwnContactAsync(contact, shown, Actor, now, cancellationToken), $"ตั้งเป็น{shown.Name()}แล้ว", Home),
            _ => NotFound(),
        };
    }
}
