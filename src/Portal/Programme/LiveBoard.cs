using KhokNongNa.Portal.Data;

namespace KhokNongNa.Portal.Programme;

/// <summary>The board as it stands: the fold is kept in memory, and each reading folds in what has happened since. One of each process.</summary>
public sealed class LiveBoard : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    private BoardState _state = new();

    /// <summary><c>null</c> when there is no such round.</summary>
    public async Task<Board?> NowAsync(PortalDb db, Guid directive, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await _state.FoldAsync(db, until: null, cancellationToken);
            return Board.Of(_state, directive, now);
        }
        catch
        {
            // Half of a row may have been folded in.
            _state = new();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The board as it stood at a moment that is past.</summary>
    public static async Task<Board?> AtAsync(PortalDb db, Guid directive, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var state = new BoardState();
        await state.FoldAsync(db, at, cancellationToken);
        return Board.Of(state, directive, at);
    }

    public void Dispose() => _turn.Dispose();
}
