namespace KhokNongNa.Portal.Data;

/// <summary>A lock between processes that the operating system holds: it is gone with the process, however that ended.</summary>
internal static class FileLock
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMilliseconds(100);

    public static async Task<IDisposable> TakeAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException refusal) when (IsHeldByAnother(refusal))
            {
                await Task.Delay(TryAgainAfter, cancellationToken);
            }
        }
    }

    // EWOULDBLOCK on Linux and macOS, a sharing violation on Windows. A full disk or a missing folder is nothing to wait for.
    private static bool IsHeldByAnother(IOException refusal) => (refusal.HResult & 0xFFFF) is 11 or 35 or 32;
}
