namespace KhokNongNa.Portal.Data;

/// <summary>A lock between processes that the operating system holds: it is gone with the process, however that ended.</summary>
public static class FileLock
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until the lock is free.</summary>
    public static async Task<IDisposable> TakeAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake(path) is { } taken)
            {
                return taken;
            }

            await Task.Delay(TryAgainAfter, cancellationToken);
        }
    }

    /// <summary><c>null</c> when another process holds it.</summary>
    /// <exception cref="IOException">The file cannot be made at all.</exception>
    public static IDisposable? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException refusal) when (IsHeldByAnother(refusal))
        {
            return null;
        }
    }

    // EWOULDBLOCK on Linux and macOS, a sharing violation on Windows. A full disk or a missing folder is nothing to wait for.
    private static bool IsHeldByAnother(IOException refusal) => (refusal.HResult & 0xFFFF) is 11 or 35 or 32;
}
