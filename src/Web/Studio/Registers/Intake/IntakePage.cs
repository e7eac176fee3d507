using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Programme.Intake;
using KhokNongNa.Web.Hosting;
using KhokNongNa.Web.Security;

namespace KhokNongNa.Web.Studio.Registers.Intake;

/// <summary>A page about one sheet on its way into a register.</summary>
public abstract class IntakePage(PortalDb db, IntakeBell bell, CurrentMember current, TimeProvider clock) : RegisterPage(db, current, clock)
{
    // What is done while somebody waits; the rest goes on behind the page.
    private const int WaitedFor = 200;

    public IntakeBatch Batch { get; private set; } = null!;

    public string Address => $"{Desk.Url}/import/{Batch.Id}";

    /// <returns><c>false</c> when there is none for the actor.</returns>
    protected async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Db.IntakeAsync(Desk.Kind, id, Actor, cancellationToken) is not { } batch)
        {
            return false;
        }

        Batch = batch;
        return true;
    }

    /// <summary>Goes on with a short sheet at once, and leaves a long one to the portal.</summary>
    protected async Task GoOnAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Db.RowCountsAsync(id, cancellationToken) is { All: <= WaitedFor })
        {
            await Db.RunIntakeAsync(id, Actor, Now, cancellationToken);
        }
        else
        {
            bell.Ring();
        }
    }
}
