namespace KhokNongNa.Portal.Data;

/// <summary>
/// One writer at a time in this process. SQLite has one write lock; waiting for it here is fair and holds no thread, whereas
/// SQLite's own waiting polls and may starve.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        return new Exit(_gate);
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Exit(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
