using System.Globalization;
using KhokNongNa.Search.Suggesting;
using KhokNongNa.Thai;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace KhokNongNa.Search.Storage;

/// <summary>One Lucene index on disk with its writer and its near-real-time searchers. Writes are not thread-safe; reads are.</summary>
internal sealed class Generation : IDisposable
{
    private const string SeqKey = "seq";
    private const string MarkKey = "mark";
    private const string LexiconKey = "lexicon";

    // Megabytes: of the largest segment kept in memory until the next commit, and of all of them.
    private const double CachedSegment = 5;
    private const double CachedInAll = 32;

    private const int WritingThreads = 2;

    // Megabytes of documents that wait in memory: the more, the fewer and larger are the segments they become.
    private const double Buffer = 32;

    private readonly NIOFSDirectory _directory;
    private readonly DocumentMaker _maker;
    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;

    private Generation(GenerationName name, NIOFSDirectory directory, IndexWriter writer, ThaiLexicon lexicon)
    {
        Lexicon = lexicon;
        _maker = new DocumentMaker(lexicon);
        Name = name;
        _directory = directory;
        _writer = writer;
        _searchers = new SearcherManager(writer, applyAllDeletes: true, new Searchers());
        Cursor = CommittedCursor(writer.CommitData);
        Titles = new Titles(lexicon);
        Read(searcher =>
        {
            Titles.Load(searcher);
            return true;
        });
    }

    public GenerationName Name { get; }

    /// <summary>What its texts were cut into words with, and queries are to be.</summary>
    public ThaiLexicon Lexicon { get; }

    /// <summary>False for what was made with other words, and for what was never given a cursor.</summary>
    public bool IsOfItsLexicon => _writer.CommitData.TryGetValue(LexiconKey, out var fingerprint) && fingerprint == Lexicon.Fingerprint;

    /// <summary>What the searchers show; ahead of what a kill would leave until the next commit.</summary>
    public IndexCursor Cursor { get; private set; }

    public Titles Titles { get; }

    public bool HasUncommitted { get; private set; }

    /// <summary>Opens what is there, or makes an empty, committed index.</summary>
    public static Generation Open(GenerationName name, string path, ThaiLexicon lexicon)
    {
        // A lock held by the operating system: it is gone with the process, however that ended.
        var directory = new NIOFSDirectory(path, new NativeFSLockFactory());
        IndexWriter? writer = null;
        try
        {
            // Lucene waits for the disk at the end of every file. What is not committed yet may be lost anyway, so that
            // making a change visible need not wait.
            var cached = new NRTCachingDirectory(directory, CachedSegment, CachedInAll);
            writer = new IndexWriter(cached, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
            {
                OpenMode = OpenMode.CREATE_OR_APPEND,
                Similarity = Ranking.Similarity,
                RAMBufferSizeMB = Buffer,
                MergeScheduler = new BackgroundMerges(),
            });
            writer.Commit();
            return new Generation(name, directory, writer, lexicon);
        }
        catch
        {
            writer?.Rollback();
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Changes are found when this returns, and on disk after the next <see cref="Commit"/>.</summary>
    public void Apply(IEnumerable<SearchDocument> upserts, IEnumerable<string> deletedKeys, IndexCursor cursor)
    {
        Write(upserts, deletedKeys);
        MoveTo(cursor);
        Refresh();
    }

    public void Write(IEnumerable<SearchDocument> upserts, IEnumerable<string> deletedKeys)
    {
        foreach (var key in deletedKeys)
        {
            _writer.DeleteDocuments(new Term(IndexFields.Key, key));
            Titles.Remove(key);
        }

        foreach (var document in upserts)
        {
            Write(_maker, document);
        }
    }

    /// <summary>The same for many, on two threads: readers go on to be answered, and the reader of the database has its own.</summary>
    public void WriteMany(IEnumerable<SearchDocument> documents)
    {
        // Of the same key the last stays, whichever thread is faster.
        var last = documents.GroupBy(document => document.Key, StringComparer.Ordinal).Select(same => same.Last());
        Parallel.ForEach(
            last,
            new ParallelOptions { MaxDegreeOfParallelism = WritingThreads },
            () => new DocumentMaker(Lexicon),
            (document, _, maker) =>
            {
                Write(maker, document);
                return maker;
            },
            _ => { });
    }

    private void Write(DocumentMaker maker, SearchDocument document)
    {
        var made = maker.From(document);
        // Every document has a title: what has none is new, and nothing needs to be looked for to be replaced.
        if (Titles.Put(document))
        {
            _writer.AddDocument(made);
        }
        else
        {
            _writer.UpdateDocument(new Term(IndexFields.Key, document.Key), made);
        }
    }

    public void MoveTo(IndexCursor cursor)
    {
        Cursor = cursor;
        HasUncommitted = true;
        // Part of the same commit as the changes: whichever survives a kill, both survive or neither.
        _writer.SetCommitData(new Dictionary<string, string>
        {
            [SeqKey] = cursor.Seq.ToString(CultureInfo.InvariantCulture),
            [MarkKey] = cursor.Mark,
            [LexiconKey] = Lexicon.Fingerprint,
        });
    }

    public void Commit()
    {
        _writer.Commit();
        HasUncommitted = false;
    }

    public void Refresh()
    {
        _searchers.MaybeRefreshBlocking();
        Titles.Changed();
    }

    /// <summary>Runs <paramref name="read"/> over one unchanging state.</summary>
    /// <exception cref="ObjectDisposedException">This generation has been replaced.</exception>
    public T Read<T>(Func<IndexSearcher, T> read)
    {
        var searcher = _searchers.Acquire();
        try
        {
            return read(searcher);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    public long Bytes() => new DirectoryInfo(_directory.Directory.FullName).EnumerateFiles().Sum(Length);

    /// <summary>Closes without committing; commit first what shall stay.</summary>
    public void Dispose()
    {
        _searchers.Dispose();
        _writer.Rollback();
        _directory.Dispose();
    }

    private static long Length(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            // Merged away since it was listed.
            return 0;
        }
    }

    private static IndexCursor CommittedCursor(IDictionary<string, string> data) =>
        data.TryGetValue(SeqKey, out var seq) && data.TryGetValue(MarkKey, out var mark)
        && long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new IndexCursor(number, mark)
            : IndexCursor.Start;

    private sealed class Searchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = Ranking.Similarity };
    }
}
