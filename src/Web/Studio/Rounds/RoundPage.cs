using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Web.Security;

namespace KhokNongNa.Web.Studio.Rounds;

/// <summary>A page about one round, for who sees a district of it or more.</summary>
public abstract class RoundPage(PortalDb db, LiveBoard live, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public Directive Round { get; private set; } = null!;

    /// <summary>The districts that the member sees.</summary>
    public IReadOnlyList<BoardRow> Rows { get; private set; } = [];

    /// <summary>A past moment that the board is shown at; <c>null</c> → as it stands.</summary>
    public DateTimeOffset? At { get; protected set; }

    public Places Places { get; private set; } = new(new Dictionary<string, Area>());

    public string Address => $"/studio/rounds/{Round.Id}";

    /// <summary>Whether the member writes the letter: addresses, exempts, sets the numbers.</summary>
    public bool MayWrite => Actor.May(Permission.Publish, Round.AreaCode);

    public string DaysLeft => Portal.Programme.DaysLeft.InWords(Round.Text, Now);

    public bool IsOpen => Round.IsOpen(Now);

    protected PortalDb Db => db;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <returns><c>false</c> when there is no such round for the member.</returns>
    protected async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await db.RoundsForAsync(Actor, cancellationToken)).Find(d => d.Id == id) is not { } round)
        {
            return false;
        }

        Round = round;
        var board = At is { } moment ? await LiveBoard.AtAsync(db, id, moment, cancellationToken) : await live.NowAsync(db, id, Now, cancellationToken);
        var rows = (board?.Rows ?? []).Where(r => Actor.MaySeeRound(r.Area)).ToList();
        Places = await db.PlacesAsync(rows.SelectMany(r => r.WithoutCentre.Concat(r.WithoutSage).Append(r.Area)).Append(round.AreaCode), cancellationToken);
        Rows = [.. rows.OrderBy(r => District(r.Area)?.SortKey, StringComparer.Ordinal)];
        return true;
    }

    public Area? District(string code) => Places.Chain(code).FirstOrDefault();

    /// <summary>«อ.คูเมือง»</summary>
    public string Name(string code) => District(code)?.ShortName ?? code;
}
