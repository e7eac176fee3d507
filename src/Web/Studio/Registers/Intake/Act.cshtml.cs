using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Programme.Intake;
using KhokNongNa.Web.Hosting;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Registers.Intake;

/// <summary>A deed with a whole sheet: its good rows go in, or everything is taken back.</summary>
public sealed class ActModel(PortalDb db, IntakeBell bell, CurrentMember current, TimeProvider clock) : IntakePage(db, bell, current, clock)
{
    public IActionResult OnGet(Guid id) => Redirect($"{Desk.Url}/import/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, string act, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        try
        {
            switch (act)
            {
                case "acceptance":
                    await Db.AcceptIntakeAsync(id, Actor, Now, cancellationToken);
                    break;
                case "undoing":
                    await Db.UndoIntakeAsync(id, Actor, Now, cancellationToken);
                    break;
                default:
                    return NotFound();
            }

            await GoOnAsync(id, cancellationToken);
        }
        catch (PortalException refusal)
        {
            Say(refusal.Message);
        }

        return Redirect(Address);
    }
}
