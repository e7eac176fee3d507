using KhokNongNa.Search.Querying;
using KhokNongNa.Search.Storage;
using KhokNongNa.Thai;

namespace KhokNongNa.Search;

/// <summary>
/// The full-text index of one node, in a folder of its own. One process at a time may have it open. Searching is
/// thread-safe, and goes on while one thread writes. It holds nothing that cannot be made again from the journal.
/// </summary>
/// <example>
/// A follower reads the journal after <see cref="Cursor"/>, calls <see cref="Apply"/> for each batch, and
/// <see cref="CommitIfDue"/> after it and when idle. Batches may be applied twice: a document replaces its former self.
/// </example>
public sealed class SearchIndex : IDisposable
{
    /// <summary>Raise it with every change to how texts are cut into terms or to what the fields hold: indexes made before are then rebuilt.</summary>
    public const int AnalysisVersion = 5;

    /// <summary>A kill loses at most about this much following, which is then repeated. Each commit waits for the disk.</summary>
    public static TimeSpan CommitInterval { get; } = TimeSpan.FromSeconds(1);

    private readonly GenerationFolder _folder;
    private readonly Lock _writing = new();
    private volatile Generation _current;
    private DateTimeOffset _lastCommit = DateTimeOffset.MinValue;
    private IndexRebuild? _rebuild;
    private volatile bool _isDisposed;

    private volatile Synonyms _synonyms = Synonyms.Default;

    private SearchIndex(GenerationFolder folder, Generation current)
    {
        _folder = folder;
        _current = current;
    }

    /// <summary>
    /// How far the documents that can be found now follow the journal. <see cref="IndexCursor.Start"/> when the folder
    /// was empty, damaged or made by another <see cref="AnalysisVersion"/>: then everything is to be applied again.
    /// Goes back when a rebuild completes that began earlier.
    /// </summary>
    public IndexCursor Cursor => _current.Cursor;

    /// <summary>Other words for what is looked for. A new table works from the next search on, without a rebuild.</summary>
    public Synonyms Synonyms
    {
        get => _synonyms;
        set => _synonyms = value ?? throw new ArgumentNullException(nameof(value));
    }

    public IndexStats Stats => Read(generation => new IndexStats(
        generation.Read(searcher => searcher.IndexReader.NumDocs), generation.Bytes(), generation.Name.ToString()));

    /// <summary>Opens the index in a folder; makes the folder when it is missing, and starts empty where the index cannot be used.</summary>
    /// <param name="lexicon">Words that stay in one piece, <see cref="ThaiLexicon.Domain"/> when none is given. With other words than before it starts empty.</param>
    /// <exception cref="IOException">Another process has it open, or the disk refuses.</exception>
    public static SearchIndex Open(string folder, ThaiLexicon? lexicon = null)
    {
        lexicon ??= ThaiLexicon.Domain;
        var generations = new GenerationFolder(folder);
        var current = generations.OpenCurrent(AnalysisVersion, lexicon) ?? generations.StartNew(AnalysisVersion, lexicon);
        // Only now: the writer's lock tells that no other process is at work here.
        generations.DeleteAllBut(current.Name);
        return new SearchIndex(generations, current);
    }

    /// <summary>Answers one search. Never throws for what was typed.</summary>
    public SearchResults Search(SearchRequest request) =>
        Read(generation => generation.Read(searcher => new Searching(request, searcher, generation.Lexicon, Synonyms).Run()));

    /// <summary>
    /// Titles, and what documents have suggested besides, that go on from what was typed, from the first letter on, at most
    /// <paramref name="count"/>: those that begin so, then those in which a word does, then those that would but for one slip.
    /// </summary>
    public IReadOnlyList<Suggestion> Suggest(string typed, int count) => Read(generation => generation.Titles.Sorted.For(typed, count));

    /// <summary>
    /// Brings the index to <paramref name="cursor"/>. The changes can be found when this returns; they are on disk after
    /// the next commit. Deleting comes first, so that a key in both lists stays.
    /// </summary>
    public void Apply(IEnumerable<SearchDocument> upserts, IEnumerable<string> deletedKeys, IndexCursor cursor)
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _current.Apply(upserts, deletedKeys, cursor);
        }
    }

    /// <summary>Commits when something waits and the last commit is at least <see cref="CommitInterval"/> ago; whether it did.</summary>
    public bool CommitIfDue(DateTimeOffset now)
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            // A clock set back must not put commits off.
            if (!_current.HasUncommitted || (now >= _lastCommit && now - _lastCommit < CommitInterval))
            {
                return false;
            }

            _current.Commit();
            _lastCommit = now;
            return true;
        }
    }

    /// <summary>Puts everything applied so far, with its cursor, on disk as one.</summary>
    public void Commit()
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _current.Commit();
        }
    }

    /// <summary>Starts a new generation beside this one, which goes on to answer and to be applied to until the new one is complete.</summary>
    /// <param name="lexicon">Its words, when they are to be others: the way in which an administrator's words reach the index.</param>
    /// <exception cref="InvalidOperationException">A rebuild is under way.</exception>
    public IndexRebuild BeginRebuild(ThaiLexicon? lexicon = null)
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_rebuild is not null)
            {
                throw new InvalidOperationException("A rebuild is under way.");
            }

            return _rebuild = new IndexRebuild(this, _folder.Create(AnalysisVersion, lexicon ?? _current.Lexicon));
        }
    }

    /// <summary>Commits what was applied, and closes.</summary>
    public void Dispose()
    {
        lock (_writing)
        {
            if (_isDisposed)
            {
                return;
            }

            _rebuild?.Dispose();
            _isDisposed = true;
            try
            {
                _current.Commit();
            }
            finally
            {
                _current.Dispose();
            }
        }
    }

    internal void Replace(Generation next)
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            var old = _current;
            _folder.PointTo(next.Name);
            _current = next;
            _rebuild = null;
            old.Dispose();
            _folder.Delete(old.Name);
        }
    }

    internal void Abandon(Generation unfinished)
    {
        lock (_writing)
        {
            _rebuild = null;
            unfinished.Dispose();
            _folder.Delete(unfinished.Name);
        }
    }

    private T Read<T>(Func<Generation, T> read)
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            var generation = _current;
            try
            {
                return read(generation);
            }
            catch (Exception e) when (e is ObjectDisposedException or IOException && generation != _current)
            {
                // Replaced while it was read, its files gone; the new one is there.
            }
        }
    }
}
