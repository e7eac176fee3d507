using Lucene.Net.Index;

namespace KhokNongNa.Search.Storage;

/// <summary>
/// Merges segments on background threads. Lucene's own rethrows there, which ends the process when a disk is full;
/// a merge that failed has changed nothing, and the same trouble is reported by the next commit to who asked for it.
/// </summary>
internal sealed class BackgroundMerges : ConcurrentMergeScheduler
{
    protected override void HandleMergeException(Exception exc)
    {
    }
}
