using KhokNongNa.Search.Storage;

namespace KhokNongNa.Search;

/// <summary>
/// A new generation of the index being written while the old one answers. One thread uses it. Disposed before it is
/// complete, it leaves no trace.
/// </summary>
public sealed class IndexRebuild : IDisposable
{
    private readonly SearchIndex _index;
    private readonly Generation _next;
    private bool _isOver;

    internal IndexRebuild(SearchIndex index, Generation next)
    {
        _index = index;
        _next = next;
    }

    /// <summary>Adds documents; one with a key that was added before replaces it.</summary>
    public void Add(IEnumerable<SearchDocument> documents)
    {
        ObjectDisposedException.ThrowIf(_isOver, this);
        _next.WriteMany(documents);
    }

    /// <summary>
    /// Puts the new generation on disk and lets it answer. <paramref name="cursor"/> is where the journal stood
    /// <em>before</em> the first document was read, so that what changed meanwhile is applied again.
    /// </summary>
    public void Complete(IndexCursor cursor)
    {
        ObjectDisposedException.ThrowIf(_isOver, this);
        _next.MoveTo(cursor);
        _next.Commit();
        _next.Refresh();
        _index.Replace(_next);
        _isOver = true;
    }

    public void Dispose()
    {
        if (!_isOver)
        {
            _isOver = true;
            _index.Abandon(_next);
        }
    }
}
