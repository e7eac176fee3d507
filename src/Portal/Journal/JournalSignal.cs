namespace KhokNongNa.Portal.Journal;

/// <summary>Wakes the followers of this process when a transaction has written to the journal.</summary>
public sealed class JournalSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>
    /// Completes at the next <see cref="Ring"/>. Take it before reading the journal: what is written in between then still wakes.
    /// </summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Ring() => Interlocked.Exchange(ref _next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
