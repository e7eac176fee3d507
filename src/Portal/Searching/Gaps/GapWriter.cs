using KhokNongNa.Portal.Data;
using KhokNongNa.Search;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Searching.Gaps;

/// <summary>
/// Writes what <see cref="GapLog"/> added up. A question goes into the database when it is asked a second time in a month: what one
/// person asks once is never written.
/// </summary>
public sealed class GapWriter(GapLog log, SearchIndex index, TimeProvider clock) : IDisposable
{
    /// <summary>Months that are kept, this one among them: a year, and the same month of the year before.</summary>
    internal const int MonthsKept = 13;

    /// <summary>Questions of a month; beyond that the rarest become one number.</summary>
    internal const int MostRows = 5_000;

    // A batch holds the journal lock; short ones let editors in between.
    private const int BatchSize = 200;

    private const int EnoughToKeep = 2;

    private readonly KnownNames _names = new();

    // Asked once in this month.
    private readonly Dictionary<CountKey, Tally> _waiting = [];
    private readonly SemaphoreSlim _oneAtATime = new(1);

    private DateOnly _tidied;

    public async Task WriteAsync(PortalDb db, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await WriteAloneAsync(db, cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    /// <summary>Makes one number of the rarest questions of a month, until <paramref name="most"/> are left.</summary>
    internal static async Task FoldAsync(PortalDb db, DateOnly month, int most, CancellationToken cancellationToken)
    {
        var rows = db.SearchCounts.Where(c => c.Month == month && c.Query != "");
        var tooMany = await rows.CountAsync(cancellationToken) - most;
        if (tooMany <= 0)
        {
            return;
        }

        await db.InTransaction(
            async () =>
            {
                var rare = await rows.OrderBy(c => c.Times).ThenBy(c => c.LastDay).ThenBy(c => c.Query).Take(tooMany).ToListAsync(cancellationToken);
                var rests = await db.SearchCounts.Where(c => c.Month == month && c.Query == "").ToDictionaryAsync(c => c.District, cancellationToken);
                foreach (var row in rare)
                {
                    if (!rests.TryGetValue(row.District, out var rest))
                    {
                        db.Add(rests[row.District] = rest = new SearchCount { Month = month, District = row.District, Query = "" });
                    }

                    rest.Times += row.Times;
                }

                db.RemoveRange(rare);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    private async Task WriteAloneAsync(PortalDb db, CancellationToken cancellationToken)
    {
        await TidyAsync(db, cancellationToken);
        if (await _names.RefreshAsync(db, cancellationToken))
        {
            await ForgetNamedAsync(db, cancellationToken);
        }

        var taken = log.Take();
        try
        {
            foreach (var key in taken.Keys.Where(key => _names.IsIn(key.Query)).ToList())
            {
                taken.Remove(key);
            }

            foreach (var month in taken.Keys.GroupBy(key => key.Month).ToList())
            {
                foreach (var batch in month.Chunk(BatchSize))
                {
                    await WriteAsync(db, month.Key, batch, taken, cancellationToken);
                }

                await FoldAsync(db, month.Key, MostRows, cancellationToken);
            }
        }
        catch
        {
            log.PutBack(taken);
            throw;
        }
    }

    private async Task WriteAsync(
        PortalDb db, DateOnly month, CountKey[] batch, Dictionary<CountKey, Tally> taken, CancellationToken cancellationToken)
    {
        var queries = batch.Select(key => key.Query).Distinct().ToList();
        var rows = db.SearchCounts.Where(c => c.Month == month && queries.Contains(c.Query));
        var kept = await rows.AsNoTracking().ToDictionaryAsync(c => new CountKey(c.Month, c.District, c.Query), cancellationToken);
        var toWrite = new Dictionary<CountKey, Tally>();
        foreach (var key in batch)
        {
            var tally = _waiting.TryGetValue(key, out var first) ? first.And(taken[key]) : taken[key];
            if (kept.ContainsKey(key) || tally.Times >= EnoughToKeep)
            {
                toWrite.Add(key, tally);
            }
        }

        if (toWrite.Count > 0)
        {
            // Looked up once a day, before the journal lock is taken.
            var answers = toWrite
                .Where(w => !kept.TryGetValue(w.Key, out var row) || row.LastDay != w.Value.LastDay || row.Found != w.Value.Found)
                .ToDictionary(w => w.Key, w => TellingWords.Answers(index, w.Key, w.Value.Found));
            await db.InTransaction(
                async () =>
                {
                    var tracked = await rows.ToDictionaryAsync(c => (c.District, c.Query), cancellationToken);
                    foreach (var (key, tally) in toWrite)
                    {
                        if (!tracked.TryGetValue((key.District, key.Query), out var row))
                        {
                            db.Add(row = new SearchCount { Month = month, District = key.District, Query = key.Query });
                        }

                        row.Add(tally);
                        row.Answers = answers.TryGetValue(key, out var held) ? held : row.Answers;
                    }

                    await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken);
        }

        foreach (var key in batch)
        {
            Settle(key, taken[key], isWritten: toWrite.ContainsKey(key));
            taken.Remove(key);
        }
    }

    // What waits is forgotten whole when it grows too much: a flood of different questions is not what people ask.
    private void Settle(CountKey key, Tally tally, bool isWritten)
    {
        if (isWritten)
        {
            _waiting.Remove(key);
            return;
        }

        if (_waiting.Count >= GapLog.MostDistinct)
        {
            _waiting.Clear();
        }

        _waiting[key] = tally;
    }

    private async Task TidyAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var today = ThaiTime.Day(clock.GetUtcNow());
        if (today == _tidied)
        {
            return;
        }

        var month = new DateOnly(today.Year, today.Month, 1);
        var oldest = month.AddMonths(1 - MonthsKept);
        await db.InTransaction(() => db.SearchCounts.Where(c => c.Month < oldest).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        foreach (var old in _waiting.Keys.Where(key => key.Month != month).ToList())
        {
            _waiting.Remove(old);
        }

        _tidied = today;
    }

    // Somebody has come into a register whose name was a question before.
    private async Task ForgetNamedAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var queries = await db.SearchCounts.Select(c => c.Query).Distinct().ToListAsync(cancellationToken);
        foreach (var named in queries.Where(_names.IsIn).Chunk(BatchSize))
        {
            await db.InTransaction(() => db.SearchCounts.Where(c => named.Contains(c.Query)).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        }

        foreach (var key in _waiting.Keys.Where(key => _names.IsIn(key.Query)).ToList())
        {
            _waiting.Remove(key);
        }
    }
}
