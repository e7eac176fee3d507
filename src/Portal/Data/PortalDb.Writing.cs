using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Data;

public abstract partial class PortalDb
{
    /// <summary>What happens to the portal as a whole has this subject.</summary>
    internal static readonly Guid ThePortal = new("00000000-0000-7000-8000-000000000000");

    private readonly List<Aggregate.Note> _notes = [];

    private bool _wroteInJournal;

    /// <summary>
    /// Runs <paramref name="work"/> in the one kind of writing transaction there is. The journal lock is taken first, so journal
    /// numbers appear in the order of commits and what <paramref name="work"/> reads cannot change under it. Load what you change
    /// inside <paramref name="work"/>: anything tracked before is forgotten. Followers are woken after the commit.
    /// </summary>
    /// <exception cref="PortalException">From <paramref name="work"/>: nothing is written then.</exception>
    public async Task<T> InTransaction<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
        {
            // On SQLite it would wait for its own gate for ever.
            throw new InvalidOperationException("A transaction is under way in this context; call this outside of it.");
        }

        using var gate = await EnterGateAsync(cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        await TakeJournalLockAsync(cancellationToken);
        ChangeTracker.Clear();
        _notes.Clear();
        _wroteInJournal = false;
        try
        {
            var result = await work();
            await transaction.CommitAsync(cancellationToken);
            if (_wroteInJournal)
            {
                signal.Ring();
            }

            return result;
        }
        catch
        {
            ChangeTracker.Clear();
            throw;
        }
    }

    /// <summary>Whether an entity is about to be written for the first time, so that no row can refer to it yet.</summary>
    internal bool IsNew(object entity) => Entry(entity).State is EntityState.Detached or EntityState.Added;

    /// <inheritdoc cref="InTransaction{T}"/>
    public Task InTransaction(Func<Task> work, CancellationToken cancellationToken) =>
        InTransaction(
            async () =>
            {
                await work();
                return true;
            },
            cancellationToken);

    /// <summary>Writes the tracked changes and their journal rows. Only inside <see cref="InTransaction{T}"/>.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Write inside InTransaction, which takes the journal lock.");
        }

        ChangeTracker.DetectChanges();
        var unlisted = Unlisted();
        await WriteInJournalAsync(cancellationToken);
        var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await RelistAsync(unlisted, cancellationToken);
        return written;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync, which also writes the journal.");

    /// <summary>Notes something that happened to the portal as a whole; written at the next save.</summary>
    public void Note(Verb verb, Actor by, DateTimeOffset at, params ReadOnlySpan<(string Key, object? Value)> facts) =>
        _notes.Add(new(verb, by.Id, at, HappeningData.Write(verb, facts)));

    /// <summary>Journal rows past <paramref name="cursor"/>, oldest first.</summary>
    public Task<List<Happening>> HappeningsAfterAsync(long cursor, int most, CancellationToken cancellationToken) =>
        Journal.AsNoTracking().Where(h => h.Seq > cursor).OrderBy(h => h.Seq).Take(most).ToListAsync(cancellationToken);

    /// <summary>The last row's number and hash; 0 and <see cref="JournalChain.Start"/> in an empty journal.</summary>
    public async Task<(long Seq, DateTimeOffset At, byte[] Hash)> JournalHeadAsync(CancellationToken cancellationToken)
    {
        var head = await Journal.AsNoTracking().OrderByDescending(h => h.Seq).FirstOrDefaultAsync(cancellationToken);
        return head is null ? (0, DateTimeOffset.MinValue, JournalChain.Start) : (head.Seq, head.At, head.Hash);
    }

    /// <summary>Keeps other writers of this process out, where the database itself would make them poll.</summary>
    protected virtual Task<IDisposable?> EnterGateAsync(CancellationToken cancellationToken) => Task.FromResult<IDisposable?>(null);

    /// <summary>Makes every other writing transaction of every process wait until this one ends.</summary>
    protected abstract Task TakeJournalLockAsync(CancellationToken cancellationToken);

    private async Task WriteInJournalAsync(CancellationToken cancellationToken)
    {
        var changed = ChangeTracker.Entries<Aggregate>()
            .Where(t => t.State is EntityState.Added or EntityState.Modified || t.Entity.HasNotes)
            .ToList();
        foreach (var tracked in changed)
        {
            tracked.Entity.Version++;
        }

        var notes = changed.SelectMany(t => t.Entity.TakeNotes(), (t, note) => (t.Entity.Id, Note: note))
            .Concat(_notes.Select(note => (Id: ThePortal, Note: note)))
            .ToList();
        _notes.Clear();
        if (notes.Count == 0)
        {
            return;
        }

        var (seq, last, hash) = await JournalHeadAsync(cancellationToken);
        foreach (var (subjectId, note) in notes)
        {
            seq++;
            last = JournalChain.Truncate(note.At > last ? note.At : last);
            hash = JournalChain.Hash(hash, seq, last, note.ActorId, note.Verb.Subject, subjectId, note.Verb.Name, note.Data);
            Add(new Happening
            {
                Seq = seq,
                At = last,
                ActorId = note.ActorId,
                SubjectType = note.Verb.Subject,
                SubjectId = subjectId,
                Verb = note.Verb.Name,
                Data = note.Data,
                Hash = hash,
            });
        }

        _wroteInJournal = true;
    }
}
