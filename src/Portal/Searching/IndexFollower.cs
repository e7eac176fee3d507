using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Searching.Words;
using KhokNongNa.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace KhokNongNa.Portal.Searching;

/// <summary>
/// Keeps this node's index level with the journal. The cursor lies in the index's own commit, so the two cannot disagree; an index
/// whose cursor does not fit the journal (another database, a restored one) is rebuilt.
/// </summary>
public sealed partial class IndexFollower(SearchIndex index, IEnumerable<ISearchSource> sources, TimeProvider clock, ILogger<IndexFollower> logger)
    : INodeFollower
{
    private const int BatchSize = 200;

    private readonly ISearchSource[] _sources = [.. sources];
    private volatile bool _hasStarted;
    private volatile RebuildProgress? _progress;
    private volatile RebuildDone? _lastRebuild;

    /// <summary>Whether the index belongs to this journal. Before, its cursor may be that of another one and say nothing.</summary>
    public bool HasStarted => _hasStarted;

    /// <summary>The rebuild that is under way on this node.</summary>
    public RebuildProgress? Progress => _progress;

    /// <summary>The last rebuild of this node since it was started.</summary>
    public RebuildDone? LastRebuild => _lastRebuild;

    public async Task<long> StartAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var cursor = index.Cursor;
        var fits = cursor.Seq == 0
            || (await db.Journal.AsNoTracking().SingleOrDefaultAsync(h => h.Seq == cursor.Seq, cancellationToken))?.Mark() == cursor.Mark;
        if (!fits || cursor.Seq == 0)
        {
            await RebuildAsync(db, cancellationToken);
        }

        index.Synonyms = await db.SynonymsAsync(cancellationToken);
        _hasStarted = true;
        return index.Cursor.Seq;
    }

    public async Task FollowAsync(PortalDb db, IReadOnlyList<Happening> batch, CancellationToken cancellationToken)
    {
        if (batch.Any(h => h.SubjectType == Subjects.Portal && (h.Verb == Verbs.ReindexRequested.Name || h.Verb == Verbs.AreasRenamed.Name)))
        {
            // Reads today's state, so it also covers the rows of this batch.
            await RebuildAsync(db, cancellationToken);
        }

        if (batch.Any(h => h.SubjectType == Subjects.SynonymPair))
        {
            index.Synonyms = await db.SynonymsAsync(cancellationToken);
        }

        var upserts = new List<SearchDocument>();
        var gone = new List<string>();
        foreach (var source in _sources)
        {
            foreach (var ids in (await source.TouchedAsync(db, batch, cancellationToken)).Chunk(BatchSize))
            {
                var found = await source.LoadAsync(db, ids, cancellationToken);
                upserts.AddRange(found);
                gone.AddRange(ids.Select(source.KeyOf).Except(found.Select(d => d.Key)));
            }
        }

        index.Apply(upserts, gone, new IndexCursor(batch[^1].Seq, batch[^1].Mark()));
    }

    public Task RestAsync(CancellationToken cancellationToken)
    {
        index.CommitIfDue(clock.GetUtcNow());
        return Task.CompletedTask;
    }

    private async Task RebuildAsync(PortalDb db, CancellationToken cancellationToken)
    {
        // The head comes first: what is written while documents are read is followed again afterwards.
        var (seq, _, hash) = await db.JournalHeadAsync(cancellationToken);
        var began = clock.GetTimestamp();
        var documents = 0;
        try
        {
            using var rebuild = index.BeginRebuild(await db.LexiconAsync(cancellationToken));
            var wanted = new List<(ISearchSource Source, IReadOnlyList<Guid> Ids)>();
            foreach (var source in _sources)
            {
                wanted.Add((source, await source.AllAsync(db, cancellationToken)));
            }

            var all = wanted.Sum(w => w.Ids.Count);
            foreach (var (source, ids) in wanted.SelectMany(w => w.Ids.Chunk(BatchSize), (w, ids) => (w.Source, ids)))
            {
                _progress = new RebuildProgress(documents, all);
                var found = await source.LoadAsync(db, ids, cancellationToken);
                rebuild.Add(found);
                documents += found.Count;
            }

            rebuild.Complete(new IndexCursor(seq, seq == 0 ? "" : Convert.ToHexStringLower(hash)));
        }
        finally
        {
            _progress = null;
        }

        _lastRebuild = new RebuildDone(clock.GetUtcNow(), documents, clock.GetElapsedTime(began));
        LogRebuilt(documents, seq);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Search index rebuilt: {Documents} documents at journal row {Seq}")]
    private partial void LogRebuilt(int documents, long seq);
}

/// <summary>How far a rebuild is.</summary>
public sealed record RebuildProgress(int Done, int All);

/// <param name="At">When it was complete.</param>
public sealed record RebuildDone(DateTimeOffset At, int Documents, TimeSpan Took);

internal static class HappeningMark
{
    /// <summary>The row's hash as the index keeps it.</summary>
    public static string Mark(this Happening happening) => Convert.ToHexStringLower(happening.Hash);
}
