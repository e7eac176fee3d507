using System.Collections.Concurrent;
using KhokNongNa.Portal.Data;

namespace KhokNongNa.Web.Caching;

/// <summary>
/// View records stay as they were read until the journal moves: one look at its head stands for the ten queries of a page. Nothing is
/// ever shown that an uncached read would not show, since every change, consent and its withdrawal included, is a row of the journal.
/// </summary>
public sealed class KeptViews(PortalDb db, ViewStore store)
{
    private long? _head;

    /// <param name="key">Names the view: kind and address.</param>
    /// <param name="read">Reads it; what is not there is not kept.</param>
    public async Task<T?> ReadAsync<T>(string key, Func<Task<T?>> read, CancellationToken cancellationToken)
        where T : class
    {
        // Before the view is read: it may be newer than this number and is never older.
        var head = _head ??= (await db.JournalHeadAsync(cancellationToken)).Seq;
        if (store.Find(key, head) is T kept)
        {
            return kept;
        }

        var view = await read();
        if (view is not null)
        {
            store.Keep(key, head, view);
        }

        return view;
    }
}

/// <summary>The process's kept views, each with the journal's number at which it was read.</summary>
public sealed class ViewStore
{
    // A lesson's record is some 60 KB.
    private const int Most = 500;

    private readonly ConcurrentDictionary<string, (long Seq, object View)> _views = new(StringComparer.Ordinal);

    public object? Find(string key, long seq) => _views.TryGetValue(key, out var kept) && kept.Seq == seq ? kept.View : null;

    public void Keep(string key, long seq, object view)
    {
        if (_views.Count >= Most)
        {
            _views.Clear();
        }

        _views[key] = (seq, view);
    }
}
